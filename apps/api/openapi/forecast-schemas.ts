import type { ForecastView } from '@hemgang/cases';
import { z } from 'zod';
import { capacityBody } from '../forecast/forecast-bodies';

const named = z.strictObject({ id: z.string(), name: z.string() });

const line = {
  late: z.int().describe('Still in hospital though their day has passed.'),
  days: z
    .array(
      z.strictObject({
        day: z.iso.date(),
        expected: z.int(),
        places: z.int().nullable().describe('How many can be received; null: nobody has said.'),
      }),
    )
    .describe('Fourteen local days, today first.'),
};

/** Expected homecomings of a municipality. */
export const forecast = z.strictObject({
  municipality: named,
  today: z.iso.date(),
  together: z
    .strictObject(line)
    .describe('Each patient once, on the first day on which one of the units expects her.'),
  units: z.array(
    z.strictObject({
      unit: named,
      version: z.int().describe('Of the unit: what a change speaks about.'),
      ...line,
      capacity: capacityBody.nullable().describe('What has been said of it; null: nothing.'),
    }),
  ),
  stays: z
    .array(
      z.strictObject({
        case: z.uuid(),
        day: z.iso.date(),
        patient: z.strictObject({ name: z.string() }).nullable(),
      }),
    )
    .describe('Whom your own unit waits for, the first expected first.'),
}) satisfies z.ZodType<ForecastView>;
