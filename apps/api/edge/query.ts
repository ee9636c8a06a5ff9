import { PATTERNS, PLACE_LEVELS, SEARCHED_MEASURES, type PageRequest } from '@hemgang/cases';
import { idField, instantField } from '@hemgang/engine';
import { daysBetween } from '@hemgang/kernel';
import { z } from 'zod';

const LIMIT_DEFAULT = 50;
const LIMIT_MAX = 200;
/** Cursors of ours are far shorter. */
const CURSOR_LENGTH_MAX = 500;

/** For addresses that take no query. */
export const noQuery = z.strictObject({});

/** An instant that has been; absent: now. */
export const instantQuery = z.strictObject({ instant: instantField.optional() });

/** Which page of a list. */
export const pageQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^[\w-]+$/)
    .max(CURSOR_LENGTH_MAX)
    .optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .pipe(z.number().max(LIMIT_MAX))
    .optional(),
});

/** The worklist: a page of it, and whether only what is late (or only what is not). */
export const worklistQuery = pageQuery.extend({ overdue: z.enum(['true', 'false']).optional() });

/** The openings of a controller: a page of them, and whether only those that wait for a review. */
export const emergencyQuery = pageQuery.extend({ open: z.enum(['true', 'false']).optional() });

/** Whole days, the last one included. */
export const periodQuery = z
  .strictObject({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'before from' });

/** Figures of ten years at most. */
export const FIGURE_DAYS_MAX = 3_660;

/** A place that figures are of. */
export const figurePlace = z
  .string()
  .regex(new RegExp(`^(county|(${PLACE_LEVELS.join('|')}):[a-z0-9-]{1,60})$`));

const ofPlace = {
  place: figurePlace,
  and: figurePlace.exactOptional(),
  from: z.iso.date(),
  to: z.iso.date(),
};

const inOrder = ({ from, to }: { readonly from: string; readonly to: string }): boolean =>
  from <= to;
const IN_ORDER = { path: ['to'], error: 'before from' };

const isShort = ({ from, to }: { readonly from: string; readonly to: string }): boolean =>
  daysBetween(from, to) < FIGURE_DAYS_MAX;
const SHORT = { path: ['to'], error: 'more than ten years after from' };

export const figuresQuery = z
  .strictObject({ ...ofPlace, by: z.enum(['week', 'month', 'year']) })
  .refine(inOrder, IN_ORDER)
  .refine(isShort, SHORT);

/** One figure of a stretch, and a page of the cases that it is made of. */
export const figureCasesQuery = pageQuery
  .extend({ ...ofPlace, measure: z.enum(SEARCHED_MEASURES) })
  .refine(inOrder, IN_ORDER)
  .refine(isShort, SHORT);

/** What a joint group looks at: the county or a municipality. */
export const jointPlaceField = z.string().regex(/^(county|municipality:\d{4})$/);

export const jointGroupQuery = z.strictObject({ place: jointPlaceField });

/** Whole days and the one bar of the patterns, and a page of what it counts. */
export const patternQuery = pageQuery
  .extend({
    from: z.iso.date(),
    to: z.iso.date(),
    by: z.enum(PATTERNS),
    value: idField,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'before from' });

export function pageOf({ cursor, limit }: z.output<typeof pageQuery>): PageRequest {
  return { cursor: cursor ?? null, limit: limit ?? LIMIT_DEFAULT };
}
