import type { Ties } from '../form/command-form';
import type { Pick } from '../form/picks';
import type { Values } from '../form/values';

const GOALS = '/goals';

/** A plan as it is typed, with one field changed; the goals of its measures are still the same. Pure. */
export function planChanged(values: Values, path: string, value: Values[string]): Values {
  const next = { ...values, [path]: value };
  return path === GOALS ? moving(next, linesOf(values), linesOf(next)) : next;
}

/** The plan without the goals that are not written yet: the server gets none of them. Pure. */
export function planWhole(values: Values): Values {
  const written = linesOf(values).filter(isWritten);
  return moving({ ...values, [GOALS]: written.join('\n') }, linesOf(values), written);
}

function moving(values: Values, before: readonly string[], after: readonly string[]): Values {
  const places = placesAfter(before, after);
  const moved = keysOf(values).map((key) => {
    const at = `/measures/${key}/goal`;
    return [at, String(places[Number(values[at] ?? 0) - 1] ?? '')];
  });
  return { ...values, ...Object.fromEntries(moved) } as Values;
}

/** The goals that a measure may serve, by their places. */
export function goalPicks(values: Values): readonly Pick[] {
  return linesOf(values).flatMap((goal, index) =>
    isWritten(goal) ? [{ value: String(index + 1), label: goal.trim(), detail: '' }] : [],
  );
}

/** In the form of a plan the goals are those that its measures serve. */
export const PLAN_TIES: Ties = {
  picks: (values) => ({ goal: goalPicks(values) }),
  changed: planChanged,
  whole: planWhole,
};

/**
 * Where each line stands after one change: added to, removed, moved or reworded. A line that is gone
 * has no place, unless another says the same. Pure.
 * @returns by the place before; the first place is 1
 */
export function placesAfter(
  before: readonly string[],
  after: readonly string[],
): readonly (number | null)[] {
  const head = commonHead(before, after);
  const rest = [before.slice(head), after.slice(head)].map((lines) => lines.toReversed());
  const tail = commonHead(rest[0] ?? [], rest[1] ?? []);
  const free = new Set([...after.keys()].slice(head, after.length - tail));
  const take = (at: number | undefined) => {
    if (at !== undefined) free.delete(at);
    return at;
  };
  const places = before.map((line, at) => {
    if (at < head) return at;
    if (at >= before.length - tail) return at + after.length - before.length;
    return take([...free].find((each) => after[each] === line));
  });
  const same = (line: string) => (isWritten(line) ? after.indexOf(line) : -1);
  return places.map((at, index) => {
    const place = at ?? take([...free][0]) ?? same(before[index] ?? '');
    return place === -1 ? null : place + 1;
  });
}

function commonHead(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((line, at) => line !== other[at]);
  return differs === -1 ? one.length : differs;
}

function isWritten(goal: string): boolean {
  return goal.trim() !== '';
}

function linesOf({ [GOALS]: goals }: Values): readonly string[] {
  return typeof goals === 'string' ? goals.split('\n') : [];
}

function keysOf({ '/measures': keys = [] }: Values): readonly string[] {
  return typeof keys === 'string' ? [keys] : keys;
}
