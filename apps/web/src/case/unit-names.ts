import type { AnyCase } from '../api/types';

/** Names of the units that the case knows, by their ids. */
export function unitNamesOf({ parties, duties }: AnyCase): ReadonlyMap<string, string> {
  const owners = duties.map(({ owner }) => owner.unit);
  const units = [...owners, ...parties.map(({ unit }) => unit)];
  return new Map(units.map(({ id, name }) => [id, name]));
}
