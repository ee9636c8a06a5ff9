import type { Purpose } from '../purpose';

/** What a list or a computation can be narrowed by. */
export const SEARCH_KEY_KINDS = [
  /** Which page of a list. */
  'page',
  /** Whether a duty is late. */
  'lateness',
  /** Whether something waits for a review. */
  'review',
  /** Whole days. */
  'period',
  /** What went wrong between huvudmän, of many: a category, a unit, a month. Names no patient. */
  'pattern',
  /** The log as it was at an event, or at an instant. */
  'version',
  /** How a sheet for the patient is written: language, size, headings, form. Narrows nothing. */
  'paper',
  /** How the person proves who she is. */
  'sign-in',
  /** Who it is about: personal number, name. Nothing searches by it today. */
  'identity',
  /** What social services have granted or carry out. */
  'social-measures',
  /** What reveals health, beliefs and the like (PDL 2:8). */
  'sensitive',
] as const;

export type SearchKeyKind = (typeof SEARCH_KEY_KINDS)[number];

/**
 * Whether a purpose may search by a kind of key. Where patient records are kept, social-service
 * measures and sensitive data are no search keys (PDL 2:8); health may be one, and is none here.
 */
export function maySearchBy(kind: SearchKeyKind, purpose: Purpose): boolean {
  if (kind === 'sensitive') return false;
  return kind !== 'social-measures' || purpose === 'social-services';
}

/** Every query parameter of the API and what it narrows by. One that is not here is refused. */
export const SEARCH_KEYS: Readonly<Record<string, SearchKeyKind>> = {
  cursor: 'page',
  limit: 'page',
  overdue: 'lateness',
  open: 'review',
  status: 'review',
  from: 'period',
  to: 'period',
  by: 'pattern',
  value: 'pattern',
  place: 'pattern',
  // Where patients lay, and who received them: a ward, hospital, kind of care; a municipality, a unit of open care.
  and: 'pattern',
  measure: 'pattern',
  version: 'version',
  language: 'paper',
  print: 'paper',
  headings: 'paper',
  format: 'paper',
  instant: 'version',
  fresh: 'sign-in',
  next: 'sign-in',
};
