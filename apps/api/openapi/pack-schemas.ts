import { COUNTED_CAUSES, MEASURE_NAMES, type JointGroupView, type PackView } from '@hemgang/cases';
import { ROLES } from '@hemgang/directory';
import { z } from 'zod';
import { instant, localDate } from './basic-schemas';
import { limits, value } from './figures-schemas';

const text = z.strictObject({ sv: z.string(), en: z.string() });
const named = z.strictObject({ id: z.string(), name: z.string() });
const status = z.enum(['agreed', 'under-way', 'done', 'dropped']);
const role = z.strictObject({ id: z.enum(ROLES), name: z.string() });
const days = z.int().min(0);

const edition = z.strictObject({
  id: z.uuid(),
  month: localDate.describe('Its first day.'),
  edition: z.int().min(1),
  hash: z.string().describe('SHA-256 of the frozen content as canonical JSON (RFC 8785).'),
  frozenAt: instant,
  frozenBy: z.string(),
  huvudman: z.string(),
});

export const jointGroup = z.strictObject({
  place: named,
  places: z.array(named).describe('Those that can be asked for.'),
  editions: z.array(edition),
  agreed: z.array(
    z.strictObject({
      id: z.uuid(),
      words: z.string(),
      owner: named,
      role,
      due: localDate,
      lookAgain: localDate,
      agreedAt: instant,
      agreedBy: z.string(),
      status,
      followUps: z
        .array(z.strictObject({ status, note: z.string(), at: instant, by: z.string() }))
        .describe('The latest first.'),
    }),
  ),
  owners: z.array(named).describe('Who can own what is agreed here.'),
  roles: z.array(role),
}) satisfies z.ZodType<JointGroupView>;

const figure = z.strictObject({
  measure: z.enum(MEASURE_NAMES),
  kind: z.enum(['share', 'mean', 'by-day']),
  title: text,
  unit: text,
  numerator: text,
  denominator: text,
  dated: text,
  rule: z.string(),
  isAssumed: z.boolean(),
  month: value,
  series: z.array(value.extend({ from: localDate })),
  limits,
});

const content = z.strictObject({
  format: z.literal(1),
  place: z.strictObject({ id: z.string(), name: text }),
  month: localDate,
  to: localDate.describe('The last day that is counted.'),
  version: z.int().describe('Of the definitions.'),
  figures: z.array(figure),
  causes: z
    .array(
      z.strictObject({
        cause: z.enum(COUNTED_CAUSES),
        text,
        days: days.nullable().describe('Null: of fewer than five cases.'),
      }),
    )
    .describe('Days as utskrivningsklar by cause, the most first.'),
  cases: z
    .array(
      z.strictObject({
        case: z.uuid(),
        ward: text,
        days,
        daysOfMonth: days,
        unknownDays: days,
        causes: z.array(z.strictObject({ text, days })),
      }),
    )
    .nullable()
    .describe('The longest waits, without names; null for the county.'),
  agreed: z.array(
    z.strictObject({
      words: z.string(),
      owner: z.string(),
      role: text,
      due: localDate,
      lookAgain: localDate,
      status,
      note: z.string(),
      notedAt: instant.nullable(),
    }),
  ),
});

export const pack = edition.extend({
  position: z.string().describe('Up to which event of the log it was reckoned.'),
  content,
}) satisfies z.ZodType<PackView>;
