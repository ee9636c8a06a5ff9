import { idField, instantField, lineText, localTimeField } from '@hemgang/engine';
import { z } from 'zod';

/** A controller's watch stands for a handful of units; a roster is entered for half a year at most. */
const UNITS_MAX = 50;
const TURNS_MAX = 400;

const from = localTimeField;
const to = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

const span = z
  .strictObject({ from, to })
  .nullable()
  .describe('By the Swedish clock; 24:00 is the day’s end. Null: closed.');

const DAYS_OF_A_WEEK = 7;
const days = z.array(span).length(DAYS_OF_A_WEEK).describe('Monday to Sunday.');
const red = span.describe('On red days and the three eves, whatever day of the week they are.');

/** When a unit is open, by the Swedish clock. */
export const weekHours = z.strictObject({ days, red });

export const hoursBody = z.strictObject({
  from: z.iso.date().describe('First local date on which the hours hold; today or later.'),
  days,
  red,
});

export const watchBody = z.strictObject({
  name: lineText.describe('As senders are shown it: Jour Skellefteå.'),
  units: z.array(idField).min(1).max(UNITS_MAX),
  mayDecide: z
    .boolean()
    .describe('Whether who has it may decide for the units, or only receives and passes on.'),
  turns: z
    .array(z.strictObject({ staff: idField, from: instantField, until: instantField }))
    .max(TURNS_MAX)
    .describe('Those that are not over, in the place of the former ones.'),
});

export const handOverBody = z.strictObject({
  to: idField.describe('Who works at each of the units of the watch.'),
});

export const absenceBody = z.strictObject({
  staff: idField.nullable().describe('Who is away; null: you.'),
  from: instantField,
  until: instantField,
});
