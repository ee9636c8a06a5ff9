import type { AfterwardsView, EventView } from '@hemgang/cases';
import { z } from 'zod';
import { handoverId, instant, person, sequence, struckBy, unit } from './basic-schemas';

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
  source: z.string().nullable().describe('The older system that it was taken over from.'),
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

export const afterwards = z.strictObject({
  event: sequence,
  title: z.string(),
  unit,
  channel: z.string().describe('phone, fax, paper, letter or secure-mail.'),
  name: z.string().nullable().describe('With whom; null when your authority was not told.'),
  at: instant,
  recordedAt: instant,
  text: z.string(),
  answers: z.array(
    z.strictObject({
      unit,
      is: z.string().describe('unanswered, acknowledged or disputed.'),
      event: sequence.nullable(),
    }),
  ),
  isMarked: z.boolean().describe('Somebody has still to acknowledge or dispute it.'),
  mayAnswer: z.boolean().describe('Your unit may.'),
}) satisfies z.ZodType<AfterwardsView>;
