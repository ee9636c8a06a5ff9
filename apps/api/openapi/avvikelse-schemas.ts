import {
  CATEGORIES,
  CONSEQUENCES,
  type AvvikelseFactsView,
  type AvvikelseLineView,
  type AvvikelsePatternsView,
  type AvvikelseSummaryView,
  type AvvikelseView,
} from '@hemgang/cases';
import { z } from 'zod';
import { instant, localDate, unit } from './basic-schemas';
import { caseSummary, caseView } from './view-schemas';

/* What an avvikelse shows beside what every case does, and how they are counted. */

const category = z.enum(CATEGORIES);
const words = z.string();

export const avvikelseFacts = z.strictObject({
  about: z
    .strictObject({ id: z.uuid(), type: z.string() })
    .describe('The case in which it happened. Whether you may open it, that case decides.'),
  reporter: unit,
  concerned: unit,
  category,
  categoryText: words,
  consequence: z.enum(CONSEQUENCES),
  consequenceText: words,
  reportedAt: instant,
  receivedAt: instant.nullable(),
  answeredAt: instant.nullable().describe('The first answer.'),
  sentBackAt: instant.nullable().describe('When an answer was sent back; at most once.'),
}) satisfies z.ZodType<AvvikelseFactsView>;

export const avvikelseView = caseView.extend({
  avvikelse: avvikelseFacts,
}) satisfies z.ZodType<AvvikelseView>;

export const avvikelseSummary = caseSummary.extend({
  reporter: unit,
  concerned: unit,
  category,
  categoryText: words,
}) satisfies z.ZodType<AvvikelseSummaryView>;

const bars = z.array(z.strictObject({ value: z.string(), text: words, count: z.int().min(1) }));

export const avvikelsePatterns = z.strictObject({
  from: localDate,
  to: localDate,
  total: z.int().min(0).describe('Those that were withdrawn do not count.'),
  patterns: z
    .strictObject({
      category: bars,
      consequence: bars,
      reporter: bars,
      concerned: bars,
      month: bars,
      answered: bars.describe('in-time, late or waiting: by the first answer.'),
    })
    .describe('Of those of which a unit of your huvudman is a side.'),
}) satisfies z.ZodType<AvvikelsePatternsView>;

export const avvikelseLine = z.strictObject({
  id: z.uuid(),
  reportedAt: instant,
  reporter: unit,
  concerned: unit,
  category,
  categoryText: words,
  state: z.enum(['reported', 'received', 'answered', 'closed', 'withdrawn']),
  stateText: words,
  isOwn: z.boolean().describe('Whether your unit is a party of it, and so can open it.'),
}) satisfies z.ZodType<AvvikelseLineView>;
