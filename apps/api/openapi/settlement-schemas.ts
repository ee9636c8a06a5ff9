import type {
  DisputeView,
  EvidenceView,
  RowEventView,
  RowIdentityView,
  SettlementDifferenceView,
  SettlementFactsView,
  SettlementRowView,
  SettlementSummaryView,
  SettlementVersionRowsView,
  SettlementView,
} from '@hemgang/cases';
import { z } from 'zod';
import { citation, instant, sequence, unit } from './basic-schemas';
import { paymentAmount } from './payment-schemas';
import { caseSummary, caseView } from './view-schemas';

/* What the settlement of a month shows beside what every case does. */

const ore = z.number().nullable().describe('Null: an amount is missing, or none is shown.');
const average = z.number().nullable().describe('Not rounded; null without stays.');
const localDate = z.iso.date().describe('A day in Sweden.');
const month = z.string().describe('`YYYY-MM`.');
const settledMunicipality = z.strictObject({
  code: z.string().describe('SCB code.'),
  name: z.string(),
});

const rowEvent = z.strictObject({
  name: z.string().describe('`3` of the stay’s log, `sip-5c1f0a9b77de.2` of a SIP’s.'),
  seq: sequence.describe('Its number in the log of its case.'),
  case: z.uuid().nullable().describe('The stay or the SIP; for the region only.'),
}) satisfies z.ZodType<RowEventView>;

export const settlementRow = z.strictObject({
  id: z.string().describe('The same from one computation to the next.'),
  pseudonym: z.string().describe('Stands for a patient’s stay and tells nothing of it.'),
  date: localDate,
  chargeable: z.boolean(),
  reason: z.string().describe('FREE_DAY, BLOCKED, CHARGEABLE or ANALYSIS_ONLY.'),
  reasonText: z.string(),
  rule: citation,
  events: z.array(rowEvent),
  amountOre: ore,
  case: z.uuid().nullable().describe('The stay; for the region only.'),
  dispute: z.string().nullable().describe('The dispute about it.'),
}) satisfies z.ZodType<SettlementRowView>;

export const figures = z.strictObject({
  days: z.int(),
  paidDays: z.int(),
  averageDays: average,
  excessDays: z.number().nullable().describe('Days paid for, or above the threshold.'),
  totalOre: ore,
  combined: z
    .strictObject({
      months: z.array(month),
      n: z.int(),
      sumDays: z.int(),
      averageDays: average,
    })
    .exactOptional()
    .describe('The average over the months that the policy looks at together.'),
  triggered: z
    .boolean()
    .nullable()
    .exactOptional()
    .describe('Whether several months together exceed the threshold; null: that is not known.'),
}) satisfies z.ZodType<SettlementFactsView['undisputed']>;

const sum = {
  withDisputed: figures,
  undisputed: figures.describe('What both sides agree on: this is what is locked.'),
  disputedDays: z.int(),
  disputedOre: ore,
};

export const settlementDifference = z.strictObject({
  since: sequence.describe('The event of the computation it is compared with.'),
  added: z.array(settlementRow),
  removed: z.array(settlementRow),
  changed: z.array(z.strictObject({ before: settlementRow, after: settlementRow })),
}) satisfies z.ZodType<SettlementDifferenceView>;

export const dispute = z.strictObject({
  id: z.string(),
  row: z.string(),
  state: z.enum(['asked', 'joint-group', 'counts', 'removed', 'withdrawn', 'gone']),
  stateText: z.string(),
  stands: z
    .enum(['asked', 'joint-group', 'counts', 'removed'])
    .describe('Where the row stands now; what silence means is read from the deadline.'),
  openedAt: instant,
  answerBy: instant,
  silenceText: z.string(),
  silent: z.boolean().describe('The time to answer is out and nobody has.'),
  thread: z.array(
    z.strictObject({
      seq: sequence,
      at: instant,
      unit: unit.nullable(),
      text: z.string(),
      decidedBy: z.string().nullable(),
    }),
  ),
}) satisfies z.ZodType<DisputeView>;

export const evidence = z.strictObject({
  pseudonym: z.string(),
  side: z.enum(['region', 'municipality', 'other']),
  sideText: z.string(),
  key: z.string(),
  title: z.string(),
  rule: citation.nullable(),
  since: instant,
  dueAt: instant.nullable(),
  closedAt: instant.nullable(),
  late: z.boolean().describe('Done after it was due, or not done when the month was computed.'),
  outcome: z.string().nullable(),
}) satisfies z.ZodType<EvidenceView>;

const version = { event: sequence, computedAt: instant, rows: z.int() };

export const settlementVersion = z.strictObject({
  ...version,
  items: z.array(settlementRow),
}) satisfies z.ZodType<SettlementVersionRowsView>;

export const settlementFacts = z.strictObject({
  municipality: settledMunicipality,
  month,
  region: unit,
  payer: unit,
  policy: z.strictObject({
    id: z.string(),
    version: z.int(),
    title: z.string(),
    model: z.string().describe('individual, average, averageGated or analysisOnly.'),
  }),
  inputHash: z.string().describe('SHA-256 of the facts that the figures rest on.'),
  totals: z.strictObject({
    stays: z.int(),
    days: z.int(),
    paidDays: z.int(),
    averageDays: average,
    skrAverageDays: average.describe('Over stays of a day or more: the national figure.'),
    totalOre: ore,
    simulatedOre: ore.describe('By the law’s own model, where the policy shows no money.'),
  }),
  ...sum,
  signedAt: instant.nullable().describe('When the region signed.'),
  locked: z
    .strictObject({ at: instant, ...sum })
    .nullable()
    .describe('The figures that both have signed, as they were then.'),
  invoices: z.array(z.strictObject({ number: z.string(), ore: z.number(), at: instant })),
  outstandingOre: z.number().describe('Less than nothing: to be credited.'),
  rows: z.array(settlementRow),
  versions: z.array(z.strictObject(version)),
  difference: settlementDifference.nullable(),
  disputes: z.array(dispute),
  evidence: z.array(evidence).describe('What both sides owed in the stays, and when they did it.'),
  amounts: z.array(paymentAmount).describe('The amounts that the newest computation rests on.'),
}) satisfies z.ZodType<SettlementFactsView>;

export const settlementView = caseView.extend({
  settlement: settlementFacts,
}) satisfies z.ZodType<SettlementView>;

export const settlementSummary = caseSummary.extend({
  municipality: settledMunicipality,
  month,
}) satisfies z.ZodType<SettlementSummaryView>;

export const rowIdentity = z.strictObject({
  row: z.string(),
  patient: z.strictObject({ number: z.string(), name: z.string() }),
}) satisfies z.ZodType<RowIdentityView>;
