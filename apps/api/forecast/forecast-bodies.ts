import { START_REASONS } from '@hemgang/directory';
import { z } from 'zod';

/** More than any unit receives in a day. */
const PLACES_MAX = 99;
/** Days are entered for the coming weeks, not for years. */
const DAYS_MAX = 60;
const DAYS_OF_A_WEEK = 7;

const places = z.int().min(0).max(PLACES_MAX);

export const capacityBody = z.strictObject({
  week: z
    .array(places.nullable())
    .length(DAYS_OF_A_WEEK)
    .describe('Monday to Sunday: how many can be received; null: nothing is said.'),
  days: z
    .array(z.strictObject({ day: z.iso.date(), places }))
    .max(DAYS_MAX)
    .describe('Local dates, today or later, on which another number holds; each once.'),
  start: z
    .strictObject({ day: z.iso.date(), reason: z.enum(START_REASONS) })
    .nullable()
    .describe('Nobody can be received before this local date, today or later.'),
});
