import { z } from 'zod';
import { messageAssumed, messageLimits } from './message';

const hours = z.number().positive().max(10_000);

/**
 * What the county has agreed on about samordnade individuella planer and the law leaves open. A SIP
 * keeps the values that held when it was started.
 */
export const sipAgreement = z.strictObject({
  id: z.string(),
  /** From seeing the need until the SIP has been offered. */
  erbjudandeHours: hours,
  /** From the offer until its answer is noted. */
  svarHours: hours,
  /** From the consent until the units are called, when there is no stay: the law says "at once". */
  kallelseHours: hours,
  /** Whether the third day after the notice moves from a day off to the next working day (1930:173). */
  sundayRuleForKallelse: z.boolean(),
  /** From the call until the called unit has answered. */
  svaraKallelseHours: hours,
  /** From the call until the meeting is booked. */
  bokaMoteHours: hours,
  /** From the meeting until the plan is established. */
  planHours: hours,
  /** Whether every unit approves the plan also where LPT and LRV do not ask for it. */
  justering: z.boolean(),
  /** From a version of the plan until a unit that must has approved it. */
  justeraHours: hours,
  /** From a follow-up without a next day until there is one, or the SIP is closed. */
  nastaUppfoljningHours: hours,
  ...messageLimits,
});

export type SipAgreement = z.infer<typeof sipAgreement>;

/** Every limit is an assumption until the county confirms it. */
export const sipAssumed: SipAgreement = {
  id: 'vasterbotten-sip-antaget-1',
  erbjudandeHours: 72,
  svarHours: 168,
  kallelseHours: 120,
  sundayRuleForKallelse: true,
  svaraKallelseHours: 72,
  bokaMoteHours: 72,
  planHours: 168,
  justering: false,
  justeraHours: 168,
  nastaUppfoljningHours: 168,
  ...messageAssumed,
};
