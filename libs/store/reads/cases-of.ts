import { readCursor, writeCursor } from '../cursor';
import { pageOf, type BadCursor, type Page } from '../page';
import type { PersonRow } from '../person-store';
import type { Queryable, Statement } from '../statement';
import type { CaseRow } from './case-view';
import { CASE_COLUMNS, PERSONS_P } from './columns';
import { personOf } from './json-row';

export interface CaseListRow {
  readonly case: CaseRow;
  /** The machines by which the unit is a party; null is the ward. */
  readonly places: readonly (string | null)[];
  readonly person: PersonRow | null;
  /** Whether the unit is a party by an assignment only. */
  readonly isAssigned: boolean;
}

type ListedRow = CaseRow & Pick<CaseListRow, 'person' | 'places' | 'isAssigned'>;

/** Cases of the reader's unit with their patients. @param listed which of them, as rows of its parties */
const linesOf = (listed: string, order: string): string => `
    select ${CASE_COLUMNS}, to_json(p) as person, listed.is_assigned as "isAssigned", listed.places
    from (${listed}) as listed
    join cases c on c.id = listed.case_id
    left join ${PERSONS_P} on p.id = c.person_id and (c.ended_at is null or exists (
      select from contents h
      where h.case_id = c.id and h.controller = current_setting('hemgang.controller', true)))
    order by ${order}`;

/**
 * A unit's list is read from `parties`, which repeats the case's type and when it was opened: in the index
 * (unit, case_type, opened_at, case_id) a page is a short range, however many cases the unit has had.
 * Once a case has ended, its patient is named only where the reader's controller still holds something.
 * Grouped, because a unit that was added again is a party twice.
 */
export const CASES_OF: Statement<ListedRow> = {
  name: 'cases-of-unit',
  text: linesOf(
    `
      select opened_at, case_id, bool_and(kind = 'executor') as is_assigned,
             array_agg(handover) as places
      from parties
      where unit = $1 and case_type = $2 and until is null
        and ($3::timestamptz is null or (opened_at, case_id) < ($3::timestamptz, $4::uuid))
      group by opened_at, case_id
      order by opened_at desc, case_id desc
      limit $5
    `,
    'listed.opened_at desc, listed.case_id desc',
  ),
};

const CASES_AMONG: Statement<ListedRow> = {
  name: 'cases-of-unit-among',
  text: linesOf(
    `
      select case_id, bool_and(kind = 'executor') as is_assigned, array_agg(handover) as places
      from parties
      where unit = $1 and case_id = any ($2::uuid[]) and until is null
      group by case_id
    `,
    'listed.case_id',
  ),
};

/** Those of these cases that the unit is a party of. */
export async function readCasesAmong(
  session: Queryable,
  unit: string,
  ids: readonly string[],
): Promise<readonly CaseListRow[]> {
  return (await session.run(CASES_AMONG, [unit, ids])).map(listRow);
}

/** Cases of a type that the unit is a party of, the latest opened first. */
export async function readCasesOf(
  session: Queryable,
  unit: string,
  type: string,
  cursor: string | null,
  limit: number,
): Promise<Page<CaseListRow> | BadCursor> {
  const after = cursor === null ? [null, null] : readCursor(cursor, ['instant', 'uuid']);
  if (after === null) return { kind: 'bad-cursor' };
  const rows = await session.run(CASES_OF, [unit, type, ...after, limit + 1]);
  return pageOf(rows, limit, listRow, ({ openedAt, id }) => writeCursor([openedAt, id]));
}

function listRow({ person, places, isAssigned, ...stored }: ListedRow): CaseListRow {
  return { case: stored, places, person: person && personOf(person), isAssigned };
}
