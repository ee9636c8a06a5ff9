import {
  DECISIONS,
  REVIEW_REASONS,
  type ExtractLine,
  type PatientExtract,
  type ReviewView,
} from '@hemgang/access';
import { z } from 'zod';
import { instant } from './basic-schemas';

const day = z.iso.date();
const count = z.int().min(0);
const reason = z.enum([...REVIEW_REASONS]).describe('Why it was picked; no accusation.');

export const logReview = z.strictObject({
  id: z.string(),
  from: day,
  to: day.describe('The last day, itself included.'),
  madeAt: instant,
  lines: count.describe('Lines of the log that were looked at.'),
  found: count.describe('Of those, how many a rule found.'),
  picked: count,
  open: count.describe('Picked lines that nobody has decided about.'),
}) satisfies z.ZodType<ReviewView>;

export const logReviewLine = z.strictObject({
  line: z.string(),
  reasons: z.array(reason),
  at: instant,
  staff: z.string(),
  unit: z.string(),
  act: z.string().describe('In words.'),
  action: z.string().describe('As the log says it.'),
  caseId: z.uuid().nullable(),
  patients: count.describe('How many patients the line is about.'),
  decision: z.enum(DECISIONS).nullable(),
  decidedAt: instant.nullable(),
}) satisfies z.ZodType;

const extractLine = z.strictObject({
  at: instant,
  unit: z.string(),
  act: z.string().describe('What was done, in words.'),
  breakGlass: z.boolean(),
  staff: z.string().nullable().describe('Null unless names were asked for after a secrecy test.'),
}) satisfies z.ZodType<ExtractLine>;

export const patientExtract = z.strictObject({
  controller: z.strictObject({ id: z.string(), name: z.string() }),
  from: day,
  to: day,
  items: z.array(extractLine),
}) satisfies z.ZodType<PatientExtract>;
