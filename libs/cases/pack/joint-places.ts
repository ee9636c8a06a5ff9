import type { Reader } from '@hemgang/access';
import type { Directory, Huvudman } from '@hemgang/directory';
import {
  isMunicipalityOfVasterbotten,
  REGION_CODE,
  type Refusal,
  type Text,
} from '@hemgang/kernel';
import { COUNTY, municipalityPlace } from '../figures/places';

/** What a joint group has a pack of. */
export interface JointPlace {
  /** `county` or `municipality:<SCB code>`. */
  readonly id: string;
  readonly name: Text;
  /** The huvudmän whose administrators see it, and that can own what is agreed there. */
  readonly huvudmen: readonly Huvudman[];
}

const COUNTY_NAME: Text = { sv: 'Hela länet', en: 'The whole county' };

const UNKNOWN_PLACE: Refusal = { code: 'NOT_FOUND' };

/**
 * Places in whose joint group the reader's authority sits: the county; a municipality's own; for the
 * region each municipality's. None for a private provider, which is a party of nobody's agreement.
 */
export function jointPlaces(
  { rows }: Directory,
  { controller }: Pick<Reader, 'controller'>,
): readonly JointPlace[] {
  const own = rows.controllers.find(({ id }) => id === controller);
  if (own?.form !== 'authority') return [];
  const municipalities = rows.huvudman
    .filter(({ code }) => isMunicipalityOfVasterbotten(code))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  const regions = rows.huvudman.filter(({ code }) => code === REGION_CODE);
  const everybody = [...regions, ...municipalities];
  if (!everybody.some(({ id }) => id === own.huvudman)) return [];
  const places = municipalities.map((municipality) => ({
    id: municipalityPlace(municipality.code),
    name: { sv: municipality.name, en: municipality.name },
    huvudmen: [...regions, municipality],
  }));
  return [
    { id: COUNTY, name: COUNTY_NAME, huvudmen: everybody },
    ...places.filter(({ huvudmen }) => huvudmen.some(({ id }) => id === own.huvudman)),
  ];
}

/** One of them. @returns NOT_FOUND for every other one, whether there is such a place or not */
export function jointPlace(
  directory: Directory,
  reader: Pick<Reader, 'controller'>,
  id: string,
): JointPlace | Refusal {
  return jointPlaces(directory, reader).find((place) => place.id === id) ?? UNKNOWN_PLACE;
}
