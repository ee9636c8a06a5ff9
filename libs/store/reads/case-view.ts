import type { Instant } from '@hemgang/kernel';
import type { DutyRow, EventRow, Maker, PartyRow, StoredCase } from '../case-write';
import type { PersonRow } from '../person-store';
import type { Queryable, Statement } from '../statement';
import { CASE_COLUMNS, CONTENT_COLUMNS, PERSONS_P } from './columns';
import type { StoredContent } from './contents';
import { personOf, withInstants } from './json-row';
import { MAKERS } from './makers';
import { HEEDED_BLOCKS, OBJECTION_SINCE, OPENED_UNTIL, type HeededBlock } from './heeded';
import { SHIELD, type ShieldRow } from './shield';
import { SEEN } from './party-seen';

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

/** An event as far as a view tells it: what it says and who made it when. */
export type ToldEvent = Pick<
  EventRow,
  'seq' | 'type' | 'machine' | 'occurredAt' | 'recordedAt' | 'actor' | 'payload'
>;

/** All rows behind one case's view. */
export interface CaseViewRows {
  readonly case: CaseRow;
  /** Null: the case is about no patient, or about many. */
  readonly person: PersonRow | null;
  /** What is to be heeded when her identity is protected; else null. */
  readonly shield: ShieldRow | null;
  /** Until when the reader has opened the patient's cases in an emergency; null: she has not. */
  readonly openedUntil: Instant | null;
  /** What is kept from other units of the reader's controller. */
  readonly blocks: readonly HeededBlock[];
  /** Since when the patient objects to disclosures of the reader's controller; null: she does not. */
  readonly objectionSince: Instant | null;
  /** Open and closed, in the order in which they were opened. */
  readonly duties: readonly StoredDuty[];
  /** In the order in which they joined. */
  readonly parties: readonly PartyRow[];
  /** What the reader's controller holds; nothing for the system, which is no controller. */
  readonly contents: readonly StoredContent[];
  /** Who has made what in the case; each kind of event once per unit. */
  readonly makers: readonly Maker[];
  /** The log, oldest first, when it was asked for; else empty. */
  readonly log: readonly ToldEvent[];
  /** When somebody at each unit first saw the case, by unit; from the access log. */
  readonly seen: Readonly<Record<string, Instant>>;
}

/**
 * One statement with lists inside instead of six statements: one moment in time and one round of
 * the protocol. The log is read only where a view tells it ($2).
 */
export const CASE_VIEW: Statement<CaseRow & Omit<CaseViewRows, 'case'>> = {
  name: 'case-view',
  text: `
    select ${CASE_COLUMNS}, to_json(p) as person, (${SHIELD}) as shield,
      (${OPENED_UNTIL}) as "openedUntil", (${HEEDED_BLOCKS}) as blocks,
      (${OBJECTION_SINCE}) as "objectionSince",
      (select coalesce(json_agg(d), '[]') from (
        select id, key, machine, unit, person, since, due_at as due, opened_seq as "openedSeq",
               closed_seq as "closedSeq", closed_at as "closedAt", outcome, breached
        from duties where case_id = $1 order by opened_seq, id) as d) as duties,
      (select coalesce(json_agg(j), '[]') from (
        select unit, handover, kind, since, until
        from parties where case_id = $1 and until is null order by since, unit, handover) as j) as parties,
      (select coalesce(json_agg(h), '[]') from (
        select seq, machine, ${CONTENT_COLUMNS},
               recorded_at as "recordedAt", actor ->> 'unit' as unit
        from contents join events using (case_id, seq)
        where case_id = $1 and controller = current_setting('hemgang.controller')
        order by seq, source nulls first) as h) as contents,
      (select coalesce(json_agg(e), '[]') from (
        select seq, type, machine, occurred_at as "occurredAt", recorded_at as "recordedAt",
               actor, payload
        from events where $2 and case_id = $1 order by seq) as e) as log,
      (${MAKERS}) as makers, (${SEEN}) as seen
    from cases c left join ${PERSONS_P} on p.id = c.person_id
    where c.id = $1`,
};

export async function readCaseView(
  session: Queryable,
  caseId: string,
  withLog: boolean,
): Promise<CaseViewRows | null> {
  const [row] = await session.run(CASE_VIEW, [caseId, withLog]);
  if (row === undefined) return null;
  const {
    person,
    shield,
    openedUntil,
    blocks,
    objectionSince,
    duties,
    parties,
    contents,
    log,
    makers,
    seen,
    ...stored
  } = row;
  return {
    case: stored,
    person: person && personOf(person),
    shield,
    openedUntil,
    blocks: blocks.map((block) => withInstants(block, ['releasedUntil'])),
    objectionSince,
    duties: duties.map((duty) => withInstants(duty, ['since', 'due', 'closedAt'])),
    parties: parties.map((party) => withInstants(party, ['since'])),
    contents: contents.map((content) => withInstants(content, ['recordedAt'])),
    log: log.map((event) => withInstants(event, ['occurredAt', 'recordedAt'])),
    makers,
    seen: withInstants(seen, Object.keys(seen)),
  };
}
