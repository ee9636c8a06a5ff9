import { lineText } from '@hemgang/engine';
import { z } from 'zod';

const NAME_LENGTH_MAX = 40;

/** Longer than any place's. */
const PLACE_LENGTH_MAX = 80;

/** Too few for a personal number, however it is spelled. */
const DIGITS_MAX = 5;

/** What stands in the address of a worklist: closed sets, so that nobody's name or number can. */
const worklistQuery = z.strictObject({
  visa: z.enum(['all', 'late', 'today', 'unseen', 'mine', 'free']),
  ordna: z.enum(['uppgifter', 'patienter']),
});

const place = z
  .string()
  .max(PLACE_LENGTH_MAX)
  .regex(/^[a-z-]+(:[a-z0-9-]+)?$/);

/** What stands in the address of the statistics, beside the period. */
const FIGURES = {
  plats: place.describe('One of the places of the statistics.'),
  och: place.exactOptional().describe('Only those who belong to this place too.'),
  steg: z.enum(['week', 'month', 'year']),
};

/** Fixed days, or a period that goes with time: the last twelve whole months, this year so far. */
const figuresQuery = z.union([
  z.strictObject({ ...FIGURES, fran: z.iso.date(), till: z.iso.date() }),
  z.strictObject({ ...FIGURES, period: z.enum(['tolv-manader', 'i-ar']) }),
]);

const QUERIES = { worklist: worklistQuery, figures: figuresQuery } as const;

export const savedPage = z.enum(['worklist', 'figures']);

export const savedQuery = z.union([worklistQuery, ...figuresQuery.options]);

export const viewDelivery = z.enum(['never', 'monday', 'month']);

const FIELDS = {
  name: lineText
    .max(NAME_LENGTH_MAX)
    .trim()
    .refine((name) => name.replaceAll(/\P{Nd}/gu, '').length <= DIGITS_MAX, {
      error: 'digits of a personal number',
    })
    .describe('Of the view, never of a patient: at most five digits.'),
  page: savedPage.default('worklist').describe('Which page it is a view of.'),
  query: savedQuery.describe('What stands in that page’s address.'),
  shared: z.boolean().describe('Whether everybody at your unit has it.'),
};

type Said = Readonly<Pick<z.output<z.ZodObject<typeof FIELDS>>, 'page' | 'query'>>;

const isOfPage = ({ page, query }: Said): boolean => QUERIES[page].safeParse(query).success;
const OTHER_PAGE = { path: ['query'], error: 'of another page' };

export const savedViewBody = z.strictObject(FIELDS).refine(isOfPage, OTHER_PAGE);

/** Of the statistics also how often it is delivered to its owner. */
export const changedViewBody = z
  .strictObject({
    ...FIELDS,
    delivery: viewDelivery
      .optional()
      .describe('How often you are told that it is there to be read; absent: as it is.'),
  })
  .refine(isOfPage, OTHER_PAGE)
  .refine(({ page, delivery }) => page === 'figures' || delivery === undefined, {
    path: ['delivery'],
    error: 'of the statistics alone',
  });
