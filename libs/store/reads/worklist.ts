import type { Instant } from '@hemgang/kernel';
import { LOWEST_ID, readCursor, writeCursor } from '../cursor';
import { pageOf, type BadCursor, type Page } from '../page';
import type { PersonRow } from '../person-store';
import type { Queryable, Statement } from '../statement';
import type { StoredDuty } from './case-view';
import { PERSONS_P } from './columns';
import { personOf } from './json-row';

/** An open duty with the case it belongs to. */
export interface WorklistRow extends StoredDuty {
  readonly caseId: string;
  readonly caseType: string;
  readonly caseVersion: number;
  readonly workflowVersion: number;
  /** The stable word for the case's state. */
  readonly caseWord: string;
  readonly patient: PersonRow | null;
  /** Its due time has passed, by the clock given in the filter. */
  readonly overdue: boolean;
  /**
   * The words of a commitment (machine `a7`), as the reader's controller was told them. A list does
   * not show what another unit has blocked (PDL 4:4), not to whom it is released either.
   */
  readonly text: string | null;
  /** When somebody at the unit first saw the case since the duty arose, and who; null: nobody yet. */
  readonly seenAt: Instant | null;
  readonly seenBy: string | null;
  /** Whether the reader herself has seen the case as it is now. */
  readonly seenByReader: boolean;
}

/** What is left out stays out of the question. */
export interface WorklistFilter {
  readonly now: Instant;
  /** Who reads: `staff`. */
  readonly reader: string;
  readonly overdue?: boolean;
  readonly key?: string;
  /** Only duties that this person has taken. */
  readonly mine?: string;
}

/** A duty without a due time sorts, and is named in a cursor, as infinitely late. */
const NO_DUE_TIME = 'infinity';

/** A place before every duty; due times are finite. */
const FIRST_PAGE = ['-infinity', LOWEST_ID, ''];

/** What every open duty has in common. */
const OPEN = { closedSeq: null, closedAt: null, outcome: null, breached: false } as const;

/** A line of the log that says that the case was seen; word for word that of the index access_log_seen. */
const SAW = `a.case_id = d.case_id and (action = 'read:case' or action like 'command:%')
  and a.unit is not null and a.unit = d.unit and a.at >= d.since`;

/**
 * Each unit's page is a range of the index (unit, due, case, duty) and the pages are merged, so
 * that a long list costs no more than its page. For that the order must be by the very expression
 * of the index: through a function whose times have another precision it is not, and every open duty of
 * the unit is read and sorted. The first page begins before everything, so that it is
 * a range like any other.
 */
export const WORKLIST: Statement<Omit<WorklistRow, keyof typeof OPEN>> = {
  name: 'worklist',
  text: `
    select d.case_id as "caseId", c.type as "caseType", c.version as "caseVersion",
           c.workflow_version as "workflowVersion",
           c.word as "caseWord", first.at as "seenAt", first.staff as "seenBy",
           exists (
             select from access_log a join events e on e.case_id = c.id and e.seq = c.version
             where ${SAW} and a.staff = $10 and a.at >= e.recorded_at) as "seenByReader", d.id, d.key, d.machine, d.unit, d.person, d.since,
           d.due_at as due, d.opened_seq as "openedSeq", d.overdue, to_json(p) as patient,
           (select t.body ->> 'text' from contents as t join events as e using (case_id, seq)
            where t.case_id = d.case_id and t.controller = current_setting('hemgang.controller')
              and t.seq = substring(d.machine from '^a([0-9]{1,9})$')::int
              and not exists (
                select from blocks as b
                where b.person = c.person_id and b.controller = t.controller
                  and b.ended_at is null and b.unit = e.actor ->> 'unit' and b.unit <> d.unit)) as text
    from unnest($1::text[]) as mine (unit)
    cross join lateral (
      select case_id, id, key, machine, duty.unit, person, since, due_at, opened_seq,
             coalesce(due_at < $2, false) as overdue
      from duties as duty
      where duty.unit = mine.unit and closed_at is null
        and (coalesce(due_at, 'infinity'), case_id, id) > ($3::timestamptz, $4::uuid, $5::text)
        and ($6::boolean is null or coalesce(due_at < $2, false) = $6)
        and ($7::text is null or key = $7)
        and ($8::text is null or person = $8)
      order by coalesce(due_at, 'infinity'), case_id, id
      limit $9
    ) as d
    join cases c on c.id = d.case_id
    left join lateral (
      select a.at, a.staff from access_log a where ${SAW} order by a.at limit 1
    ) as first on true
    left join ${PERSONS_P} on p.id = c.person_id
    order by coalesce(d.due_at, 'infinity'), d.case_id, d.id
    limit $9`,
};

/** Open duties of the units, the soonest due first, those without a due time last. */
export async function readWorklist(
  session: Queryable,
  units: readonly string[],
  filter: WorklistFilter,
  cursor: string | null,
  limit: number,
): Promise<Page<WorklistRow> | BadCursor> {
  const after = cursor === null ? FIRST_PAGE : readCursor(cursor, ['due', 'uuid', 'id']);
  if (after === null) return { kind: 'bad-cursor' };
  const { now, reader, overdue, key, mine } = filter;
  const rows = await session.run(WORKLIST, [
    [...new Set(units)],
    now,
    ...after,
    overdue ?? null,
    key ?? null,
    mine ?? null,
    limit + 1,
    reader,
  ]);
  return pageOf(
    rows,
    limit,
    (row) => ({ ...row, ...OPEN, patient: row.patient && personOf(row.patient) }),
    ({ due, caseId, id }) => writeCursor([due ?? NO_DUE_TIME, caseId, id]),
  );
}
