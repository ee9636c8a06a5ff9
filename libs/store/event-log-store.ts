import type { Instant } from '@hemgang/kernel';
import { LOWEST_ID } from './cursor';
import type { Database } from './database';
import type { Statement } from './statement';

/** A case whose log is given out, without whom it is about. */
export interface LoggedCase {
  readonly id: string;
  readonly type: string;
  /** Of its process. */
  readonly version: number;
  /** The word of its state now. */
  readonly word: string;
}

/** A line of a log without what was written in it. */
export interface LoggedEvent {
  readonly caseId: string;
  readonly seq: number;
  readonly type: string;
  readonly machine: string | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** Both null: the system did it. */
  readonly unit: string | null;
  readonly person: string | null;
}

/** Cases of the types $1 opened from $2 on and before $3, none of somebody whose data is protected. */
const CASES: Statement<LoggedCase> = {
  name: 'event-log-cases',
  text: `
    select c.id, c.type, c.workflow_version as version, c.word
    from cases c join persons p on p.id = c.person_id
    where c.type = any ($1::text[]) and c.opened_at >= $2 and c.opened_at < $3
      and p.protection is null and c.id > $4
    order by c.id limit $5`,
};

/** Each case is a range of the log's primary key. */
const EVENTS: Statement<LoggedEvent> = {
  name: 'event-log-events',
  text: `
    select case_id as "caseId", seq, type, machine, occurred_at as "occurredAt",
           recorded_at as "recordedAt", actor ->> 'unit' as unit, actor ->> 'person' as person
    from events where case_id = any ($1::uuid[])
    order by case_id, occurred_at, seq`,
};

/** Read at once: memory does not grow with the period. */
const BATCH = 250;

/** The log of many cases, for whoever looks at how the process goes. */
export class EventLogStore {
  constructor(private readonly database: Database) {}

  /** Every case that was opened from `from` on and before `until`, with its events as they happened. */
  async *between(
    types: readonly string[],
    from: Instant,
    until: Instant,
  ): AsyncGenerator<LoggedCase & { readonly events: readonly LoggedEvent[] }> {
    let after = LOWEST_ID;
    for (;;) {
      const cases = await this.database.run(CASES, [types, from, until, after, BATCH]);
      const events = await this.database.run(EVENTS, [cases.map(({ id }) => id)]);
      const byCase = new Map<string, LoggedEvent[]>(cases.map(({ id }) => [id, []]));
      for (const event of events) byCase.get(event.caseId)?.push(event);
      for (const each of cases) yield { ...each, events: byCase.get(each.id) ?? [] };
      const last = cases.at(-1);
      if (last === undefined || cases.length < BATCH) return;
      after = last.id;
    }
  }
}
