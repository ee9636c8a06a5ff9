import type { Instant } from '@hemgang/kernel';
import type { Queryable, Statement } from '../statement';

/** The condition on the action is that of the index access_log_seen, word for word. */
export const SEEN: Statement<{ unit: string; at: Instant }> = {
  name: 'party-seen',
  text: `
    select unit, min(at) as at from access_log
    where case_id = $1 and (action = 'read:case' or action like 'command:%')
      and unit is not null
    group by unit`,
};

/**
 * When somebody at each unit first saw the case, by unit: opened it, or was answered with it after a
 * command.
 */
export async function readPartySeen(
  session: Queryable,
  caseId: string,
): Promise<ReadonlyMap<string, Instant>> {
  const rows = await session.run(SEEN, [caseId]);
  return new Map(rows.map(({ unit, at }) => [unit, at]));
}
