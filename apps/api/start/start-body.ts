import type { LinkReport } from '@hemgang/cases';
import { instantField } from '@hemgang/engine';
import { instantAt } from '@hemgang/kernel';
import { z } from 'zod';

/** `2026-03-06T14:00`, as a browser's field for date and time gives it: the clock in Sweden. */
const LOCAL = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/;

const localTime = z
  .string()
  .regex(LOCAL)
  .transform((text) => instantAt(text.slice(0, 10), text.slice(11)));

/** What somebody with a link says: the page's three buttons. */
export const startBody = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.enum(['started', 'not-home']) }),
  z.strictObject({ outcome: z.literal('later'), startAt: z.union([localTime, instantField]) }),
]) satisfies z.ZodType<LinkReport>;
