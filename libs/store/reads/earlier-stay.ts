import type { Queryable, Statement } from '../statement';
import { readCaseView, type CaseViewRows } from './case-view';

/**
 * Opens the walls of this transaction to one stay, if it is one that a stay of the reader's unit may
 * show as the one before it; otherwise to none.
 */
const SHOW_EARLIER_STAY: Statement<never> = {
  name: 'show-earlier-stay',
  text: `
    select set_config('hemgang.earlier', coalesce((
      select case_id::text from wall_earlier_stays where case_id = $1), ''), true)`,
};

/** Null when there is no such stay, or it is none that the reader may be shown beside another. */
export async function readEarlierStay(
  session: Queryable,
  caseId: string,
): Promise<CaseViewRows | null> {
  const shown = session.run(SHOW_EARLIER_STAY, [caseId]);
  const [rows] = await Promise.all([readCaseView(session, caseId, false), shown]);
  return rows;
}
