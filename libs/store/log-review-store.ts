import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import type { Statement } from './statement';

/** A selection of lines of the access log that somebody looks at. */
export interface ReviewRow {
  readonly id: number;
  readonly controller: string;
  readonly since: Instant;
  readonly until: Instant;
  readonly madeAt: Instant;
  /** The assignment that made it. */
  readonly madeBy: string;
  /** How many lines were looked at, and how many of them a rule found. */
  readonly lines: number;
  readonly found: number;
  /** Picked lines, and those that nobody has decided about. */
  readonly picked: number;
  readonly open: number;
}

/** A picked line and what was decided. */
export interface ReviewedLine {
  readonly line: number;
  readonly reasons: readonly string[];
  readonly decision: string | null;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
}

/** What a new selection says. */
export type NewReview = Omit<ReviewRow, 'id' | 'picked' | 'open'>;

const ADD: Statement<{ readonly id: number }> = {
  name: 'log-review-add',
  text: `
    with asked as (
      select * from jsonb_to_record($1) as r (
        controller text, since timestamptz, until timestamptz, "madeAt" timestamptz,
        "madeBy" text, lines int, found int)
    ), made as (
      insert into log_reviews (controller, since, until, made_at, made_by, lines, found)
      select controller, since, until, "madeAt", "madeBy", lines, found from asked
      returning id
    ), picked as (
      insert into log_review_lines (review, line, reasons)
      select made.id, line, reasons
      from made, jsonb_to_recordset($2) as l (line bigint, reasons text[])
    )
    select id from made`,
};

const REVIEW = `
  r.id, r.controller, r.since, r.until, r.made_at as "madeAt", r.made_by as "madeBy", r.lines,
  r.found,
  (select count(*)::int from log_review_lines l where l.review = r.id) as picked,
  (select count(*)::int from log_review_lines l
   where l.review = r.id and l.decision is null) as open`;

const OF_CONTROLLER: Statement<ReviewRow> = {
  name: 'log-reviews-of-controller',
  text: `
    select ${REVIEW} from log_reviews r
    where r.controller = $1 and ($2::bigint is null or r.id < $2) order by r.id desc limit $3`,
};

const ONE: Statement<ReviewRow> = {
  name: 'log-review',
  text: `select ${REVIEW} from log_reviews r where r.controller = $1 and r.id = $2`,
};

const LINES: Statement<ReviewedLine> = {
  name: 'log-review-lines',
  text: `
    select line, reasons, decision, decided_at as "decidedAt", decided_by as "decidedBy"
    from log_review_lines
    where review = $1 and line > $2 order by line limit $3`,
};

/** Once: what has been decided stays. */
const DECIDE: Statement<{ readonly line: number }> = {
  name: 'log-review-decide',
  text: `
    update log_review_lines l set decision = $4, decided_at = $5, decided_by = $6
    from log_reviews r
    where r.id = l.review and r.controller = $1 and l.review = $2 and l.line = $3
      and l.decision is null
    returning l.line`,
};

/** Follow-up of the access log, controller by controller. */
export class LogReviewStore {
  constructor(private readonly database: Database) {}

  /** @returns the number of the selection */
  async add(
    review: NewReview,
    picked: readonly Pick<ReviewedLine, 'line' | 'reasons'>[],
  ): Promise<number> {
    const values = [JSON.stringify(review), JSON.stringify(picked)];
    const [row] = await this.database.run(ADD, values);
    return row?.id ?? 0;
  }

  /** The latest first. @param before the number of the last one that was read; null: none was */
  ofController(
    controller: string,
    before: number | null,
    limit: number,
  ): Promise<readonly ReviewRow[]> {
    return this.database.run(OF_CONTROLLER, [controller, before, limit]);
  }

  async one(controller: string, id: number): Promise<ReviewRow | null> {
    const [row] = await this.database.run(ONE, [controller, id]);
    return row ?? null;
  }

  /** The picked lines after a number, in their order. */
  lines(review: number, after: number, limit: number): Promise<readonly ReviewedLine[]> {
    return this.database.run(LINES, [review, after, limit]);
  }

  /** @returns false when there is no such line, or it has been decided about */
  async decide(
    { controller, review, line }: { controller: string; review: number; line: number },
    decision: string,
    at: Instant,
    by: string,
  ): Promise<boolean> {
    const values = [controller, review, line, decision, at, by];
    return (await this.database.run(DECIDE, values)).length > 0;
  }
}
