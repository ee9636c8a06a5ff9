import type {
  CoverData,
  KeptWatch,
  NotedAbsence,
  UnitCapacity,
  UnitHours,
  WatchTurn,
} from '@hemgang/directory';
import { plusMs, SECOND_MS, type Instant } from '@hemgang/kernel';
import {
  ADD_TURNS,
  CLEAR_TURNS,
  DROP_ABSENCE,
  END_WATCH,
  HAND_OVER_WATCH,
  JUDGE_TIMERS_ANEW,
  PUT_ABSENCE,
  PUT_CAPACITY,
  PUT_HOURS,
  PUT_WATCH,
} from './sql/cover';
import type { Queryable } from './statement';

/** By then every process judges by the new directory. */
const KNOWN_EVERYWHERE_MS = 5 * SECOND_MS;

/** What changes in who reads; one of these at a time. */
export type CoverChange =
  | { readonly kind: 'hours'; readonly hours: UnitHours }
  /** @param turns those that are not over, in the place of the former such */
  | {
      readonly kind: 'watch';
      readonly watch: KeptWatch;
      readonly turns: readonly Omit<WatchTurn, 'watch'>[];
    }
  | { readonly kind: 'watch-ended'; readonly watch: string }
  | { readonly kind: 'hand-over'; readonly handOver: CoverData['handOvers'][number] }
  | { readonly kind: 'absence'; readonly absence: NotedAbsence }
  | { readonly kind: 'no-absence'; readonly absence: string }
  | { readonly kind: 'capacity'; readonly capacity: UnitCapacity };

export async function putCover(
  session: Queryable,
  change: CoverChange,
  at: Instant,
): Promise<void> {
  switch (change.kind) {
    case 'hours': {
      const { unit, from, week } = change.hours;
      await session.run(PUT_HOURS, [unit, from, JSON.stringify(week)]);
      await session.run(JUDGE_TIMERS_ANEW, [unit, plusMs(at, KNOWN_EVERYWHERE_MS)]);
      return;
    }
    case 'watch': {
      const { id, controller, name, units, mayDecide, version = 1 } = change.watch;
      await session.run(PUT_WATCH, [id, controller, name, units, mayDecide, version]);
      await session.run(CLEAR_TURNS, [id, at]);
      await session.run(ADD_TURNS, [id, JSON.stringify(change.turns)]);
      return;
    }
    case 'watch-ended':
      await session.run(END_WATCH, [change.watch]);
      return;
    case 'hand-over': {
      const { watch, to, at: since } = change.handOver;
      await session.run(HAND_OVER_WATCH, [watch, to, since]);
      return;
    }
    case 'absence': {
      const { id, staff, from, until } = change.absence;
      await session.run(PUT_ABSENCE, [id, staff, from, until]);
      return;
    }
    case 'no-absence':
      await session.run(DROP_ABSENCE, [change.absence]);
      return;
    case 'capacity': {
      const { unit, week, days, start } = change.capacity;
      const first = [start?.day ?? null, start?.reason ?? null];
      await session.run(PUT_CAPACITY, [unit, JSON.stringify(week), JSON.stringify(days), ...first]);
    }
  }
}
