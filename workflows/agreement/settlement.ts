import type { Text } from '@hemgang/kernel';
import { z } from 'zod';

const days = z.number().int().min(1).max(365);

/** What it means that a dispute has not been answered when its time is out. */
export const SILENCES = ['row-falls', 'row-stands', 'joint-group'] as const;

export type Silence = (typeof SILENCES)[number];

/** What silence means, as both sides read it. */
export const SILENCE_WORDS = {
  'row-falls': {
    sv: 'Utan svar i tid räknas raden inte.',
    en: 'Without an answer in time the row does not count.',
  },
  'row-stands': {
    sv: 'Utan svar i tid räknas raden.',
    en: 'Without an answer in time the row counts.',
  },
  'joint-group': {
    sv: 'Utan svar i tid avgör den gemensamma gruppen.',
    en: 'Without an answer in time the joint group decides.',
  },
} as const satisfies Record<Silence, Text>;

/** What region and municipalities have agreed on for the settlement of a month. Days are local dates. */
export const settlementAgreement = z.strictObject({
  id: z.string(),
  /** From the computation until the municipality has reviewed the basis. */
  granskningDays: days,
  /** From the review, and from the region's signature, until the next side has signed. */
  underskriftDays: days,
  /** From a dispute until the region has answered it. */
  bestridandeDays: days,
  bestridandeSilence: z.enum(SILENCES),
  /** From the answer until the joint group (partssammansatt grupp) has decided. */
  gruppDays: days,
  /** From the lock until the invoice, or the credit, has been made out. */
  fakturaDays: days,
  /** From a wish to open a locked settlement until the other side has answered. */
  oppningDays: days,
});

export type SettlementAgreement = z.infer<typeof settlementAgreement>;

/** Assumed, every one of them, until the county confirms it. */
export const settlementAssumed: SettlementAgreement = {
  id: 'avrakning-antaget-1',
  granskningDays: 10,
  underskriftDays: 10,
  bestridandeDays: 14,
  bestridandeSilence: 'joint-group',
  gruppDays: 30,
  fakturaDays: 30,
  oppningDays: 14,
};
