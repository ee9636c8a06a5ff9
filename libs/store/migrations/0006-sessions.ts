import { ForwardMigration } from './forward-migration';

/**
 * Who is signed in. No foreign key to assignments: replacing the directory must not sign everybody
 * out; a session whose assignment is gone leads to nobody.
 */
export class Sessions1795300000006 extends ForwardMigration {
  protected readonly sql = `
    create table sessions (
      id bigint generated always as identity primary key,
      token_hash bytea not null constraint sessions_token unique check (length(token_hash) = 32),
      assignment text not null check (assignment <> ''),
      created_at timestamptz(3) not null,
      expires_at timestamptz(3) not null,
      ended_at timestamptz(3),
      check (expires_at > created_at)
    );`;
}
