import type { UnitView } from '@hemgang/cases';
import { z } from 'zod';

/* What every view is made of. */

export const instant = z.iso.datetime().describe('UTC, with milliseconds and Z.');
export const localDate = z.iso.date().describe('A day in Sweden.');
export const sequence = z.int().min(1);
export const citation = z.string().describe('The rule, as law and paragraph (`2017:612 2:1`).');
export const person = z.strictObject({ id: z.string(), name: z.string() }).nullable();
export const handoverId = z
  .string()
  .nullable()
  .describe('The handover or move; null when it is the ward’s.');

export const unit = z.strictObject({
  id: z.string(),
  name: z.string(),
  phone: z.string(),
}) satisfies z.ZodType<UnitView>;

export const struckBy = sequence
  .nullable()
  .describe('The event that struck it; null while it stands.');
