import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import type { Statement } from './statement';

/** How long a controller keeps something, as it was entered. */
export interface RetentionTermRow {
  readonly controller: string;
  readonly kind: string;
  readonly years: number;
  /** Where the controller has decided it. */
  readonly source: string;
  readonly enteredAt: Instant;
  /** The assignment of the person who entered it. */
  readonly enteredBy: string;
}

const TERMS: Statement<RetentionTermRow> = {
  name: 'retention-terms',
  text: `
    select controller, kind, years, source, entered_at as "enteredAt", entered_by as "enteredBy"
    from retention_terms where controller = $1 order by id`,
};

const ADD: Statement<never> = {
  name: 'add-retention-term',
  text: `
    insert into retention_terms (controller, kind, years, source, entered_at, entered_by)
    values ($1, $2, $3, $4, $5, $6)`,
};

/** Terms that controllers have decided. They are added, never changed; the newest of a kind counts. */
export class RetentionTermStore {
  constructor(private readonly database: Database) {}

  /** Those of a controller, in the order in which they were entered. @throws DatabaseUnavailable */
  of(controller: string): Promise<readonly RetentionTermRow[]> {
    return this.database.run(TERMS, [controller]);
  }

  /** @throws DatabaseUnavailable */
  async add(row: RetentionTermRow): Promise<void> {
    const { controller, kind, years, source, enteredAt, enteredBy } = row;
    await this.database.run(ADD, [controller, kind, years, source, enteredAt, enteredBy]);
  }
}
