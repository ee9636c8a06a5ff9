import type { Instant } from '@hemgang/kernel';
import type { ContentRow, StoredCase } from './case-write';
import type { Database } from './database';
import { CONTENT_COLUMNS, STORED_CASE } from './reads/columns';
import type { Statement } from './statement';

/** A copy of content with the event under which it lies. */
export interface KeptContent extends ContentRow {
  readonly seq: number;
}

/** An open duty as worklists find it. */
export interface KeptDuty {
  readonly id: string;
  readonly unit: string;
  readonly person: string | null;
  readonly due: Instant | null;
}

const PAGE: Statement<StoredCase> = {
  name: 'verify-cases',
  text: `select ${STORED_CASE} from cases c where c.id > $1 order by c.id limit $2`,
};

const CONTENTS: Statement<KeptContent> = {
  name: 'verify-contents',
  text: `
    select seq, ${CONTENT_COLUMNS}
    from contents where case_id = $1`,
};

const DUTIES: Statement<KeptDuty> = {
  name: 'verify-duties',
  text: `
    select id, unit, person, due_at as due from duties
    where case_id = $1 and closed_seq is null order by id`,
};

/** All that is kept of each case, for whoever asks whether it fits together. */
export class VerificationStore {
  constructor(private readonly database: Database) {}

  /** Cases of every type, open and closed, by id. */
  cases(after: string, limit: number): Promise<readonly StoredCase[]> {
    return this.database.run(PAGE, [after, limit]);
  }

  /** Every controller's copies; what has been erased is not there. */
  contents(caseId: string): Promise<readonly KeptContent[]> {
    return this.database.run(CONTENTS, [caseId]);
  }

  openDuties(caseId: string): Promise<readonly KeptDuty[]> {
    return this.database.run(DUTIES, [caseId]);
  }
}
