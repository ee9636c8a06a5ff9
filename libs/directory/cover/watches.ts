import type { Instant } from '@hemgang/kernel';

/** Somebody is away: she is told nothing meanwhile. Why is nobody's business here. */
export interface Absence {
  readonly staff: string;
  readonly from: Instant;
  /** Just before this. */
  readonly until: Instant;
}

/** A jour: one person at a time who reads for several units when they are closed. */
export interface Watch {
  readonly id: string;
  /** As senders are shown it: `Jour Skellefteå`. */
  readonly name: string;
  readonly units: readonly string[];
  /** Whether who has it may decide for the units, or only receives and passes on. */
  readonly mayDecide: boolean;
}

/** Whose turn a watch is; of turns that overlap, the one that began last counts. */
export interface WatchTurn {
  readonly watch: string;
  readonly staff: string;
  readonly from: Instant;
  /** Just before this. */
  readonly until: Instant;
}

/** A watch went from one person to another; holds until the end of the turn that it was made in. */
export interface HandOver {
  readonly watch: string;
  readonly to: string;
  readonly at: Instant;
}

/** The watches of a county, in the order in which they are asked. */
export interface WatchRows {
  readonly watches: readonly Watch[];
  readonly turns: readonly WatchTurn[];
  /** In the order in which they were made. */
  readonly handOvers: readonly HandOver[];
}

/** Who has the watch at that time, as it was handed over last; null: nobody. */
export function holderAt(
  { turns, handOvers }: WatchRows,
  watch: string,
  at: Instant,
): string | null {
  const turn = turns
    .filter((each) => each.watch === watch && each.from <= at && at < each.until)
    .reduce<WatchTurn | null>((last, each) => (last && last.from > each.from ? last : each), null);
  if (turn === null) return null;
  const taken = handOvers.filter(
    (each) => each.watch === watch && turn.from <= each.at && each.at <= at,
  );
  const last = taken.reduce<HandOver | null>((a, b) => (a && a.at > b.at ? a : b), null);
  return last?.to ?? turn.staff;
}

/** Whether somebody is away at that time. */
export function isAway(absences: readonly Absence[], staff: string, at: Instant): boolean {
  return absences.some((each) => each.staff === staff && each.from <= at && at < each.until);
}
