import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import type { Statement } from './statement';

/** A sign-in that is under way: what must come back with the browser. */
export interface PendingSignIn {
  readonly issuer: string;
  /** The secret behind PKCE's challenge. */
  readonly verifier: string;
  readonly nonce: string;
  /** Where in the web app the person wanted to go. */
  readonly returnTo: string;
  /** The session whose person proves once more who she is; null: somebody comes in. */
  readonly session: number | null;
}

/** A sign-in that has come back, and the directory's revision at that time. */
export interface ReturnedSignIn extends PendingSignIn {
  readonly directory: number;
}

/** What a browser carries through the identity provider and back. */
export interface SignInSecrets {
  /** Goes through the provider, in addresses. */
  readonly state: string;
  /** Stays in the browser, in a cookie: so nobody can finish a sign-in that another one began. */
  readonly browser: string;
}

const SECRET_BYTES = 32;

/** What is never finished is swept by those who begin. */
const BEGIN: Statement<never> = {
  name: 'begin-sign-in',
  text: `
    with swept as (delete from sign_ins where expires_at <= $9)
    insert into sign_ins (state_hash, browser_hash, issuer, verifier, nonce, return_to, session,
                          expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

const TAKE: Statement<ReturnedSignIn> = {
  name: 'take-sign-in',
  text: `
    delete from sign_ins
    where state_hash = $1 and browser_hash = $2 and issuer = $3 and expires_at > $4
    returning issuer, verifier, nonce, return_to as "returnTo", session,
              (select revision from directory_state) as directory`,
};

const FIRST_USE: Statement<{ readonly jti: string }> = {
  name: 'first-use-of-logout-token',
  text: `
    with swept as (delete from logout_tokens where expires_at <= $4)
    insert into logout_tokens (issuer, jti, expires_at) values ($1, $2, $3)
    on conflict do nothing
    returning jti`,
};

/** Sign-ins under way, and the logout tokens that have been used. Secrets are kept as hashes. */
export class SignInStore {
  constructor(private readonly database: Database) {}

  async begin(
    { issuer, verifier, nonce, returnTo, session }: PendingSignIn,
    now: Instant,
    expiresAt: Instant,
  ): Promise<SignInSecrets> {
    const state = randomBytes(SECRET_BYTES).toString('base64url');
    const browser = randomBytes(SECRET_BYTES).toString('base64url');
    await this.database.run(BEGIN, [
      ...[digestOf(state), digestOf(browser), issuer, verifier, nonce, returnTo, session],
      ...[expiresAt, now],
    ]);
    return { state, browser };
  }

  /** Takes the sign-in out: nobody can finish it a second time. Null: there is none such. */
  async take(
    issuer: string,
    { state, browser }: SignInSecrets,
    now: Instant,
  ): Promise<ReturnedSignIn | null> {
    const values = [digestOf(state), digestOf(browser), issuer, now];
    const [found] = await this.database.run(TAKE, values);
    return found ?? null;
  }

  /** @returns false when the token was used before */
  async isFirstUse(
    issuer: string,
    jti: string,
    now: Instant,
    keepUntil: Instant,
  ): Promise<boolean> {
    return (await this.database.run(FIRST_USE, [issuer, jti, keepUntil, now])).length > 0;
  }
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
