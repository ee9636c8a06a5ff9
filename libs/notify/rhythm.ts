import {
  addDays,
  instantAt,
  localDate,
  localTime,
  MINUTE_MS,
  plusMs,
  SECOND_MS,
  type Instant,
} from '@hemgang/kernel';
import type { NoticeWish } from '@hemgang/store';

/** What is written in so short a time leaves together. */
const GATHER_MS = MINUTE_MS;

/** Notices of one moment come in several jobs; nobody waits longer for what is acute. */
const GATHER_ACUTE_MS = 5 * SECOND_MS;

type Rhythm = Pick<NoticeWish, 'digestHours' | 'quietFrom' | 'quietUntil'>;

/**
 * When what is written now is to leave for somebody with these wishes. What is acute waits for
 * nothing but what is written in the same moment.
 */
export function sendAt(wish: Rhythm, acute: boolean, now: Instant): Instant {
  if (acute) return plusMs(now, GATHER_ACUTE_MS);
  const gathered = afterQuiet(wish, plusMs(now, GATHER_MS));
  return afterQuiet(wish, nextDigest(wish, gathered));
}

function nextDigest({ digestHours }: Rhythm, from: Instant): Instant {
  if (digestHours.length === 0) return from;
  const today = localDate(from);
  const times = [today, addDays(today, 1)].flatMap((day) =>
    digestHours.map((hour) => instantAt(day, `${String(hour).padStart(2, '0')}:00`)),
  );
  return times.filter((time) => time >= from).sort()[0] ?? from;
}

function afterQuiet({ quietFrom, quietUntil }: Rhythm, at: Instant): Instant {
  if (quietFrom === null || quietUntil === null) return at;
  const time = localTime(at);
  const isOverMidnight = quietFrom > quietUntil;
  const isQuiet = isOverMidnight
    ? time >= quietFrom || time < quietUntil
    : time >= quietFrom && time < quietUntil;
  if (!isQuiet) return at;
  const day = localDate(at);
  return instantAt(isOverMidnight && time >= quietFrom ? addDays(day, 1) : day, quietUntil);
}
