import { lineText } from '@hemgang/engine';
import { z } from 'zod';

/** A patient as the ward names her: a reservnummer and a working name when nobody knows her. */
export const patient = z.strictObject({
  number: z.string().min(1).max(40),
  name: lineText,
  address: lineText.optional(),
  /** SCB code of the folkbokföring municipality. */
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
});
