import { DECISIONS } from '@hemgang/access';
import { z } from 'zod';

/** As many as a reviewer can go through. */
const SAMPLE_MAX = 200;

const NUMBER_LENGTH_MAX = 13;

const inOrder = ({ from, to }: { readonly from: string; readonly to: string }) => from <= to;
const BEFORE_FROM = { path: ['to'], error: 'before from' };

/** Whole local days, and how many lines are picked by chance. */
export const reviewBody = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    size: z.int().min(0).max(SAMPLE_MAX),
  })
  .refine(inOrder, BEFORE_FROM);

export const decisionBody = z.strictObject({ decision: z.enum(DECISIONS) });

/** Whose log, in which days; `names` only after a secrecy test. Never in an address. */
export const extractBody = z
  .strictObject({
    number: z.string().min(1).max(NUMBER_LENGTH_MAX),
    from: z.iso.date(),
    to: z.iso.date(),
    names: z.boolean(),
  })
  .refine(inOrder, BEFORE_FROM);
