import type { ReceiversView } from '@hemgang/cases';
import { START_REASONS } from '@hemgang/directory';
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
  capacity: z
    .array(
      z.strictObject({
        unit: z.strictObject({ id: z.string(), name: z.string() }),
        start: z
          .strictObject({ day: z.iso.date(), reason: z.enum(START_REASONS) })
          .nullable()
          .describe('It begins with nobody before this local date.'),
        days: z.array(z.strictObject({ day: z.iso.date(), expected: z.int(), places: z.int() })),
      }),
    )
    .describe('What units of the receivers’ municipalities have said of the next fourteen days.'),
}) satisfies z.ZodType<ReceiversView>;
