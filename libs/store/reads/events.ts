import type { EventRow } from '../case-write';
import type { Queryable, Statement } from '../statement';

const EVENTS: Statement<EventRow> = {
  name: 'events-of-case',
  text: `
    select seq, type, machine, occurred_at as "occurredAt", recorded_at as "recordedAt",
           actor, payload, given, digests, results, encode(hash, 'hex') as hash
    from events where case_id = $1 and seq > $2 order by seq limit $3`,
};

/** The events of a case after `afterSeq`, in order. */
export function readEvents(
  session: Queryable,
  caseId: string,
  afterSeq: number,
  limit: number,
): Promise<readonly EventRow[]> {
  return session.run(EVENTS, [caseId, afterSeq, limit]);
}
