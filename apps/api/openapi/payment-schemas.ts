import type { AmountView, PaymentView } from '@hemgang/cases';
import { z } from 'zod';
import { citation, instant } from './basic-schemas';

const payerCode = z
  .string()
  .nullable()
  .describe('SCB code of the municipality that pays; null when none is known.');
const date = z.iso.date();
const events = z.array(z.string()).describe('The events that it rests on: `<case>.<number>`.');
const amount = z
  .int()
  .nullable()
  .describe('Öre; null when an amount is missing or the policy shows none.');

const payer = z.strictObject({
  municipality: payerCode,
  name: z.string().nullable(),
  rule: citation,
  from: date,
  until: date.nullable().describe('The first day on which another one pays.'),
  policy: z.string().describe('The policy that binds it.'),
  events,
});

const condition = z.strictObject({
  payer: payerCode,
  noticeAt: instant.nullable().describe('Its period; null before there is one.'),
  requirement: z.enum([
    'INSKRIVNING_24H',
    'USK_NOTICE',
    'KALLELSE_3D',
    'OPEN_CARE_CLEAR',
    'NOT_OPPOSED',
  ]),
  text: z.string(),
  rule: citation,
  owner: z.strictObject({
    id: z.string().describe('Whose duty it is: ward, open-care, or the patient herself.'),
    name: z.string(),
  }),
  state: z.enum(['met', 'hinders', 'waiting']),
  latestAt: instant.nullable(),
  latestOn: date.nullable(),
  metAt: instant.nullable(),
  code: z
    .enum([
      'INSKRIVNING_MISSING',
      'INSKRIVNING_LATE',
      'KALLELSE_MISSING',
      'KALLELSE_LATE',
      'OPEN_CARE_NOT_CLEAR',
      'MEASURES_OPPOSED',
    ])
    .nullable(),
  since: instant.nullable(),
  events,
});

const day = z.strictObject({
  payer: payerCode,
  date,
  chargeable: z.boolean(),
  reason: z.enum(['FREE_DAY', 'BLOCKED', 'CHARGEABLE', 'ANALYSIS_ONLY']),
  text: z.string(),
  rule: citation,
  events,
  amountOre: amount,
});

const totals = z.strictObject({
  delayDays: z.int().describe('Days as utskrivningsklar, paid for or not.'),
  days: z.int().describe('Days to pay for.'),
  ore: amount,
});

/** What a day costs, with its source. */
export const paymentAmount = z.strictObject({
  from: date,
  to: date.describe('Its last day.'),
  orePerDay: z.int(),
  source: z.string(),
  confidence: z.string().describe('read, secondary or derived.'),
  enteredOn: date.nullable().describe('Null: one of the program’s own.'),
}) satisfies z.ZodType<AmountView>;

/** The compiler checks that it is the type of libs/cases; a test checks real answers against it. */
export const payment = z.strictObject({
  caseId: z.uuid(),
  version: z.int().describe('How many events of the stay it is reckoned from.'),
  asOf: instant,
  policy: z.strictObject({
    id: z.string(),
    version: z.int(),
    title: z.string(),
    model: z.string().describe('individual, average, averageGated or analysisOnly.'),
    source: z.string(),
    confidence: z.string().describe('read, secondary, derived or assumption.'),
  }),
  payer,
  payers: z.array(payer).describe('Who has paid on which days; mostly one.'),
  conditions: z.array(condition).describe('The conditions of 2017:612 5 kap.'),
  periods: z.array(
    z.strictObject({
      payer: payerCode,
      noticeAt: instant,
      liableFrom: date,
      endsOn: date.nullable(),
      days: z.int(),
    }),
  ),
  days: z.array(day),
  totals,
  amounts: z
    .array(paymentAmount)
    .describe('The amounts that these days and the simulated ones rest on.'),
  simulated: z
    .strictObject({ text: z.string(), policy: z.string(), days: z.array(day), totals })
    .nullable()
    .describe("The law's own model where no money follows from the agreement; nobody owes it."),
  difference: z
    .strictObject({
      days: z.array(
        z.strictObject({
          payer: payerCode,
          date,
          before: day.nullable(),
          after: day.nullable(),
        }),
      ),
      totals,
    })
    .nullable()
    .describe('Of an earlier version only: what is otherwise now.'),
}) satisfies z.ZodType<PaymentView>;
