import type { BoardLineView } from '@hemgang/cases';
import { z } from 'zod';
import { localDate } from './basic-schemas';

/* What hangs on the wall of a ward. */

export const boardLine = z.strictObject({
  initials: z.string().nullable().describe('Null: protected, or not known.'),
  isProtected: z.boolean(),
  days: z.int().min(0).describe('Since the admission.'),
  expectedOn: localDate.nullable(),
  stateText: z.string(),
  utskrivningsklarSince: localDate.nullable(),
  waitsFor: z.string().nullable().describe('The unit that is waited for; null: the ward, or none.'),
  late: z.array(z.string()).describe('What is late, in words.'),
}) satisfies z.ZodType<BoardLineView>;
