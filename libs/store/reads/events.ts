import type { EventRow } from '../case-write';
import type { Queryable, Statement } from '../statement';
import type { ToldEvent } from './case-view';

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

/** An event that tells of messages, and what its files are. */
export interface MessageEventRow extends Omit<ToldEvent, 'occurredAt'> {
  readonly attachments: readonly unknown[] | null;
}

/** By the key of the case: one has some dozens of events, and few of them are messages. */
const MESSAGE_EVENTS: Statement<MessageEventRow> = {
  name: 'message-events-of-case',
  text: `
    select seq, type, machine, recorded_at as "recordedAt", actor, payload,
           given -> 'attachments' as attachments
    from events where case_id = $1 and type = any ($2) order by seq`,
};

/** The events of a case of these types, in order. */
export function readMessageEvents(
  session: Queryable,
  caseId: string,
  types: readonly string[],
): Promise<readonly MessageEventRow[]> {
  return session.run(MESSAGE_EVENTS, [caseId, types]);
}
