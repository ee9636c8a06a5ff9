import type { CaseState } from '@hemgang/engine';

/**
 * The event by which it turned out that a unit should never have known of a case.
 * @param places the machines by which it is a party; null is the main one
 * @returns null when it has a place in the case that holds
 */
export function strangerSince(state: CaseState, places: readonly (string | null)[]): number | null {
  const events = places.map((place) => {
    const by = place === null ? undefined : state.machines[place]?.context['strangerSince'];
    return typeof by === 'number' ? by : null;
  });
  const since = events.filter((by) => by !== null);
  return since.length > 0 && since.length === events.length ? Math.max(...since) : null;
}
