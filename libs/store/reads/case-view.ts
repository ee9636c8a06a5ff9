import type { Instant } from '@hemgang/kernel';
import type { DutyRow, PartyRow, StoredCase } from '../case-write';
import type { PersonRow } from '../person-store';
import type { Queryable, Statement } from '../statement';
import { CASE_COLUMNS, PERSON_JSON } from './columns';
import type { StoredContent } from './contents';

/** A case with what lists and views show of it. */
export interface CaseRow extends StoredCase {
  /** The stable word for its state. */
  readonly word: string;
  readonly openedAt: Instant;
  readonly endedAt: Instant | null;
}

export interface StoredDuty extends DutyRow {
  /** Closed, and after it was due. */
  readonly breached: boolean;
}

/** All rows behind one case's view. */
export interface CaseViewRows {
  readonly case: CaseRow;
  readonly person: PersonRow;
  /** Open and closed, in the order in which they were opened. */
  readonly duties: readonly StoredDuty[];
  /** In the order in which they joined. */
  readonly parties: readonly PartyRow[];
  /** What the reader's controller holds; nothing for the system, which is no controller. */
  readonly contents: readonly StoredContent[];
}

/**
 * One statement with lists inside instead of five statements: one moment in time and one round of
 * the protocol. JSON has no times, so they are spelled here as instants.
 */
export const CASE_VIEW: Statement<CaseRow & Omit<CaseViewRows, 'case'>> = {
  name: 'case-view',
  text: `
    select ${CASE_COLUMNS}, ${PERSON_JSON} as person,
      array(
        select json_build_object(
          'id', id, 'key', key, 'machine', machine, 'unit', unit, 'person', person,
          'since', iso(since), 'due', iso(due_at), 'openedSeq', opened_seq,
          'closedSeq', closed_seq, 'closedAt', iso(closed_at), 'outcome', outcome,
          'breached', breached)
        from duties where case_id = $1 order by opened_seq, id) as duties,
      array(
        select json_build_object(
          'unit', unit, 'handover', handover, 'kind', kind, 'since', iso(since))
        from parties where case_id = $1 order by since, unit, handover) as parties,
      array(
        select json_build_object(
          'seq', seq, 'controller', controller, 'entry', entry, 'legalBasis', legal_basis,
          'salt', salt, 'body', body, 'recordedAt', iso(recorded_at))
        from contents join events using (case_id, seq)
        where case_id = $1 and controller = current_setting('hemgang.controller')
        order by seq) as contents
    from cases c join persons p on p.id = c.person_id
    where c.id = $1`,
};

export async function readCaseView(
  session: Queryable,
  caseId: string,
): Promise<CaseViewRows | null> {
  const [row] = await session.run(CASE_VIEW, [caseId]);
  if (row === undefined) return null;
  const { person, duties, parties, contents, ...stored } = row;
  return { case: stored, person, duties, parties, contents };
}
