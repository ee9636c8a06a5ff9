import type {
  DeliveryLineView,
  DeliveryView,
  NoticeWishesView,
  ToldCaseView,
  ToldViewView,
} from '@hemgang/cases';
import { z } from 'zod';
import { wishesBody } from '../notices/notice-bodies';
import { instant, unit } from './basic-schemas';

const channel = z.enum(['mail', 'sms']);
const status = z.enum(['queued', 'sent', 'failed', 'held', 'needless']);
const person = z.strictObject({ id: z.string(), name: z.string() });

export const noticeWishes = z.strictObject(wishesBody.shape) satisfies z.ZodType<NoticeWishesView>;

export const toldCase = z.strictObject({
  caseId: z.uuid(),
  path: z.string().describe('Path of its type.'),
  unit,
  assignment: z.string().nullable().describe('In which you work there.'),
  title: z.string().nullable().describe('What is to be done; null: something to read.'),
  duty: z.string().nullable(),
  isDone: z.boolean(),
}) satisfies z.ZodType<ToldCaseView>;

/** A saved view of the statistics that a message was about. */
export const toldView = z.strictObject({ id: z.uuid(), unit }) satisfies z.ZodType<ToldViewView>;

export const delivery = z.strictObject({
  id: z.string(),
  unit,
  person: person.nullable().describe('At your own unit; null: somebody at another.'),
  channel,
  title: z.string().nullable(),
  acute: z.boolean(),
  status,
  trail: z.array(
    z.strictObject({
      kind: z.enum(['queued', 'sent', 'delivered', 'opened', 'acted', 'failed']),
      at: instant,
      reason: z.string().nullable(),
    }),
  ),
}) satisfies z.ZodType<DeliveryView>;

export const deliveryLine = z.strictObject({
  id: z.string(),
  unit,
  person,
  channel,
  title: z.string().nullable(),
  acute: z.boolean(),
  status,
  createdAt: instant,
  sendAt: instant,
  lastAt: instant.nullable(),
  reason: z.string().nullable(),
}) satisfies z.ZodType<DeliveryLineView>;
