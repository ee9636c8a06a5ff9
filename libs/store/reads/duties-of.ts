import type { Outcome } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import type { Statement } from '../statement';

/** How a duty of some case went. */
export interface DutyOfCase {
  readonly case: string;
  readonly key: string;
  readonly unit: string;
  readonly since: Instant;
  readonly due: Instant | null;
  readonly closedAt: Instant | null;
  readonly outcome: Outcome | null;
}

/** Ranges of the primary key. */
export const DUTIES_OF: Statement<DutyOfCase> = {
  name: 'duties-of-cases',
  text: `
    select case_id as case, key, unit, since, due_at as due, closed_at as "closedAt", outcome
    from duties where case_id = any ($1::uuid[])
    order by case_id, since, id`,
};
