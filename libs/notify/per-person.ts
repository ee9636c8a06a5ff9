import type { Directory } from '@hemgang/directory';
import { localDate, MINUTE_MS, type Instant } from '@hemgang/kernel';
import { everybodyAt } from './plan';

/** Something that a unit was told, and when. */
export interface ToldUnit {
  readonly unit: string;
  readonly at: Instant;
}

/** How many messages people get in a day when everything comes at once to everybody at a unit. */
export interface PerPersonAndDay {
  /** Days on which a person got any, for all persons together. */
  readonly days: number;
  readonly mean: number;
  readonly worst: number;
  /** Where whoever got the most works; null: nobody got any. */
  readonly worstUnit: string | null;
}

/** Counts messages: what comes within a minute comes together, for all units of a person. Pure. */
export function perPersonAndDay(told: readonly ToldUnit[], directory: Directory): PerPersonAndDay {
  const counts = new Map<string, { rounds: Set<number>; unit: string }>();
  for (const { unit, at } of told) {
    for (const staff of everybodyAt(directory, unit)) {
      const key = `${staff} ${localDate(at)}`;
      const day = counts.get(key) ?? { rounds: new Set<number>(), unit };
      day.rounds.add(Math.floor(Date.parse(at) / MINUTE_MS));
      counts.set(key, day);
    }
  }
  const days = [...counts.values()];
  const worst = days.reduce<(typeof days)[number] | null>(
    (most, day) => (most === null || day.rounds.size > most.rounds.size ? day : most),
    null,
  );
  const sum = days.reduce((all, { rounds }) => all + rounds.size, 0);
  return {
    days: days.length,
    mean: days.length === 0 ? 0 : sum / days.length,
    worst: worst?.rounds.size ?? 0,
    worstUnit: worst?.unit ?? null,
  };
}
