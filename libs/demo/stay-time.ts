import { HOUR_MS, localTime, MINUTE_MS, plusMs, type Instant } from '@hemgang/kernel';
import { Draw } from './draw';
import type { Stay } from './stay';
import type { PlannedStay } from './stay-plan';
import { stayScript } from './stay-script';

/** How far back finished stays began. */
const PAST_DAYS = 60;
const DAY_HOURS = 24;
/** A stay moved to another weekday may take longer by a weekend. */
const WEEKEND_HOURS = 60;

/** How much of a present stay lies behind: neither the first hour nor the very end. */
const LIVED_MIN = 0.03;
const LIVED_MAX = 0.93;

/** People come at any hour, but few in the small hours. */
const SHARE_AT_NIGHT = 0.3;
const MORNING = '06:00';
const HOURS_EARLIER = 7;

/**
 * When a planned stay began, so that a present one is somewhere in its middle at `now` and a past
 * one was over before. To the minute.
 */
export function admissionTime({ n, life }: PlannedStay, stay: Stay, now: Instant): Instant {
  const draw = new Draw(`time ${n}`);
  const last = stayScript(stay, now).at(-1)?.at ?? now;
  const lasts = (Date.parse(last) - Date.parse(now)) / HOUR_MS;
  const ago =
    life === 'present'
      ? lasts * draw.between(LIVED_MIN, LIVED_MAX)
      : draw.between(lasts + WEEKEND_HOURS, PAST_DAYS * DAY_HOURS);
  return daytime(toTheMinute(plusMs(now, -ago * HOUR_MS)), draw);
}

function daytime(at: Instant, draw: Draw): Instant {
  const isNight = localTime(at) < MORNING;
  return isNight && !draw.happens(SHARE_AT_NIGHT) ? plusMs(at, -HOURS_EARLIER * HOUR_MS) : at;
}

function toTheMinute(at: Instant): Instant {
  return plusMs(at, -(Date.parse(at) % MINUTE_MS));
}
