import { ForwardMigration } from './forward-migration';

/**
 * What an identity provider calls an assignment, what a session knows of how somebody came in, and
 * the sign-ins that are under way. Sessions of before do not know who signed in how: they end.
 */
export class SignIn1795300000033 extends ForwardMigration {
  protected readonly sql = `
    alter table assignments add column employee text, add column commission text;

    delete from sessions;

    alter table sessions
      add column staff text not null check (staff <> ''),
      add column purpose text not null check (purpose <> ''),
      add column may_act_as jsonb not null,
      -- Null: the demo's sign-in, which asks nobody.
      add column issuer text,
      add column subject text,
      add column issuer_session text,
      add column acr text,
      add column authenticated_at timestamptz(3),
      add column last_used_at timestamptz(3) not null,
      add column idle_ms bigint not null check (idle_ms > 0),
      add column stepped_up_until timestamptz(3),
      add column ended_why text,
      add column ended_by text,
      add constraint sessions_end check ((ended_at is null) = (ended_why is null)),
      add constraint sessions_issuer check ((issuer is null) = (subject is null));

    create index sessions_running on sessions (staff) where ended_at is null;
    create index sessions_of_issuer on sessions (issuer, subject) where ended_at is null;

    create table sign_ins (
      state_hash bytea primary key check (length(state_hash) = 32),
      browser_hash bytea not null check (length(browser_hash) = 32),
      issuer text not null,
      verifier text not null,
      nonce text not null,
      return_to text not null,
      -- The session that its person signs in to once more (step-up).
      session bigint,
      expires_at timestamptz(3) not null
    );
    create index sign_ins_expiry on sign_ins (expires_at);

    create table logout_tokens (
      issuer text not null,
      jti text not null,
      expires_at timestamptz(3) not null,
      primary key (issuer, jti)
    );`;
}
