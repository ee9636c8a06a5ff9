import type { Case } from '../api/types';

/** Names of the units that the case knows, by their ids. */
export function unitNamesOf({ parties, handovers }: Case): ReadonlyMap<string, string> {
  const units = [...parties, ...handovers].map(({ unit }) => unit);
  return new Map(units.map(({ id, name }) => [id, name]));
}
