import type { DeadWebhookView, WebhookChanged, WebhookView } from '@hemgang/cases';
import { WEBHOOK_KINDS } from '@hemgang/webhooks';
import { z } from 'zod';
import { instant } from './basic-schemas';

export const webhook = z.strictObject({
  id: z.string(),
  url: z.string(),
  kinds: z.array(z.enum(WEBHOOK_KINDS)),
  state: z.enum(['active', 'paused', 'gone']).describe('`gone`: the receiver answered 410.'),
  version: z.int(),
  createdAt: instant,
  formerSecretUntil: instant.nullable().describe('Until then the former secret signs as well.'),
  waiting: z.int(),
  oldestAt: instant.nullable(),
  dead: z.int().describe('Laid aside: nobody tries any more.'),
  lastSentAt: instant.nullable(),
}) satisfies z.ZodType<WebhookView>;

export const deadWebhook = z.strictObject({
  id: z.int(),
  key: z.string().describe('The `webhook-id`.'),
  kind: z.enum(WEBHOOK_KINDS),
  unit: z.strictObject({ id: z.string(), name: z.string() }),
  at: instant,
  deadAt: instant,
  errorCode: z.string().describe('How the last try ended, or RESTORED.'),
  tries: z
    .array(
      z.strictObject({
        at: instant,
        ms: z.int(),
        status: z.int().nullable(),
        outcome: z.string(),
      }),
    )
    .describe('The latest first.'),
}) satisfies z.ZodType<DeadWebhookView>;

export const webhookChanged = z.strictObject({
  subject: z.string(),
  replayed: z.boolean(),
  secret: z.string().nullable().describe('A new secret, shown this once.'),
}) satisfies z.ZodType<WebhookChanged>;
