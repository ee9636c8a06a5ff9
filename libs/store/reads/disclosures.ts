import type { Instant } from '@hemgang/kernel';
import type { Queryable, Statement } from '../statement';

/** One copy that went to a controller, or one that stayed. */
export interface StoredDisclosure {
  readonly seq: number;
  readonly entry: string;
  readonly controller: string;
  /** Null: it stayed. */
  readonly basis: string | null;
  readonly assumed: boolean;
  /** The event whose content it is, when it was handed on later. */
  readonly source: number | null;
  /** Why it stayed, and by which rule; null: it went. */
  readonly why: string | null;
  readonly rule: string | null;
  /** The unit and the person who decided. */
  readonly unit: string | null;
  readonly decidedBy: string | null;
  readonly at: Instant;
}

/**
 * They stand in the results of the events (record 22): a case has some dozens of these, and whoever may
 * not read them is shown none.
 */
const DISCLOSURES: Statement<StoredDisclosure> = {
  name: 'disclosures-of-case',
  text: `
    select e.seq, d.entry, d.controller, d.basis, coalesce(d.assumed, false) as assumed, d.source,
           d.why, d.rule, e.actor ->> 'unit' as unit, e.actor ->> 'person' as "decidedBy",
           e.recorded_at as at
    from events as e, jsonb_to_recordset(
      coalesce(e.results -> 'disclosed', '[]') || coalesce(e.results -> 'withheld', '[]')
    ) as d (entry text, controller text, basis text, assumed boolean, source int, why text, rule text)
    where e.case_id = $1
    order by e.seq, d.controller, d.source nulls first, d.entry`,
};

/** Everything that was handed out or kept in a case, in the order in which it happened. */
export function readDisclosures(
  session: Queryable,
  caseId: string,
): Promise<readonly StoredDisclosure[]> {
  return session.run(DISCLOSURES, [caseId]);
}
