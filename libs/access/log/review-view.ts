import { addDays, localDate, type Instant } from '@hemgang/kernel';
import type { ReviewRow } from '@hemgang/store';
import type { LogPeriod } from './log-export';

/** A selection as the reviewer sees it. */
export interface ReviewView extends LogPeriod {
  readonly id: string;
  readonly madeAt: Instant;
  readonly lines: number;
  readonly found: number;
  readonly picked: number;
  readonly open: number;
}

/** A picked line as the reviewer sees it. */
export interface ReviewLineView {
  readonly line: string;
  readonly reasons: readonly string[];
  readonly at: Instant;
  readonly staff: string;
  readonly unit: string;
  readonly act: string;
  readonly action: string;
  readonly caseId: string | null;
  readonly patients: number;
  readonly decision: string | null;
  readonly decidedAt: Instant | null;
}

export function reviewView({
  id,
  since,
  until,
  madeAt,
  lines,
  found,
  picked,
  open,
}: ReviewRow): ReviewView {
  // From and to are whole local days: the day of the first instant, and the day before the last.
  const from = localDate(since);
  const to = addDays(localDate(until), -1);
  return { id: String(id), from, to, madeAt, lines, found, picked, open };
}
