import type { AnyCase } from '../api/types';

/** Something that content names by its id. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Names of the units that the case knows, and of what else its type tells by name, by their ids. */
export function unitNamesOf(
  { parties, duties }: AnyCase,
  more: readonly Named[] = [],
): ReadonlyMap<string, string> {
  const owners = duties.map(({ owner }) => owner.unit);
  const named = [...owners, ...parties.map(({ unit }) => unit), ...more];
  return new Map(named.map(({ id, name }) => [id, name]));
}
