import { z } from 'zod';

const ADDRESS_LENGTH_MAX = 200;
const HOURS_MAX = 6;
const IDS_MAX = 200;

const wishedFor = z.enum(['all', 'acute', 'nothing']);
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** How somebody wants to be told outside the application. */
export const wishesBody = z
  .strictObject({
    mail: z.email().max(ADDRESS_LENGTH_MAX).nullable(),
    phone: z
      .string()
      .regex(/^\+\d{6,15}$/)
      .nullable()
      .describe('With the country: +46701740605.'),
    mailFor: wishedFor,
    smsFor: wishedFor,
    digestHours: z.array(z.int().min(0).max(23)).max(HOURS_MAX),
    quietFrom: time.nullable(),
    quietUntil: time.nullable(),
    language: z.enum(['sv', 'en']),
  })
  .refine(({ quietFrom, quietUntil }) => (quietFrom === null) === (quietUntil === null), {
    path: ['quietUntil'],
    error: 'both or none',
  });

export const redeliverBody = z.strictObject({
  ids: z
    .array(z.string().regex(/^[1-9]\d{0,15}$/))
    .min(1)
    .max(IDS_MAX),
});

export const deliveriesQuery = z.strictObject({
  status: z.enum(['queued', 'sent', 'failed', 'held', 'needless']).optional(),
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,15}$/)
    .optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .pipe(z.number().max(IDS_MAX))
    .optional(),
});

/** What an SMS provider tells: its own number of the message, and what became of it. */
export const statusForm = z.looseObject({
  status: z.enum(['delivered', 'failed']),
  delivered: z.string().max(40).optional().describe('When, in UTC.'),
});
