import type { Queryable, Statement } from '../statement';
import type { CaseListRow } from './cases-of';
import type { CaseRow } from './case-view';
import { CASE_COLUMNS } from './columns';

/** A person lies in hospital some dozens of times; beyond this a list is not what helps. */
const STAYS_MAX = 100;

/** A stay as one of its parties finds it among those of the same person. */
export type StayRow = Pick<CaseListRow, 'case' | 'places' | 'isAssigned'>;

/** The person's stays in two halves, for each of which there is an index. */
export const STAYS_OF: Statement<CaseRow & Pick<CaseListRow, 'places' | 'isAssigned'>> = {
  name: 'stays-of-person',
  text: `
    with hers as (
      select id from cases where type = 'discharge' and ended_at is null and person_id = $1
      union all
      select id from cases where type = 'discharge' and ended_at is not null and person_id = $1
    )
    select ${CASE_COLUMNS}, mine.places, mine.is_assigned as "isAssigned"
    from hers join cases c using (id)
    join lateral (
      select array_agg(handover) as places, bool_and(kind = 'executor') as is_assigned
      from parties where case_id = c.id and unit = $2 and until is null
    ) as mine on mine.places is not null
    order by c.ended_at is not null, c.opened_at desc, c.id
    limit ${STAYS_MAX}`,
};

/** Stays of a person that the unit is a party of: the open ones first, then the latest opened. */
export async function readStaysOf(
  session: Queryable,
  person: string,
  unit: string,
): Promise<readonly StayRow[]> {
  const rows = await session.run(STAYS_OF, [person, unit]);
  return rows.map(({ places, isAssigned, ...stored }) => ({ case: stored, places, isAssigned }));
}
