import type { PersonRow } from '../person-store';
import type { ExpectedHomecoming } from '../homecoming-store';
import type { Queryable, Statement } from '../statement';
import { PERSONS_P } from './columns';
import { personOf } from './json-row';

/** One that the reader's own unit waits for. */
export interface NamedHomecoming extends ExpectedHomecoming {
  readonly version: number;
  readonly person: PersonRow | null;
}

/** The machines of `cases c`: the ward's, and the one by which the unit is a party. */
const DISCHARGE = `c.state -> 'machines' -> 'discharge' -> 'context'`;
const HANDOVER = `c.state -> 'machines' -> q.handover -> 'context'`;

/**
 * Stays that go on, by the unit or units ($1) that have a part in what comes after and have not said that there is
 * nothing for them to do. From each unit's own list, as `stays-on-ward`.
 */
const homecomings = (ofUnits: string, columns: string, joined: string): string => `
  select distinct on (q.case_id, q.unit)
         q.case_id as "case", q.unit,
         coalesce(${HANDOVER} ->> 'plannedStart', ${DISCHARGE} ->> 'expectedDischargeAt') as at
         ${columns}
  from parties q
  -- One by one: what the conditions on the state leave cannot be estimated, and tempts to read all cases.
  cross join lateral (
    select id, version, person_id, state from cases
    where id = q.case_id and ended_at is null offset 0) c
  ${joined}
  where q.unit ${ofUnits} and q.case_type = 'discharge' and q.until is null
    and ${HANDOVER} is not null
    and ${DISCHARGE} ->> 'leftAt' is null and ${DISCHARGE} ->> 'diedAt' is null
    and ${DISCHARGE} ->> 'expectedDischargeAt' is not null
    and coalesce(${HANDOVER} ->> 'answer', '') not in ('no-measures', 'not-applied', 'declined')
  order by q.case_id, q.unit, at`;

export const EXPECTED_HOMECOMINGS: Statement<ExpectedHomecoming> = {
  name: 'expected-homecomings',
  text: homecomings('= any ($1::text[])', '', ''),
};

export const NAMED_HOMECOMINGS: Statement<NamedHomecoming> = {
  name: 'named-homecomings',
  text: homecomings(
    '= $1',
    ', c.version, to_json(p) as person',
    `left join ${PERSONS_P} on p.id = c.person_id`,
  ),
};

/** Whom a unit of the reader's waits for, with their names. */
export async function readHomecomings(
  session: Queryable,
  unit: string,
): Promise<readonly NamedHomecoming[]> {
  const rows = await session.run(NAMED_HOMECOMINGS, [unit]);
  return rows.map((row) => ({ ...row, person: row.person && personOf(row.person) }));
}
