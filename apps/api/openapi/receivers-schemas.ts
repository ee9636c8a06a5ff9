import type { ReceiversView } from '@hemgang/cases';
import { z } from 'zod';
import { citation } from './basic-schemas';

/* Whom a ward is proposed to send to. */

export const receivers = z.strictObject({
  proposals: z.array(
    z.strictObject({
      unit: z.strictObject({ id: z.string(), name: z.string() }),
      because: z
        .array(z.strictObject({ key: z.string(), text: z.string(), rule: citation.nullable() }))
        .describe('The facts that speak for it; never empty.'),
    }),
  ),
  unknown: z
    .array(z.strictObject({ key: z.string(), text: z.string() }))
    .describe('Why nothing, or not all, is proposed.'),
  candidates: z
    .array(
      z.strictObject({
        unit: z.string().describe('Id of the unit.'),
        warnings: z.array(
          z.strictObject({
            key: z.string(),
            text: z.string(),
            then: z.string().describe('What happens if one sends to it.'),
          }),
        ),
      }),
    )
    .describe('Units that something speaks against; they may be chosen all the same.'),
}) satisfies z.ZodType<ReceiversView>;
