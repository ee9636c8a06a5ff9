import { ForwardMigration } from './forward-migration';

/**
 * Follow-up of the access log (PDL 4:3, HSLF-FS 2016:40 4:9): which lines were picked, why, and what
 * the reviewer found. Read and written by the administrators of the controller whose log it is.
 * A picked line goes when its line of the access log is erased.
 */
export class LogReviews1795300000047 extends ForwardMigration {
  protected readonly sql = `
    create table log_reviews (
      id bigint generated always as identity constraint log_reviews_pkey primary key,
      controller text not null check (controller <> ''),
      since timestamptz(3) not null check (isfinite(since)),
      until timestamptz(3) not null check (isfinite(until)),
      made_at timestamptz(3) not null check (isfinite(made_at)),
      made_by text not null check (made_by <> ''),
      -- How many lines were looked at, and how many of them a rule found.
      lines int not null check (lines >= 0),
      found int not null check (found >= 0),
      check (until > since)
    );
    create index log_reviews_of_controller on log_reviews (controller, id);

    create table log_review_lines (
      review bigint not null references log_reviews,
      line bigint not null,
      reasons text[] not null check (cardinality(reasons) > 0),
      decision text check (decision in ('justified', 'questioned', 'incident')),
      decided_at timestamptz(3) check (isfinite(decided_at)),
      decided_by text check (decided_by <> ''),
      constraint log_review_lines_pkey primary key (review, line),
      check ((decision is null) = (decided_at is null)),
      check ((decision is null) = (decided_by is null))
    );
    create index log_review_lines_line on log_review_lines (line);`;
}
