import type { Directory } from '@hemgang/directory';
import { MINUTE_MS, plusMs, SECOND_MS, type Clock } from '@hemgang/kernel';
import type {
  MachineClientRow,
  MachineClientStore,
  SessionStore,
  SignInStore,
} from '@hemgang/store';
import { createLocalJWKSet, decodeJwt, errors, jwtVerify, type JWK, type JWTPayload } from 'jose';
import { readerOf } from './reader';
import type { AccessSettings } from './settings';
import type { SignInNote } from './sign-in';

/** Never `none`, never a secret that both sides know. */
const ALGORITHMS = [
  'RS256',
  'PS256',
  'ES256',
  'EdDSA',
  'RS384',
  'RS512',
  'PS384',
  'PS512',
  'ES384',
];

/** An assertion says who asks now. */
const ASSERTION_MS_MAX = 5 * MINUTE_MS;
const SKEW_MS_MAX = MINUTE_MS / 2;

/** A token is short: whoever steals one cannot keep it, and a new one costs one request. */
const TOKEN_MS = 10 * MINUTE_MS;

const JTI_LENGTH_MAX = 200;

/** What a program asks for (RFC 6749 4.4, RFC 7523 2.2). */
export interface TokenRequest {
  readonly assertion: string;
  /** Absent: all that it has been given. */
  readonly scope: string | undefined;
  /** The address of the token endpoint, as an assertion must name it; the only one. */
  readonly audience: string;
}

/** What it gets, or one of the words of RFC 6749 5.2. */
export type TokenAnswer =
  | {
      readonly token: string;
      readonly expiresInSeconds: number;
      readonly scopes: readonly string[];
    }
  | { readonly refused: 'invalid_client' | 'invalid_scope' };

export interface MachineTokenResources {
  readonly settings: Pick<AccessSettings, 'publicUrl'>;
  readonly clients: MachineClientStore;
  readonly sessions: SessionStore;
  readonly signIns: SignInStore;
  readonly realClock: Clock;
  directory(): Directory;
  /** For the process's log: the client and a stable word, never what was sent. */
  note(event: SignInNote): void;
}

/** Gives programs short tokens for assertions that they sign with a key of their own. */
export class MachineTokens {
  constructor(private readonly on: MachineTokenResources) {}

  /** Where programs reach us; null: it is not settled (a demo). */
  get publicUrl(): string | null {
    return this.on.settings.publicUrl;
  }

  async issue({ assertion, scope, audience }: TokenRequest): Promise<TokenAnswer> {
    const client = await this.clientOf(assertion);
    const name = `machine:${client?.id ?? 'unknown'}`;
    const reason =
      client === null ? 'client-unknown' : await this.fault(client, assertion, audience);
    if (client === null || reason !== null) {
      this.on.note({ issuer: name, outcome: 'refused', reason: reason ?? 'client-unknown' });
      return { refused: 'invalid_client' };
    }
    const wanted = scope === undefined ? client.scopes : scope.split(' ').filter(Boolean);
    if (wanted.length === 0 || wanted.some((each) => !client.scopes.includes(each))) {
      this.on.note({ issuer: name, outcome: 'refused', reason: 'scope-too-wide' });
      return { refused: 'invalid_scope' };
    }
    const token = await this.session(client, wanted);
    if (token === null) {
      this.on.note({ issuer: name, outcome: 'refused', reason: 'assignment-gone' });
      return { refused: 'invalid_client' };
    }
    this.on.note({ issuer: name, outcome: 'signed-in' });
    return { token, expiresInSeconds: TOKEN_MS / SECOND_MS, scopes: wanted };
  }

  /** Whom the assertion says to be from; nothing of it is believed yet. */
  private async clientOf(assertion: string): Promise<MachineClientRow | null> {
    try {
      const { iss } = decodeJwt(assertion);
      const client = iss === undefined ? null : await this.on.clients.find(iss);
      return client?.isRevoked === true ? null : client;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  /** Why the assertion is not to be believed, as a stable word; null: it is. */
  private async fault(
    { id, keys }: MachineClientRow,
    assertion: string,
    audience: string,
  ): Promise<string | null> {
    const now = this.on.realClock.now();
    const payload = await this.verified(id, keys, assertion, audience);
    if (typeof payload === 'string') return payload;
    // Somebody else whom it also names could pass it on.
    if ([payload.aud].flat().length !== 1) return 'assertion-audience';
    const { exp = 0, iat, jti } = payload;
    const nowMs = Date.parse(now);
    if (exp * SECOND_MS - nowMs > ASSERTION_MS_MAX + SKEW_MS_MAX) return 'assertion-too-long';
    if (iat !== undefined && iat * SECOND_MS > nowMs + SKEW_MS_MAX) return 'assertion-too-early';
    if (typeof jti !== 'string' || jti === '' || jti.length > JTI_LENGTH_MAX) return 'assertion-id';
    const keepUntil = plusMs(now, ASSERTION_MS_MAX + 2 * SKEW_MS_MAX);
    const isFirst = await this.on.signIns.isFirstUse(`machine:${id}`, jti, now, keepUntil);
    return isFirst ? null : 'assertion-replayed';
  }

  private async verified(
    id: string,
    keys: readonly JWK[],
    assertion: string,
    audience: string,
  ): Promise<JWTPayload | string> {
    try {
      const { payload } = await jwtVerify(assertion, createLocalJWKSet({ keys: [...keys] }), {
        issuer: id,
        subject: id,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'jti'],
        clockTolerance: SKEW_MS_MAX / SECOND_MS,
        currentDate: new Date(this.on.realClock.now()),
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) return error.code;
      // A key that does not fit the algorithm which the header names.
      if (error instanceof TypeError || error instanceof DOMException) return 'assertion-key';
      throw error;
    }
  }

  /** Null: the assignment in which it acts is not in force. */
  private async session(
    { assignment }: MachineClientRow,
    scopes: readonly string[],
  ): Promise<string | null> {
    const reader = readerOf(this.on.directory(), assignment, 'sv');
    if (reader === null) return null;
    const { staff, purpose } = reader;
    const createdAt = this.on.realClock.now();
    return this.on.sessions.create({
      ...{ staff, assignment, purpose, createdAt, scopes, idleMs: TOKEN_MS },
      mayActAs: [{ id: assignment, purpose }],
      by: null,
      expiresAt: plusMs(createdAt, TOKEN_MS),
      steppedUpUntil: null,
    });
  }
}
