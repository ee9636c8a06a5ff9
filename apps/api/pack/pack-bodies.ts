import { ROLES } from '@hemgang/directory';
import { idField, lineText } from '@hemgang/engine';
import { z } from 'zod';
import { jointPlaceField } from '../edge/query';

const WORDS_LENGTH_MAX = 300;

/** Ten or twelve digits, spelled as personal numbers are. */
const PERSONAL_NUMBER = /\p{Nd}{6}[-+ ]?\p{Nd}{4}/u;

const AGREED_STATUSES = ['agreed', 'under-way', 'done', 'dropped'] as const;

const withoutNumber = (text: string) => !PERSONAL_NUMBER.test(text);
const NUMBER = { error: 'digits of a personal number' };

/** A month of the four-digit years that a calendar has. */
const monthField = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

export const packBody = z.strictObject({
  place: jointPlaceField,
  month: monthField.describe('`YYYY-MM`.'),
});

export const agreedBody = z.strictObject({
  place: jointPlaceField,
  words: lineText
    .max(WORDS_LENGTH_MAX)
    .trim()
    .refine(withoutNumber, NUMBER)
    .describe('What is to be done. Never about a patient.'),
  owner: idField.describe('A huvudman of the place.'),
  role: z.enum(ROLES),
  due: z.iso.date(),
  lookAgain: z.iso.date().describe('When it is looked at again.'),
});

export const followUpBody = z.strictObject({
  place: jointPlaceField,
  status: z.enum(AGREED_STATUSES),
  note: z
    .string()
    .max(WORDS_LENGTH_MAX)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
    .trim()
    .refine(withoutNumber, NUMBER)
    .describe('What came of it. Never about a patient.'),
});
