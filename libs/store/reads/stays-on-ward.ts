import type { PersonRow } from '../person-store';
import type { Queryable, Statement } from '../statement';
import type { CaseRow } from './case-view';
import { CASE_COLUMNS, PERSONS_P } from './columns';
import { personOf } from './json-row';

/** No ward has so many beds. */
const STAYS_MAX = 200;

/** A stay that has not ended. */
export interface OpenStayRow {
  readonly case: CaseRow;
  readonly person: PersonRow | null;
}

/** From the unit's own list: the stays that it has had are some thousands, those that go on some dozens. */
export const STAYS_ON_WARD: Statement<CaseRow & Pick<OpenStayRow, 'person'>> = {
  name: 'stays-on-ward',
  text: `
    select ${CASE_COLUMNS}, to_json(p) as person
    from parties q
    join cases c on c.id = q.case_id
    left join ${PERSONS_P} on p.id = c.person_id
    where q.unit = $1 and q.case_type = 'discharge' and q.handover is null and q.until is null
      and c.ended_at is null
    order by c.opened_at, c.id
    limit ${STAYS_MAX}`,
};

/** Stays that go on and that the unit is a party of as a ward, the longest first. */
export async function readStaysOnWard(
  session: Queryable,
  unit: string,
): Promise<readonly OpenStayRow[]> {
  const rows = await session.run(STAYS_ON_WARD, [unit]);
  return rows.map(({ person, ...stored }) => ({
    case: stored,
    person: person && personOf(person),
  }));
}
