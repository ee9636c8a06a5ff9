import type { ByView, MessageFileView, MessageReceiverView, MessageView } from '@hemgang/cases';
import { z } from 'zod';
import { instant, person, sequence, struckBy, unit } from './basic-schemas';

const by = z.strictObject({ unit, person, at: instant }) satisfies z.ZodType<ByView>;

const file = z.strictObject({
  id: z.uuid(),
  name: z.string().nullable().describe('Null when you were not told the words.'),
  kind: z.string(),
  size: z.int().min(0).describe('Bytes.'),
}) satisfies z.ZodType<MessageFileView>;

const receiver = z.strictObject({
  id: z.string().describe('What `acknowledge-message` and `forward-message` name as `message`.'),
  unit: unit.describe('Whom it was sent to.'),
  owner: unit.describe('Who answers for it: another unit when it was handed over.'),
  word: z.string().describe('owed, acknowledged, struck, withdrawn or lapsed.'),
  wordText: z.string(),
  dueAt: instant.nullable().describe('When the kvittens is due; null when none is owed.'),
  acknowledged: by
    .extend({ answer: z.string().nullable().describe('The message that answers it, if any.') })
    .nullable(),
  forwarded: z.array(
    by.extend({
      to: unit,
      handedOver: z.boolean().describe('Whether the kvittens went with it.'),
    }),
  ),
}) satisfies z.ZodType<MessageReceiverView>;

/** A message between the parties of a case. */
export const message = z.strictObject({
  id: z.string().describe('What `send-message` names as `re`.'),
  event: sequence,
  re: z.string().nullable().describe('The message that it answers.'),
  thread: z.string().describe('The message that its thread begins with.'),
  sent: by,
  category: z.string(),
  priority: z.string().describe('acute or ordinary.'),
  text: z
    .string()
    .nullable()
    .describe('Null when you were not told the words, or they are kept no more.'),
  attachments: z.array(file),
  receivers: z.array(receiver),
  struckBy,
}) satisfies z.ZodType<MessageView>;
