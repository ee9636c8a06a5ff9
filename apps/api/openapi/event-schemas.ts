import type { EventView } from '@hemgang/cases';
import { z } from 'zod';
import { handoverId, instant, person, sequence, struckBy, unit } from './view-schemas';

const dutyTold = z.strictObject({ id: z.string(), title: z.string() });

const standing = z.strictObject({ dueAt: instant.nullable(), unit });

export const event = z.strictObject({
  seq: sequence,
  type: z.string(),
  title: z.string(),
  occurredAt: instant,
  recordedAt: instant,
  actor: z.strictObject({ system: z.string().nullable(), person, unit: unit.nullable() }),
  handover: handoverId,
  facts: z.record(z.string(), z.unknown()),
  opened: z.array(dutyTold),
  closed: z.array(dutyTold.extend({ outcome: z.string() })),
  moved: z
    .array(dutyTold.extend({ before: standing, after: standing }))
    .describe('Duties that went on with another time or owner.'),
  told: z.array(unit).describe('Units that it was told to.'),
  struckBy,
  correctedBy: z.array(sequence).describe('The events that corrected facts of it.'),
  corrects: sequence.nullable().describe('The event that this one corrects or strikes.'),
  mayCorrect: z.array(z.string()).describe('Facts of it that you may correct.'),
  mayMakulera: z.boolean().describe('Whether you may strike it.'),
}) satisfies z.ZodType<EventView>;
