import { lineText } from '@hemgang/engine';
import { z } from 'zod';

const NAME_LENGTH_MAX = 40;

/** Too few for a personal number, however it is spelled. */
const DIGITS_MAX = 5;

/** What stands in the address of a worklist: a closed set, so that nobody's name or number can. */
export const savedQuery = z.strictObject({
  visa: z.enum(['all', 'late', 'today', 'unseen', 'mine', 'free']),
  ordna: z.enum(['uppgifter', 'patienter']),
});

export const savedViewBody = z.strictObject({
  name: lineText
    .max(NAME_LENGTH_MAX)
    .trim()
    .refine((name) => name.replaceAll(/\P{Nd}/gu, '').length <= DIGITS_MAX, {
      error: 'digits of a personal number',
    })
    .describe('Of the view, never of a patient: at most five digits.'),
  query: savedQuery,
  shared: z.boolean().describe('Whether everybody at your unit has it.'),
});
