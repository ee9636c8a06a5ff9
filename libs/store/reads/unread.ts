import type { Queryable, Statement } from '../statement';

/** So many of the latest notices are looked through: a unit that has left more unread knows it has. */
const LATEST = 500;

/**
 * Cases of which the unit was told something since anybody there last saw them. The condition on the
 * action is that of the index access_log_seen, word for word.
 */
export const UNREAD: Statement<{ readonly cases: number }> = {
  name: 'unread-of-unit',
  text: `
    select count(*)::int as cases from (
      select case_id, max(seq) as seq
      from (select case_id, seq from notices where unit = $1 order by id desc limit $2) as n
      group by case_id) as told
    join events e on e.case_id = told.case_id and e.seq = told.seq
    where exists (
        select from parties p where p.case_id = told.case_id and p.unit = $1 and p.until is null)
      and not exists (
        select from access_log a
        where a.case_id = told.case_id and (action = 'read:case' or action like 'command:%')
          and unit is not null and a.unit = $1 and a.at >= e.recorded_at)`,
};

/** How many cases the unit has something unread in. */
export async function readUnread(session: Queryable, unit: string): Promise<number> {
  const [row] = await session.run(UNREAD, [unit, LATEST]);
  return row?.cases ?? 0;
}
