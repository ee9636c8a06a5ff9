import { z } from 'zod';

const hours = z.number().positive().max(10_000);

/** What the county has agreed on about avvikelser. One keeps the values that held when it was reported. */
export const avvikelseAgreement = z.strictObject({
  id: z.string(),
  /** From the report until the unit that it concerns has received it. */
  mottagandeHours: hours,
  /** From the report, and from the day an answer was sent back, until it has been answered. */
  svarHours: hours,
  /** From an answer until the reporter has closed it or sent it back. */
  avslutHours: hours,
});

export type AvvikelseAgreement = z.infer<typeof avvikelseAgreement>;

/** Assumed, every one of them, until the county confirms it. */
export const avvikelseAssumed: AvvikelseAgreement = {
  id: 'avvikelse-antaget-1',
  mottagandeHours: 72,
  svarHours: 504,
  avslutHours: 336,
};
