import { WEBHOOK_KINDS } from '@hemgang/webhooks';
import { z } from 'zod';

/** Longer is no address that somebody has typed. */
const URL_LENGTH_MAX = 500;

/** As many as a page of a list holds. */
const IDS_MAX = 200;

export const kindsBody = z.strictObject({
  kinds: z.array(z.enum(WEBHOOK_KINDS)).min(1).max(WEBHOOK_KINDS.length),
});

/** Where a system of the controller is to be told, and of what. */
export const webhookBody = kindsBody.extend({ url: z.url().max(URL_LENGTH_MAX) });

/** Which of what was laid aside; null: all of it. */
export const redeliverBody = z.strictObject({
  ids: z.array(z.int().positive()).min(1).max(IDS_MAX).nullable(),
});
