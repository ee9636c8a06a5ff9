import type { Answer } from './answer';
import { answerOf, api } from './client';
import type { LogReview, LogReviewLine, Page, PatientExtract } from './types';

/** Whole local days, the last one included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export type ReviewDecision = 'justified' | 'questioned' | 'incident';

const REVIEWS = '/api/v1/access-log/reviews';

/** A page of the selections of the reader's authority, the latest first. */
export function readReviews(
  cursor: string | null,
  limit: number,
): Promise<Answer<Page<LogReview>>> {
  return answerOf(api.GET(REVIEWS, { params: { query: page(cursor, limit) } }));
}

/** A page of the picked lines of a selection, in the order of the log. */
export function readReviewLines(
  id: string,
  cursor: string | null,
  limit: number,
): Promise<Answer<Page<LogReviewLine>>> {
  const params = { path: { id }, query: page(cursor, limit) };
  return answerOf(api.GET(`${REVIEWS}/{id}/lines`, { params }));
}

/** Picks lines of a period: what a rule finds, and so many by chance. */
export function selectLines(period: Period, size: number): Promise<Answer<LogReview>> {
  return answerOf(api.POST(REVIEWS, { body: { ...period, size } }));
}

/** What the reader found of a line; it cannot be changed afterwards. */
export function decideLine(
  id: string,
  line: string,
  decision: ReviewDecision,
): Promise<Answer<unknown>> {
  const params = { path: { id, line } };
  return answerOf(
    api.POST(`${REVIEWS}/{id}/lines/{line}/decision`, { params, body: { decision } }),
  );
}

/** Who has read about a patient, for the patient. The number stands in no address. */
export function readExtract(
  number: string,
  period: Period,
  names: boolean,
): Promise<Answer<PatientExtract>> {
  return answerOf(api.POST('/api/v1/access-log/extracts', { body: { number, ...period, names } }));
}

function page(cursor: string | null, limit: number) {
  return cursor === null ? { limit } : { cursor, limit };
}
