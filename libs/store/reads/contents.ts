import type { ContentRow } from '../case-write';
import type { Queryable, Statement } from '../statement';

/** A content with the number of the event that disclosed it. */
export interface StoredContent extends ContentRow {
  readonly seq: number;
}

const CONTENTS: Statement<StoredContent> = {
  name: 'contents-for',
  text: `
    select seq, controller, entry, legal_basis as "legalBasis", salt, body
    from contents where case_id = $1 and controller = $2 order by seq`,
};

/** What one controller holds of a case, in the order in which it was disclosed. */
export function readContents(
  session: Queryable,
  caseId: string,
  controller: string,
): Promise<readonly StoredContent[]> {
  return session.run(CONTENTS, [caseId, controller]);
}
