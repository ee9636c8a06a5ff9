import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import { Flights, only } from './flights';
import type { Statement } from './statement';

export interface NewSession {
  /** The assignment somebody acts as; one session, one assignment. */
  readonly assignment: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export interface StoredSession extends NewSession {
  readonly id: number;
}

type FoundRow = { readonly [Column in keyof StoredSession]: StoredSession[Column] | null };

/** Which session a request names. */
interface Named {
  readonly hash: Buffer;
  readonly now: Instant;
}

/** 256 bits: cannot be guessed, so the hash needs neither salt nor slowness. */
const TOKEN_BYTES = 32;

const CREATE: Statement<never> = {
  name: 'create-session',
  text: `
    insert into sessions (token_hash, assignment, created_at, expires_at)
    values ($1, $2, $3, $4)`,
};

/** For each question a row, in their order, of nulls when there is no such session. */
const FIND: Statement<FoundRow> = {
  name: 'find-sessions',
  text: `
    select id, assignment, created_at as "createdAt", expires_at as "expiresAt"
    from unnest($1::bytea[], $2::timestamptz[]) with ordinality as asked (hash, now, place)
    left join sessions on token_hash = hash and ended_at is null and expires_at > now
    order by place`,
};

const END: Statement<never> = {
  name: 'end-session',
  text: `update sessions set ended_at = $2 where token_hash = $1 and ended_at is null`,
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
  async create({ assignment, createdAt, expiresAt }: NewSession): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await this.database.run(CREATE, [digestOf(token), assignment, createdAt, expiresAt]);
    return token;
  }

  /** The session, when it has neither ended nor expired at `now`. Any text may be asked for. */
  find(token: string, now: Instant): Promise<StoredSession | null> {
    return this.finds.board({ hash: digestOf(token), now });
  }

  /** Ends the session; ending it twice, or one that never was, changes nothing. */
  async end(token: string, now: Instant): Promise<void> {
    await this.database.run(END, [digestOf(token), now]);
  }

  private async findTogether(named: readonly Named[]): Promise<readonly (StoredSession | null)[]> {
    const values = [named.map(({ hash }) => hash), named.map(({ now }) => now)];
    return (await this.database.run(FIND, values)).map(storedSession);
  }
}

function storedSession({ id, ...rest }: FoundRow): StoredSession | null {
  return id === null ? null : ({ id, ...rest } as StoredSession);
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
