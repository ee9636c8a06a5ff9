import type { Instant } from '@hemgang/kernel';
import type { Outcome } from '@hemgang/engine';
import type { StoredCase } from '../case-write';
import type { Queryable, Statement } from '../statement';
import { readStayLogs, type StayLogRow } from './stay-logs';

/** A duty as far as figures count it. */
export interface FigureDuty {
  readonly key: string;
  /** Its owner. */
  readonly unit: string;
  readonly since: Instant;
  readonly due: Instant | null;
  readonly closedAt: Instant | null;
  readonly outcome: Outcome | null;
}

/** A case with what figures are reckoned from. */
export interface FigureCase extends Pick<StoredCase, 'id' | 'type' | 'state'> {
  readonly duties: readonly FigureDuty[];
  /** Of its own log, in order. */
  readonly lines: readonly StayLogRow[];
}

/** Cases of patients; what is about nobody is no part of a figure. */
const CASES: Statement<Pick<StoredCase, 'id' | 'type' | 'state'>> = {
  name: 'figure-cases',
  text: `
    select id, type, state from cases where id = any ($1::uuid[]) and person_id is not null`,
};

const DUTIES: Statement<FigureDuty & { readonly caseId: string }> = {
  name: 'figure-duties',
  text: `
    select case_id as "caseId", key, unit, since, due_at as due, closed_at as "closedAt", outcome
    from duties where case_id = any ($1::uuid[]) order by case_id, opened_seq, id`,
};

/** Three statements for all of them. @param types events that are read */
export async function readFigureCases(
  session: Queryable,
  ids: readonly string[],
  types: readonly string[],
): Promise<readonly FigureCase[]> {
  const [cases, duties, lines] = await Promise.all([
    session.run(CASES, [ids]),
    session.run(DUTIES, [ids]),
    readStayLogs(session, ids, types),
  ]);
  const dutiesOf = byCase(duties);
  const linesOf = byCase(lines);
  return cases.map((each) => ({
    ...each,
    duties: dutiesOf.get(each.id) ?? [],
    lines: linesOf.get(each.id) ?? [],
  }));
}

function byCase<Row extends { readonly caseId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const all = new Map<string, Row[]>();
  for (const row of rows) {
    const own = all.get(row.caseId);
    if (own === undefined) all.set(row.caseId, [row]);
    else own.push(row);
  }
  return all;
}
