import type { OverviewView } from '@hemgang/cases';
import { z } from 'zod';
import { instant, unit } from './basic-schemas';
import { ref } from './json-schema';
import { read, type Paths } from './operation';

const late = z.array(
  z.strictObject({
    unit,
    count: z.int(),
    worstDueAt: instant.describe('The earliest due time that has passed.'),
  }),
);

export const overview = z.strictObject({
  late: late.describe('At units of your controller.'),
  lateOfOthers: late.describe('At others, in cases that a unit of yours is a party of.'),
  quality: z.strictObject({
    silentDays: z.int().describe('After so many days without an event a stay counts as silent.'),
    units: z.array(
      z.strictObject({
        unit,
        silent: z.int().describe('Open stays without an event for so many days.'),
        reserve: z.int().describe('Open stays of a patient with a reserve number.'),
      }),
    ),
  }),
  agreement: z.strictObject({
    payment: z
      .strictObject({
        title: z.string(),
        validFrom: z.iso.date(),
        validTo: z.iso.date().nullable().describe('Its last day; null: until further notice.'),
        source: z.string(),
        confidence: z.enum(['read', 'secondary', 'derived', 'assumption']),
      })
      .describe("What binds the county's municipalities today."),
    limits: z.string().describe('By which time limits are set; assumed until it is confirmed.'),
    rates: z
      .array(z.strictObject({ year: z.int(), orePerDay: z.int().nullable() }))
      .describe('This year and the next; null: no amount has been entered.'),
  }),
  staff: z.strictObject({
    lapsing: z.int().describe('Assignments whose last day comes within so many days.'),
    lapsingDays: z.int(),
  }),
}) satisfies z.ZodType<OverviewView>;

export const overviewPaths: Paths = {
  '/api/v1/overview': {
    get: read(
      'getOverview',
      'administration',
      "What needs you now at your controller's units; for administrators",
      ref('Overview'),
    ),
  },
};
