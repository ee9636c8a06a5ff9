import { HOUR_MS, instant, localTime, MINUTE_MS, plusMs, type Instant } from '@hemgang/kernel';
import { Draw } from './draw';
import { storyScript, type Story } from './story';
import type { CountyStory } from './story-plan';

/** How far back finished stories began. */
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
 * When a planned story began, so that the last stay of a present one is somewhere in its middle at
 * `now` and a past one was over before. To the minute.
 */
export function storyBegins({ story, life }: CountyStory, now: Instant): Instant {
  const draw = new Draw(`time ${story.key}`);
  const { before, last } = hoursOf(story, now);
  const isPresent = life === 'present';
  const share = draw.between(LIVED_MIN, LIVED_MAX);
  let ago = isPresent ? before + last * share : draw.between(before + last, PAST_DAYS * DAY_HOURS);
  let at = daytime(now, ago, draw);
  // On other days of the week the same stay takes longer or shorter.
  while (endOf(story, at) > now !== isPresent) {
    ago = isPresent ? ago * NEARER : ago + DAY_HOURS;
    at = daytime(now, ago, draw);
  }
  return at;
}

/** How long the stays before the last one take, and how long the last one takes. */
function hoursOf(story: Story, beginning: Instant): { before: number; last: number } {
  const { lastAdmittedAt, steps } = storyScript(story, beginning);
  const hours = (from: Instant, to: Instant) => (Date.parse(to) - Date.parse(from)) / HOUR_MS;
  const before = hours(beginning, lastAdmittedAt);
  return { before, last: hours(lastAdmittedAt, steps.at(-1)?.at ?? lastAdmittedAt) };
}

/** When the last thing of a story is done that begins at `admittedAt`. */
function endOf(story: Story, admittedAt: Instant): Instant {
  return storyScript(story, admittedAt).steps.at(-1)?.at ?? admittedAt;
}

function daytime(now: Instant, hoursAgo: number, draw: Draw): Instant {
  const ago = Date.parse(now) - hoursAgo * HOUR_MS;
  const at = instant(ago - (ago % MINUTE_MS));
  const isNight = localTime(at) < MORNING;
  return isNight && !draw.happens(SHARE_AT_NIGHT) ? plusMs(at, -HOURS_EARLIER * HOUR_MS) : at;
}
