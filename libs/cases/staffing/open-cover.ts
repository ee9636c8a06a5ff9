import { Forecast } from '../forecast/forecast';
import type { ViewResources } from '../view-resources';
import type { DirectoryChanges } from './changes';
import { CoverAdministration } from './cover-administration';

/** Who reads at units and how many they can receive: both are kept with the directory. */
export interface Cover {
  readonly cover: CoverAdministration;
  readonly forecast: Forecast;
}

export function openCover(changes: DirectoryChanges, on: ViewResources): Cover {
  return { cover: new CoverAdministration(changes), forecast: new Forecast(changes, on) };
}
