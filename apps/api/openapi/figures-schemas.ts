import {
  COUNTED_CAUSES,
  MEASURE_NAMES,
  NO_BETWEEN,
  NO_ROLLING,
  NUMBERED_NAMES,
  PLACE_LEVELS,
  SEARCHED_CAUSES,
  type FigureCasesView,
  type FiguresView,
  type SipFiguresView,
} from '@hemgang/cases';
import { z } from 'zod';
import { instant, localDate } from './basic-schemas';

const count = z.int().min(0);

const sipCounts = z
  .strictObject({
    started: count,
    withoutStay: count,
    offered: count,
    declined: count,
    refused: count.describe('Not made although somebody saw the need, with a documented reason.'),
    consented: count,
    called: count,
    kallelser: count.describe('Calls that the law asks for in a stay (2017:612 4:3).'),
    kallelserInTime: count,
    held: z
      .strictObject({
        home: count,
        video: count,
        phone: count,
        hospital: count,
        'other-place': count,
      })
      .describe('Meetings by how they met.'),
    established: count,
    followedUp: count,
    followUps: count.describe('A SIP may have many.'),
    closed: count,
  })
  .describe('Numbers of SIPs, where nothing else is said; what has been struck does not count.');

export const sipFigures = z.strictObject({
  from: localDate,
  to: localDate,
  all: sipCounts,
  huvudman: z
    .array(z.strictObject({ id: z.string(), name: z.string(), sips: sipCounts }))
    .describe('Each with the SIPs that its units have started.'),
}) satisfies z.ZodType<SipFiguresView>;

export const place = z.strictObject({
  id: z
    .string()
    .describe(
      '`county`, or the level and what it is: `municipality:<SCB code>`, `hospital:…`, `ward:…`.',
    ),
  level: z.enum(PLACE_LEVELS),
  name: z.string(),
  isOwn: z.boolean().describe('Of your own organisation: figures of few cases are shown.'),
  crossedWith: z
    .array(z.enum(PLACE_LEVELS))
    .describe('With places of which levels it can be crossed, where one of the two is your own.'),
});

export const value = z.strictObject({
  count: z.number().nullable(),
  whole: z.number().nullable(),
  value: z.number().nullable().describe('Null: not shown, or there is nothing to reckon it of.'),
  isHidden: z.boolean().describe('Made of fewer than five cases of another organisation.'),
});

export const limits = z
  .strictObject({ centre: z.number(), lower: z.number(), upper: z.number() })
  .nullable()
  .describe('Of an XmR chart; null for fewer than eight stretches.');

const rolling = z
  .array(
    z.strictObject({
      to: localDate.describe('The last day of the last month.'),
      count: z.number(),
      whole: z.number(),
      value: z.number().nullable().describe('Null: there is nothing to reckon it of.'),
    }),
  )
  .nullable()
  .describe(
    'The twelve whole months that end with each month; they overlap: no limits go with them.',
  );

const between = z
  .strictObject({
    intervals: z
      .array(z.strictObject({ on: localDate, days: count }))
      .describe('By the day of the later event; 0 for two on one day.'),
    limits: limits.describe(
      'Of a T chart (Nelson 1994), in days; null for fewer than eight intervals.',
    ),
    open: z
      .strictObject({ since: localDate, to: localDate, days: count })
      .describe('Since the last event: not over, and so no interval yet.'),
  })
  .nullable()
  .describe(
    'Days from one unwanted event to the next, over the period and at least 730 days back.',
  );

const courses = {
  isFew: z
    .boolean()
    .describe('The stretches hold too few to be compared: rolling and between come first.'),
  rolling,
  noRolling: z.enum(NO_ROLLING).nullable().describe('Why it is not shown.'),
  between,
  noBetween: z.enum(NO_BETWEEN).nullable().describe('Why it is not shown.'),
};

const plainFigure = z.strictObject({
  measure: z.enum(MEASURE_NAMES),
  title: z.string(),
  kind: z.enum(['share', 'mean', 'by-day']),
  unit: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  dated: z.string().describe('Which day it belongs to.'),
  rule: z.string(),
  isAssumed: z.boolean().describe('Assumed until the customer says.'),
  all: value.describe('Of the whole period.'),
  series: z.array(value.extend({ from: localDate })).describe('Stretch by stretch, without gaps.'),
  limits,
  spread: z
    .strictObject({ median: z.int(), p90: z.int() })
    .nullable()
    .describe(
      'Of waits over the whole period: half were at most the median, nine of ten at most p90.',
    ),
});

const figure = plainFigure.extend(courses);

const numberedValue = value.extend({
  isMissing: z
    .boolean()
    .describe('No number holds for some of the days: the customer has to enter it.'),
});

const numbered = plainFigure.omit({ kind: true, spread: true }).extend({
  measure: z.enum(NUMBERED_NAMES),
  all: numberedValue.describe('Of the whole period.'),
  series: z.array(numberedValue.extend({ from: localDate })),
  numbers: z
    .array(
      z.strictObject({
        from: localDate.describe('The first day that it holds for.'),
        value: z.int().positive(),
        source: z.string().describe('Who says so.'),
      }),
    )
    .describe('Those that hold for days of the period, the earliest first.'),
});

const causes = z
  .strictObject({
    days: z.int().min(0).nullable().describe('All days waited; null: all causes are hidden.'),
    causes: z
      .array(
        z.strictObject({
          cause: z.enum(COUNTED_CAUSES),
          title: z.string(),
          owners: z.array(z.string()).describe('Whose it is to shorten the waiting.'),
          days: z.int().min(0).nullable(),
          share: z.number().nullable().describe('Per cent of all days waited.'),
          isHidden: z.boolean().describe('Made of fewer than five cases, or would tell of those.'),
          searchedBy: z
            .enum(SEARCHED_CAUSES)
            .nullable()
            .describe(
              'What its cases can be asked for by; null: not by measures of social services (PDL 2:8).',
            ),
        }),
      )
      .describe('Most days first, unknown last.'),
    list: z.strictObject({ version: z.int(), source: z.string() }).nullable(),
  })
  .describe('Why patients waited: days as utskrivningsklar by cause, over the whole period.');

export const figures = z.strictObject({
  place,
  and: place.nullable().describe('Only those who belong there too; null: all.'),
  places: z.array(place).describe('Those that can be asked for.'),
  from: localDate,
  to: localDate,
  by: z.enum(['week', 'month', 'year']),
  version: z.int().describe('Of the definitions.'),
  reckonedAt: instant.nullable(),
  figures: z.array(figure),
  numbered: z
    .array(numbered)
    .describe('Days waited, set against numbers that only the customer has.'),
  causes,
}) satisfies z.ZodType<FiguresView>;

export const figureCases = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      type: z.string(),
      stateText: z.string(),
      patient: z.strictObject({ name: z.string() }).nullable(),
      day: localDate.describe('The last day on which it is part of the figure.'),
      count: z.number(),
      whole: z.number(),
    }),
  ),
  next: z.string().nullable().describe('Cursor of the next page.'),
  others: count
    .nullable()
    .describe('Cases that your unit takes no part in; null: fewer than five, or none.'),
}) satisfies z.ZodType<FigureCasesView>;
