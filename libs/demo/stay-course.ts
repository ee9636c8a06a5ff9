import {
  addDays,
  HOUR_MS,
  instantAt,
  isNonWorkingDay,
  later,
  localDate,
  plusMs,
  type Instant,
} from '@hemgang/kernel';
import type { Draw } from './draw';
import type { Stay } from './stay';
import type { Turns } from './turns';
import { LEAVING_HOURS, WARD_HOURS, whenAtWork } from './working-hours';

/** When things happen on the ward, until the patient is ready to go home. */
export interface StayCourse {
  readonly admittedAt: Instant;
  /** When a physician judged the need; the admission itself when it was plain at once. */
  readonly needAt: Instant;
  readonly noticeAt: Instant;
  readonly expectedAt: Instant;
  /** A new expected time that is told later. */
  readonly change: { readonly at: Instant; readonly expectedAt: Instant } | null;
  /** To another hospital; null when she stays where she is. */
  readonly move: { readonly askedAt: Instant; readonly takenOverAt: Instant } | null;
  /** Each judgement that the patient is utskrivningsklar; a second one follows a withdrawal. */
  readonly ready: readonly [Readiness, ...Readiness[]];
}

/** A judgement that the patient is utskrivningsklar. */
export interface Readiness {
  readonly at: Instant;
  /** When the receivers are told: later only when secrecy hinders it at first. */
  readonly toldAt: Instant;
  readonly withdrawnAt: Instant | null;
}

const SHARE_CHANGED = 0.35;
/** Rounds on Saturdays and Sundays send few people home. */
const SHARE_READY_AT_WEEKENDS = 0.4;
/** Most stays last a few days, some nearly two weeks: the exponent bends an even spread. */
const DAYS_TO_READY_MAX = 10;
const DAYS_BEND = 1.6;
/** A moved patient is on the other ward well before she is ready. */
const DAYS_WITH_MOVE = 2;
/** Some go home although a receiver has not said that it is ready. */
const SHARE_NOT_WAITED_FOR = 0.12;
const DAYS_WAITED_MIN = 3;
const DAYS_WAITED_MAX = 7;

/** `min` to `max` hours after an instant, to the second. */
export function hoursAfter(from: Instant, min: number, max: number, draw: Draw): Instant {
  const seconds = Math.round(draw.between(min, max) * (HOUR_MS / 1_000));
  return plusMs(from, seconds * 1_000);
}

/** The course of a stay in which a need is judged. */
export function stayCourse(
  admittedAt: Instant,
  { isNeedPlain, nextTeam, turns }: Pick<Stay, 'isNeedPlain' | 'nextTeam' | 'turns'>,
  draw: Draw,
): StayCourse {
  const onWard = (at: Instant) => whenAtWork(at, WARD_HOURS, draw);
  const needAt = isNeedPlain ? admittedAt : onWard(hoursAfter(admittedAt, 2, 30, draw));
  // The law gives 24 hours (2:3); ten hours and a night stay within them.
  const noticeAt = onWard(
    turns.noticeLate ? hoursAfter(needAt, 25, 40, draw) : hoursAfter(needAt, 0.5, 10, draw),
  );
  const move = nextTeam === null ? null : moveAfter(noticeAt, draw);
  const readyAt = dayOfReadiness(noticeAt, move === null ? 1 : DAYS_WITH_MOVE, draw);
  const expectedAt = expectedAround(readyAt, noticeAt, -1, draw);
  const change = changeOf(noticeAt, readyAt, draw);
  const ready = readiness(readyAt, turns, draw);
  return { admittedAt, needAt, noticeAt, expectedAt, change, move, ready };
}

/** When the patient leaves: when the last receiver is ready, or when the ward will wait no longer. */
export function leavingTime(
  { ready }: StayCourse,
  receiversReadyAt: readonly Instant[],
  draw: Draw,
): Instant {
  const toldAt = (ready.at(-1) ?? ready[0]).toldAt;
  const waitsUntil = draw.happens(SHARE_NOT_WAITED_FOR)
    ? toldAt
    : plusMs(toldAt, draw.between(DAYS_WAITED_MIN, DAYS_WAITED_MAX) * 24 * HOUR_MS);
  const lastReady = receiversReadyAt.reduce(later, toldAt);
  const from = lastReady < waitsUntil ? lastReady : waitsUntil;
  return whenAtWork(hoursAfter(from, 2, 6, draw), LEAVING_HOURS, draw);
}

/** Asked for within half a day, and done within the next. */
function moveAfter(noticeAt: Instant, draw: Draw): StayCourse['move'] {
  const askedAt = whenAtWork(hoursAfter(noticeAt, 2, 12, draw), WARD_HOURS, draw);
  const takenOverAt = whenAtWork(hoursAfter(askedAt, 1, 6, draw), WARD_HOURS, draw);
  return { askedAt, takenOverAt };
}

function dayOfReadiness(noticeAt: Instant, daysMin: number, draw: Draw): Instant {
  const days = daysMin + Math.floor((DAYS_TO_READY_MAX - 1) * draw.between(0, 1) ** DAYS_BEND);
  let date = addDays(localDate(noticeAt), days);
  if (!draw.happens(SHARE_READY_AT_WEEKENDS)) while (isNonWorkingDay(date)) date = addDays(date, 1);
  return hoursAfter(instantAt(date, '08:30'), 0, 7, draw);
}

/** A guess of the day the patient leaves, at an even hour, after `toldAt`. */
function expectedAround(readyAt: Instant, toldAt: Instant, daysFrom: number, draw: Draw): Instant {
  const time = draw.of(['11:00', '13:00', '14:00']);
  let date = addDays(localDate(readyAt), Math.floor(draw.between(daysFrom, 3)));
  const earliest = plusMs(toldAt, HOUR_MS);
  while (instantAt(date, time) < earliest) date = addDays(date, 1);
  return instantAt(date, time);
}

function changeOf(noticeAt: Instant, readyAt: Instant, draw: Draw): StayCourse['change'] {
  const at = whenAtWork(
    hoursAfter(noticeAt, 6, Math.max(7, hoursBetween(noticeAt, readyAt)), draw),
    WARD_HOURS,
    draw,
  );
  if (!draw.happens(SHARE_CHANGED) || at >= readyAt) return null;
  return { at, expectedAt: expectedAround(readyAt, at, 0, draw) };
}

function readiness(at: Instant, { withdrawn, hindered }: Turns, draw: Draw): StayCourse['ready'] {
  if (!withdrawn) {
    const toldAt = hindered ? hoursAfter(at, 2, 20, draw) : at;
    return [{ at, toldAt, withdrawnAt: null }];
  }
  const withdrawnAt = hoursAfter(at, 4, 22, draw);
  const again = dayAfter(withdrawnAt, draw);
  return [
    { at, toldAt: at, withdrawnAt },
    { at: again, toldAt: again, withdrawnAt: null },
  ];
}

function dayAfter(at: Instant, draw: Draw): Instant {
  const date = addDays(localDate(at), Math.floor(draw.between(1, 4)));
  return hoursAfter(instantAt(date, '09:00'), 0, 6, draw);
}

function hoursBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / HOUR_MS;
}
