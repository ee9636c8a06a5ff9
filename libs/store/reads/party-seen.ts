import type { Instant } from '@hemgang/kernel';
import type { Queryable, Statement } from '../statement';

export const SEEN: Statement<{ unit: string; at: Instant }> = {
  name: 'party-seen',
  text: `
    select unit, min(at) as at from access_log
    where case_id = $1 and action = 'read:case' and unit is not null
    group by unit`,
};

/** When somebody at each unit first read the case, by unit. */
export async function readPartySeen(
  session: Queryable,
  caseId: string,
): Promise<ReadonlyMap<string, Instant>> {
  const rows = await session.run(SEEN, [caseId]);
  return new Map(rows.map(({ unit, at }) => [unit, at]));
}
