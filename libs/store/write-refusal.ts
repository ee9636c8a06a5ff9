import type { WriteOutcome } from './case-write';

const UNIQUE_VIOLATION = '23505';

/** The unique constraints a write may run into, and what that means (migrations 0002-0004). */
const REFUSALS: Readonly<Record<string, WriteOutcome['kind']>> = {
  // The case was opened under this id by somebody else.
  cases_pkey: 'stale',
  // Somebody else added the same new patient a moment ago; the next decision finds her.
  persons_number_key: 'stale',
  cases_one_open_stay: 'stay-open',
  idempotency_pkey: 'key-used',
  // The id of a file follows from its key.
  attachments_pkey: 'key-used',
};

/** What a failed write statement means; null when it was not expected to fail like this. */
export function refusalOf(error: unknown): WriteOutcome['kind'] | null {
  if (!(error instanceof Error) || !('code' in error) || !('constraint' in error)) return null;
  if (error.code !== UNIQUE_VIOLATION || typeof error.constraint !== 'string') return null;
  return REFUSALS[error.constraint] ?? null;
}
