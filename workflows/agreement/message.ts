import { z } from 'zod';

const hours = z.number().positive().max(1_000);

/** What is agreed on about messages, in every type of case whose parties write to each other. */
export const messageLimits = {
  /** From getting an acute message to its kvittens, day and night. */
  meddelandeAkutHours: hours,
  /** From getting any other message to its kvittens. */
  meddelandeHours: hours,
};

export type MessageAgreement = z.infer<z.ZodObject<typeof messageLimits>>;

/** Assumed until the county confirms it. */
export const messageAssumed: MessageAgreement = { meddelandeAkutHours: 2, meddelandeHours: 24 };
