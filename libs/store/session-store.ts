import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import { Flights, only } from './flights';
import type { Statement } from './statement';

/** How an identity provider vouched for somebody. */
export interface SignedInBy {
  /** Our id of the provider. */
  readonly issuer: string;
  readonly subject: string;
  /** The provider's own session (`sid`); null when it names none. */
  readonly issuerSession: string | null;
  /** How sure the provider is (`acr`). */
  readonly acr: string;
  /** When the person last proved who she is. */
  readonly authenticatedAt: Instant;
}

/** One person in one assignment. */
export interface NewSession {
  readonly staff: string;
  readonly assignment: string;
  /** For what is read and written in it. */
  readonly purpose: string;
  /** The assignments that this sign-in is good for, the session's own among them, each with what for. */
  readonly mayActAs: readonly { readonly id: string; readonly purpose: string }[];
  /** Null: nobody has vouched (the demo's sign-in, machines). */
  readonly by: SignedInBy | null;
  readonly createdAt: Instant;
  /** The session ends when nothing has been asked for so long. */
  readonly idleMs: number;
  /** The session ends at the latest. */
  readonly expiresAt: Instant;
  readonly steppedUpUntil: Instant | null;
  /** What a program may do; absent: a person, who may do what her roles allow. */
  readonly scopes?: readonly string[];
}

export interface StoredSession extends NewSession {
  readonly id: number;
  readonly lastUsedAt: Instant;
  /** The revision of the directory when the session was looked up. */
  readonly directory: number;
}

/** Why a session has ended before its time. */
export type SessionEnd =
  | 'signed-out'
  | 'replaced'
  | 'switched'
  | 'stepped-up'
  | 'logged-out-by-issuer'
  | 'ended-by-admin'
  | 'assignment-changed';

interface FoundRow extends Omit<StoredSession, 'id' | 'by' | 'scopes'>, SignedInBy {
  readonly id: number | null;
  readonly scopes: readonly string[] | null;
}

/** Which session a request names. */
interface Named {
  readonly hash: Buffer;
  readonly now: Instant;
}

/** 256 bits: cannot be guessed, so the hash needs neither salt nor slowness. */
const TOKEN_BYTES = 32;

/**
 * A session in the place of another one ($17) comes only if that one was still running: of two that
 * switch at once, one wins, and a session that was ended from outside gets no heir.
 */
const CREATE: Statement<{ readonly id: number }> = {
  name: 'create-session',
  text: `
    with ended as (
      update sessions set ended_at = $7, ended_why = $18
      where id = $17 and ended_at is null returning id
    )
    insert into sessions (token_hash, staff, assignment, purpose, may_act_as, idle_ms, created_at,
                          last_used_at, expires_at, stepped_up_until, issuer, subject,
                          issuer_session, acr, authenticated_at, scopes)
    select $1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $19
    where not $16 or exists (select from ended)
    returning id`,
};

const COLUMNS = `
  id, staff, assignment, purpose, may_act_as as "mayActAs", idle_ms as "idleMs",
  created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt",
  stepped_up_until as "steppedUpUntil", issuer, subject, issuer_session as "issuerSession", acr,
  authenticated_at as "authenticatedAt", scopes,
  (select revision from directory_state) as directory`;

const isRunning = (now: string): string =>
  `ended_at is null and expires_at > ${now}
   and last_used_at + idle_ms * interval '1 millisecond' > ${now}`;

/** For each question a row, in their order, of nulls when there is no such session. */
const FIND: Statement<FoundRow> = {
  name: 'find-sessions',
  text: `
    select ${COLUMNS}
    from unnest($1::bytea[], $2::timestamptz[]) with ordinality as asked (hash, now, place)
    left join sessions on token_hash = hash and ${isRunning('now')}
    order by place`,
};

const TOUCH: Statement<never> = {
  name: 'touch-session',
  text: `
    update sessions set last_used_at = $2
    where id = $1 and last_used_at + $3 * interval '1 millisecond' <= $2`,
};

const END: Statement<never> = {
  name: 'end-session',
  text: `
    update sessions set ended_at = $2, ended_why = 'signed-out'
    where token_hash = $1 and ended_at is null`,
};

const END_ONE: Statement<{ readonly id: number }> = {
  name: 'end-session-of-staff',
  text: `
    update sessions set ended_at = $3, ended_why = 'ended-by-admin', ended_by = $4
    where id = $1 and assignment = any ($2::text[]) and ${isRunning('$3')}
    returning id`,
};

const END_OF_ISSUER: Statement<{ readonly id: number }> = {
  name: 'end-sessions-of-issuer',
  text: `
    update sessions set ended_at = $4, ended_why = 'logged-out-by-issuer'
    where issuer = $1 and ended_at is null
      and ($2::text is null or subject = $2) and ($3::text is null or issuer_session = $3)
    returning id`,
};

const RUNNING: Statement<FoundRow & { readonly id: number }> = {
  name: 'running-sessions',
  text: `
    select ${COLUMNS} from sessions
    where assignment = any ($1::text[]) and ${isRunning('$2')}
    order by id`,
};

/**
 * Who is signed in. The token exists at the client only; the table holds its SHA-256, so that
 * nobody who reads the database or a backup can act as somebody else.
 */
export class SessionStore {
  /** Every request asks: those of one moment ask together. */
  private readonly finds = new Flights<Named, StoredSession | null>({
    together: (named) => this.findTogether(named),
    alone: (named) => only(this.findTogether([named])),
  });

  constructor(private readonly database: Database) {}

  /** @returns the token, 43 characters of base64url */
  async create(session: NewSession): Promise<string> {
    const token = await this.insert(session, null, null);
    if (token === null) throw new Error('A session that replaces none is always created.');
    return token;
  }

  /**
   * A session in the place of another, under a token of its own.
   * @returns the token; null when the other one is no longer running
   */
  replace(former: number, why: SessionEnd, session: NewSession): Promise<string | null> {
    return this.insert(session, former, why);
  }

  /** The session, when it has neither ended nor expired at `now`. Any text may be asked for. */
  find(token: string, now: Instant): Promise<StoredSession | null> {
    return this.finds.board({ hash: digestOf(token), now });
  }

  /** Notes that the session is in use, unless that was noted within the last `restMs`. */
  async touch(id: number, now: Instant, restMs: number): Promise<void> {
    await this.database.run(TOUCH, [id, now, restMs]);
  }

  /** Ends the session; ending it twice, or one that never was, changes nothing. */
  async end(token: string, now: Instant): Promise<void> {
    await this.database.run(END, [digestOf(token), now]);
  }

  /** Somebody ends another's session. @returns false when none of these assignments has it */
  async endOneOf(
    assignments: readonly string[],
    id: number,
    now: Instant,
    by: string,
  ): Promise<boolean> {
    const ended = await this.database.run(END_ONE, [id, assignments, now, by]);
    return ended.length > 0;
  }

  /** Ends what an identity provider has logged out: its session, or all of the person. */
  async endOfIssuer(
    issuer: string,
    { subject, session }: { readonly subject: string | null; readonly session: string | null },
    now: Instant,
  ): Promise<number> {
    if (subject === null && session === null) return 0;
    return (await this.database.run(END_OF_ISSUER, [issuer, subject, session, now])).length;
  }

  /** The running sessions in these assignments, oldest first. */
  async running(assignments: readonly string[], now: Instant): Promise<readonly StoredSession[]> {
    const rows = await this.database.run(RUNNING, [assignments, now]);
    return rows.map((row) => ({ ...fields(row), id: row.id }));
  }

  private async insert(
    session: NewSession,
    former: number | null,
    why: SessionEnd | null,
  ): Promise<string | null> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const { staff, assignment, purpose, mayActAs, idleMs, createdAt, expiresAt, by } = session;
    const created = await this.database.run(CREATE, [
      ...[digestOf(token), staff, assignment, purpose, JSON.stringify(mayActAs), idleMs],
      ...[createdAt, createdAt, expiresAt, session.steppedUpUntil],
      ...[by?.issuer, by?.subject, by?.issuerSession, by?.acr, by?.authenticatedAt],
      ...[former !== null, former, why, session.scopes],
    ]);
    return created.length > 0 ? token : null;
  }

  private async findTogether(named: readonly Named[]): Promise<readonly (StoredSession | null)[]> {
    const values = [named.map(({ hash }) => hash), named.map(({ now }) => now)];
    const rows = await this.database.run(FIND, values);
    return rows.map((row) => (row.id === null ? null : { ...fields(row), id: row.id }));
  }
}

function fields(row: FoundRow): Omit<StoredSession, 'id'> {
  const { issuer, subject, issuerSession, acr, authenticatedAt, scopes, ...rest } = row;
  const isVouched = (issuer as string | null) !== null;
  return {
    ...rest,
    ...(scopes === null ? {} : { scopes }),
    by: isVouched ? { issuer, subject, issuerSession, acr, authenticatedAt } : null,
  };
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
