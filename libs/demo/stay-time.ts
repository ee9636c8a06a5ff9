import { HOUR_MS, instant, localTime, MINUTE_MS, plusMs, type Instant } from '@hemgang/kernel';
import { Draw } from './draw';
import type { Stay } from './stay';
import type { PlannedStay } from './stay-plan';
import { stayScript } from './stay-script';

/** How far back finished stays began. */
const PAST_DAYS = 60;
const DAY_HOURS = 24;

/** How much of a present stay lies behind: neither the first hour nor the very end. */
const LIVED_MIN = 0.03;
const LIVED_MAX = 0.95;
/** The nearer to the present a stay begins, the less of it is over. */
const NEARER = 0.8;

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
  const hours = (Date.parse(endOf(stay, now)) - Date.parse(now)) / HOUR_MS;
  const isPresent = life === 'present';
  const share = draw.between(LIVED_MIN, LIVED_MAX);
  let ago = isPresent ? hours * share : draw.between(hours, PAST_DAYS * DAY_HOURS);
  let at = daytime(now, ago, draw);
  // On other days of the week the same stay takes longer or shorter.
  while (endOf(stay, at) > now !== isPresent) {
    ago = isPresent ? ago * NEARER : ago + DAY_HOURS;
    at = daytime(now, ago, draw);
  }
  return at;
}

/** When the last thing of a stay is done that begins at `admittedAt`. */
function endOf(stay: Stay, admittedAt: Instant): Instant {
  return stayScript(stay, admittedAt).at(-1)?.at ?? admittedAt;
}

function daytime(now: Instant, hoursAgo: number, draw: Draw): Instant {
  const ago = Date.parse(now) - hoursAgo * HOUR_MS;
  const at = instant(ago - (ago % MINUTE_MS));
  const isNight = localTime(at) < MORNING;
  return isNight && !draw.happens(SHARE_AT_NIGHT) ? plusMs(at, -HOURS_EARLIER * HOUR_MS) : at;
}
