import type { Instant } from '@hemgang/kernel';
import type { ContentRow } from '../case-write';
import type { Queryable, Statement } from '../statement';
import { CONTENT_COLUMNS } from './columns';

/** A content with the event that disclosed it. */
export interface StoredContent extends ContentRow {
  readonly seq: number;
  /** The machine that the event was for; null when it was the main one. */
  readonly machine: string | null;
  readonly recordedAt: Instant;
  /** The unit that wrote it; null: the system did. */
  readonly unit: string | null;
}

const CONTENTS: Statement<StoredContent> = {
  name: 'contents-for',
  text: `
    select seq, machine, ${CONTENT_COLUMNS},
           recorded_at as "recordedAt", actor ->> 'unit' as unit
    from contents join events using (case_id, seq)
    where case_id = $1 and controller = $2 order by seq, source nulls first`,
};

/** What a unit may hand on of it: not what another unit of its controller has blocked (PDL 4:4). */
const TO_HAND_ON: Statement<StoredContent> = {
  name: 'contents-to-hand-on',
  text: `
    select seq, machine, ${CONTENT_COLUMNS},
           recorded_at as "recordedAt", actor ->> 'unit' as unit
    from contents join events using (case_id, seq)
    where case_id = $1 and controller = $2 and not exists (
      select from blocks b
      where b.person = (select person_id from cases where id = $1) and b.ended_at is null
        and b.controller = $2 and b.unit = actor ->> 'unit' and b.unit <> $3)
    order by seq, source nulls first`,
};

/** What a unit may hand on of what its controller holds, in the order in which it was disclosed. */
export function readContentsToHandOn(
  session: Queryable,
  caseId: string,
  controller: string,
  unit: string,
): Promise<readonly StoredContent[]> {
  return session.run(TO_HAND_ON, [caseId, controller, unit]);
}

/** What one controller holds of a case, in the order in which it was disclosed. */
export function readContents(
  session: Queryable,
  caseId: string,
  controller: string,
): Promise<readonly StoredContent[]> {
  return session.run(CONTENTS, [caseId, controller]);
}
