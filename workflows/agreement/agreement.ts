import { paymentStart, type Instant, type LocalDate } from '@hemgang/kernel';
import { z } from 'zod';
import { messageAssumed, messageLimits } from './message';

const hours = z.number().positive().max(1_000);

/**
 * What the county has agreed on and the law leaves open. A case keeps the values that held when it
 * was opened; changing them is an event of its own.
 */
export const dischargeAgreement = z.strictObject({
  id: z.string(),
  /** From seeing a notice to the kvittens, elapsed hours. */
  kvittensHours: hours,
  /** From the first notice to the answer "known / not known". */
  svarHours: hours,
  /** From the first notice until the receiver has started its own planning (2:6 sets no limit). */
  planeringHours: hours,
  /** From the first notice until the open care has clarified its measures (5:5 sets no limit). */
  oppenvardHours: hours,
  /** From the judgement until the notice has gone out, when secrecy hindered it at first. */
  underrattelseHours: hours,
  /** From a felsänt notice coming back until it has gone to the right unit. */
  nyMottagareHours: hours,
  /** From writing something for a receiver without an account until it has been sent. */
  skickaExterntHours: hours,
  ...messageLimits,
  /** From the latest of request, planned time and readiness until the other ward has answered. */
  omflyttningHours: hours,
  /** From a request to move the case to another municipality until it has answered (SoL 29:10). */
  overflyttningHours: hours,
  /** An admission within so many days of the end of a stay is a readmission and follows on it. */
  readmissionDays: z.number().int().min(1).max(365),
  /** From the patient's leaving until a municipal unit confirms the start that it has not planned. */
  overtagandeHours: hours,
  /** From the patient's leaving home until the first visit is planned, when none was. */
  startplaneringHours: hours,
  /** From the first visit as planned until somebody confirms that it took place. */
  startHours: hours,
  /** From the patient's leaving until a korttids or SÄBO confirms the arrival. */
  ankomstHours: hours,
  /** From a visit that found nobody at home until the next one is planned. */
  nyttBesokHours: hours,
  /** From the patient's leaving until the open care has booked its contact. */
  bokaKontaktHours: hours,
  /** From the arrival at a korttids until the way home is planned. */
  hemgangKorttidsHours: hours,
  /** When the municipality's liability starts: 2017:612 5:4 unless agreed otherwise (4:5). */
  paymentStart: z.strictObject({
    freeDays: z.number().int().min(0).max(60),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    atCutoffIsLate: z.boolean(),
  }),
});

export type DischargeAgreement = z.infer<typeof dischargeAgreement>;

/**
 * Västerbotten's agreement of 2022 is not public. Every limit here is an assumption until the county
 * confirms it, except `paymentStart`, which is the statute's (5:4, read with I-1 to I-3).
 */
export const vasterbottenAssumed: DischargeAgreement = {
  id: 'vasterbotten-antaget-1',
  kvittensHours: 24,
  svarHours: 24,
  planeringHours: 48,
  oppenvardHours: 48,
  underrattelseHours: 24,
  nyMottagareHours: 4,
  skickaExterntHours: 4,
  ...messageAssumed,
  overflyttningHours: 72,
  omflyttningHours: 8,
  readmissionDays: 30,
  overtagandeHours: 24,
  startplaneringHours: 4,
  startHours: 2,
  ankomstHours: 12,
  nyttBesokHours: 2,
  bokaKontaktHours: 72,
  hemgangKorttidsHours: 336,
  paymentStart: { freeDays: 3, time: '12:00', atCutoffIsLate: false },
};

/** The local date on which liability starts, given when the utskrivningsklar notice was sent. */
export function paymentStartOf(sentAt: Instant, agreement: DischargeAgreement): LocalDate {
  return paymentStart(sentAt, agreement.paymentStart);
}
