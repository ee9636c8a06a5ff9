import type { Instant } from '@hemgang/kernel';
import type { EventResults } from '../case-write';
import type { Queryable, Statement } from '../statement';

/** A line of a log without what only a replay needs, and the case it belongs to. */
export interface StayLogRow {
  readonly caseId: string;
  readonly seq: number;
  readonly type: string;
  readonly machine: string | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** Of whoever did it; null: the system did. */
  readonly unit: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly given: Readonly<Record<string, unknown>>;
  readonly told: EventResults['told'];
}

/**
 * The logs of the stays $1 and of the SIPs that they name, in one statement; only events of the types
 * $2, or all of them. Each case is a range of the log's primary key.
 */
export const STAY_LOGS: Statement<StayLogRow> = {
  name: 'stay-logs',
  text: `
    with named as (
      select id from unnest($1::uuid[]) as stay (id)
      union
      select (payload ->> 'case')::uuid
      from unnest($1::uuid[]) as stay (id) join events on events.case_id = stay.id
      where type = 'sip-started'
    )
    select e.case_id as "caseId", e.seq, e.type, e.machine, e.occurred_at as "occurredAt",
           e.recorded_at as "recordedAt", e.actor ->> 'unit' as unit, e.payload,
           e.given - '{original,kept,workflow,agreement}'::text[] as given,
           coalesce(e.results -> 'told', '[]') as told
    from named join events e on e.case_id = named.id
    where $2::text[] is null or e.type = any ($2::text[])
    order by e.case_id, e.seq`,
};

/** @param types null: every event */
export function readStayLogs(
  session: Queryable,
  stays: readonly string[],
  types: readonly string[] | null,
): Promise<readonly StayLogRow[]> {
  return session.run(STAY_LOGS, [stays, types]);
}

/** A stay that has ended. */
export interface EndedStayRow {
  readonly id: string;
  readonly region: string;
  readonly endedAt: Instant;
}

/** A range of the index cases_ended_at. What was entered in error was no stay. */
export const ENDED_STAYS: Statement<EndedStayRow> = {
  name: 'ended-stays',
  text: `
    select id, region, ended_at as "endedAt" from cases
    where (ended_at, id) > ($1::timestamptz, $2::uuid) and ended_at < $3
      and type = 'discharge' and ended_at is not null and word <> 'makulerad'
    order by ended_at, id
    limit $4`,
};
