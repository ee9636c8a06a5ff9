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
}

const CONTENTS: Statement<StoredContent> = {
  name: 'contents-for',
  text: `
    select seq, machine, ${CONTENT_COLUMNS},
           recorded_at as "recordedAt"
    from contents join events using (case_id, seq)
    where case_id = $1 and controller = $2 order by seq, source nulls first`,
};

/** What one controller holds of a case, in the order in which it was disclosed. */
export function readContents(
  session: Queryable,
  caseId: string,
  controller: string,
): Promise<readonly StoredContent[]> {
  return session.run(CONTENTS, [caseId, controller]);
}
