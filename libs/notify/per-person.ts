import type { Directory } from '@hemgang/directory';
import { groupBy, localDate, type Instant } from '@hemgang/kernel';
import type { NoticeWish, ToldNotice } from '@hemgang/store';
import { everybodyAt, planDeliveries } from './plan';

/** How many of something people get in a day, over all days on which somebody gets any. */
export interface Spread {
  readonly days: number;
  readonly mean: number;
  readonly median: number;
  readonly worst: number;
  /** A unit of whoever got the most; null: nobody got any. */
  readonly worstUnit: string | null;
}

/** What people are told in a day, when everybody wants everything by mail. */
export interface PerPersonAndDay {
  readonly notices: Spread;
  /** Messages in which they leave, at once. */
  readonly messages: Spread;
  /** The same when what is ordinary waits for the hours of a digest. */
  readonly digests: Spread;
}

/** The hours that somebody who wants peace would choose. */
export const DIGEST_HOURS = [8, 12, 15] as const;

interface Brought {
  readonly staff: string;
  readonly unit: string;
  readonly at: Instant;
  /** When it may leave at the latest. */
  readonly sendAt: Instant;
}

/** Counts by whom notices reach and when they may leave, as if no duty ended before. Pure. */
export function perPersonAndDay(
  told: readonly ToldNotice[],
  directory: Directory,
): PerPersonAndDay {
  const atOnce = brought(told, directory, []);
  return {
    notices: spreadOf(atOnce),
    messages: spreadOf(messagesOf(atOnce)),
    digests: spreadOf(messagesOf(brought(told, directory, DIGEST_HOURS))),
  };
}

/** To whom each notice goes, in the order of what was told. */
function brought(
  told: readonly ToldNotice[],
  directory: Directory,
  digestHours: readonly number[],
): readonly Brought[] {
  const wishesOf = new Map(
    [...new Set(told.map(({ unit }) => unit))].map((unit) => [
      unit,
      everybodyAt(directory, unit).map((staff) => wishOf(staff, digestHours)),
    ]),
  );
  return told.flatMap(({ at, ...notice }) => {
    const { unit } = notice;
    const plan = { told: [notice], directory, wishes: wishesOf.get(unit) ?? [], now: at };
    return planDeliveries(plan).map(({ staff, sendAt }) => ({ staff, unit, at, sendAt }));
  });
}

function wishOf(staff: string, digestHours: readonly number[]): NoticeWish {
  return {
    ...{ staff, mail: staff, phone: null, mailFor: 'all', smsFor: 'nothing', digestHours },
    ...{ quietFrom: null, quietUntil: null, language: 'sv' },
  };
}

/** What leaves: with the first that is due goes whatever has come for the same person by then. */
function messagesOf(all: readonly Brought[]): readonly Brought[] {
  return [...groupBy(all, ({ staff }) => staff).values()].flatMap((mine) => {
    const messages: Brought[] = [];
    let waiting: Brought | null = null;
    for (const each of mine) {
      if (waiting !== null && each.at > waiting.sendAt) {
        messages.push({ ...waiting, at: waiting.sendAt });
        waiting = null;
      }
      if (waiting === null || each.sendAt < waiting.sendAt) waiting = each;
    }
    return waiting === null ? messages : [...messages, { ...waiting, at: waiting.sendAt }];
  });
}

function spreadOf(all: readonly Pick<Brought, 'staff' | 'unit' | 'at'>[]): Spread {
  const days = [...groupBy(all, ({ staff, at }) => `${staff} ${localDate(at)}`).values()].sort(
    (one, other) => other.length - one.length,
  );
  const worst = days[0];
  return {
    days: days.length,
    mean: days.length === 0 ? 0 : all.length / days.length,
    median: days[Math.floor(days.length / 2)]?.length ?? 0,
    worst: worst?.length ?? 0,
    worstUnit: worst?.[0].unit ?? null,
  };
}
