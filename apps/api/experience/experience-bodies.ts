import { KINDS_OF_CASES } from '@hemgang/cases';
import { daysBetween } from '@hemgang/kernel';
import { z } from 'zod';
import { FIGURE_DAYS_MAX, figurePlace } from '../edge/query';

/** More than any questionnaire asks, of a length that no key has. */
const questionKey = z.string().regex(/^[a-z_]{1,40}$/);

const rating = z.int().min(0).max(5).describe('From 5, entirely true, to 1; 0: does not know.');

/** What somebody with a code says, as a form sends it. */
export const linkAnswers = z.record(
  questionKey,
  z.union([rating, z.enum(['0', '1', '2', '3', '4', '5']).transform(Number)]),
);

/** What staff enter of it. */
export const enteredAnswers = z.strictObject({
  secret: z.string().regex(/^[0-9A-Za-z -]{16,40}$/),
  way: z.enum(['phone', 'paper']),
  answers: z.record(questionKey, rating).describe('By question, every one of them.'),
});

export const stayInvitation = z.strictObject({ kind: z.enum(KINDS_OF_CASES.discharges) });
export const sipInvitation = z.strictObject({ kind: z.enum(KINDS_OF_CASES.sips) });

/** The page in another language than the browser's. */
export const pageLanguage = z.strictObject({ language: z.enum(['sv', 'en']).optional() });

export const resultsQuery = z
  .strictObject({ place: figurePlace, from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'before from' })
  .refine(({ from, to }) => daysBetween(from, to) < FIGURE_DAYS_MAX, {
    path: ['to'],
    error: 'more than ten years after from',
  });
