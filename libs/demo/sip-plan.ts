import { addDays, instantAt, localDate, MINUTE_MS, plusMs, type Instant } from '@hemgang/kernel';
import { Draw } from './draw';
import type { SipStory } from './sip-story';

/** A SIP of the plan, and when it is started when the county is looked at then. */
export interface PlannedSip {
  readonly story: SipStory;
  startsAt(now: Instant): Instant;
}

/** People who are in no hospital of the plan: inhabitants beyond those who are. */
const FIRST_PATIENT = 200_000;
const SIPS = 40;
const DAYS_BACK = 120;
const MINUTES_OF_A_MORNING = 240;

/** SIPs without a stay: some have just been started, some have their follow-ups behind them. */
export function storySips(): readonly PlannedSip[] {
  return Array.from({ length: SIPS }, (_, index) => {
    const draw = new Draw(`sip ${index}`);
    const days = Math.floor(draw.between(1, DAYS_BACK));
    const minutes = Math.floor(draw.between(0, MINUTES_OF_A_MORNING));
    return {
      story: { key: `sip-${index}`, n: FIRST_PATIENT + index, seed: 'county', index },
      startsAt: (now: Instant) =>
        plusMs(instantAt(addDays(localDate(now), -days), '08:00'), minutes * MINUTE_MS),
    };
  });
}
