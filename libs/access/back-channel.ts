import { instant, MINUTE_MS, plusMs, SECOND_MS, type Clock } from '@hemgang/kernel';
import type { SessionStore, SignInStore } from '@hemgang/store';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { z } from 'zod';
import { ProviderUnavailable, type Provider } from './provider';
import type { SignInNote } from './sign-in';

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** A logout says what is so now. */
const AGE_MS_MAX = 5 * MINUTE_MS;
const SKEW_MS_MAX = MINUTE_MS / 2;

/** Never `none`, never a secret that both sides know. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'RS384', 'RS512', 'PS384', 'PS512'];

const logoutClaims = z
  .looseObject({
    jti: z.string().min(1),
    iat: z.number(),
    sub: z.string().min(1).optional(),
    sid: z.string().min(1).optional(),
    events: z.looseObject({ [LOGOUT_EVENT]: z.looseObject({}) }),
    // An ID token has one, and must not pass for a logout token.
    nonce: z.undefined().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined);

export interface BackChannelResources {
  readonly providers: readonly Provider[];
  readonly sessions: SessionStore;
  readonly signIns: SignInStore;
  readonly realClock: Clock;
  sessionsEnded(): void;
  note(event: SignInNote): void;
}

/** What became of a logout token. */
export type LoggedOut = 'done' | 'refused' | 'unavailable';

/**
 * An identity provider tells us, without a browser, that somebody is signed out (OpenID Connect
 * Back-Channel Logout 1.0): her sessions end here too, and her open streams.
 */
export class BackChannel {
  private readonly keys = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

  constructor(private readonly on: BackChannelResources) {}

  async logout(issuer: string, token: string): Promise<LoggedOut> {
    const provider = this.on.providers.find((each) => each.issuer.id === issuer);
    if (provider === undefined) return 'refused';
    const now = this.on.realClock.now();
    const judged = await this.judge(provider, token);
    if (judged === 'unavailable') return judged;
    if (typeof judged === 'string') return this.refused(issuer, judged);
    const { jti, sub = null, sid = null } = judged;
    const keepUntil = plusMs(now, 2 * AGE_MS_MAX);
    if (!(await this.on.signIns.isFirstUse(issuer, jti, now, keepUntil))) {
      return this.refused(issuer, 'logout-replayed');
    }
    await this.on.sessions.endOfIssuer(issuer, { subject: sub, session: sid }, now);
    this.on.sessionsEnded();
    this.on.note({ issuer, outcome: 'logged-out' });
    return 'done';
  }

  /** The claims of a token that is to be believed, or a word for why it is not. */
  private async judge(
    provider: Provider,
    token: string,
  ): Promise<z.output<typeof logoutClaims> | string> {
    const payload = await this.verified(provider, token);
    if (typeof payload === 'string') return payload;
    const parsed = logoutClaims.safeParse(payload);
    if (!parsed.success) return 'logout-claims';
    const ageMs = Date.parse(this.on.realClock.now()) - parsed.data.iat * SECOND_MS;
    return ageMs > AGE_MS_MAX || ageMs < -SKEW_MS_MAX ? 'logout-too-old' : parsed.data;
  }

  private async verified(provider: Provider, token: string): Promise<JWTPayload | string> {
    const { url, client } = provider.issuer;
    try {
      const { payload } = await jwtVerify(token, await this.keysOf(provider), {
        issuer: url,
        audience: client.id,
        algorithms: ALGORITHMS,
        clockTolerance: SKEW_MS_MAX / SECOND_MS,
        currentDate: new Date(instant(this.on.realClock.now())),
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) return error.code;
      // Its keys could not be fetched.
      const isOutage = error instanceof ProviderUnavailable || error instanceof TypeError;
      if (isOutage) return 'unavailable';
      throw error;
    }
  }

  private async keysOf(provider: Provider): Promise<ReturnType<typeof createRemoteJWKSet>> {
    const { id } = provider.issuer;
    const address = await provider.keysAddress();
    const known = this.keys.get(id) ?? createRemoteJWKSet(address);
    this.keys.set(id, known);
    return known;
  }

  private refused(issuer: string, reason: string): 'refused' {
    this.on.note({ issuer, outcome: 'refused', reason });
    return 'refused';
  }
}
