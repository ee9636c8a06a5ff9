import type { Directory } from '@hemgang/directory';
import { READINESS_ITEMS, READINESS_WORDS, type Readiness } from '@workflows/discharge';
import type { ReadinessView } from './discharge-view';
import { unitView } from '../names';
import type { Reader } from '@hemgang/access';

/** Every item of the ward's list, ticked or not. */
export function readinessViews(
  readiness: Readiness,
  directory: Directory,
  { language }: Reader,
): ReadinessView[] {
  return READINESS_ITEMS.map((item) => {
    const tick = readiness[item];
    return {
      item,
      text: READINESS_WORDS[item][language],
      status: tick?.status ?? 'undone',
      unit: tick === undefined ? null : unitView(directory, tick.unit),
      at: tick?.at ?? null,
    };
  });
}
