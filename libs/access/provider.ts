import { SECOND_MS, type Clock } from '@hemgang/kernel';
import { importJWK } from 'jose';
import * as oidc from 'openid-client';
import type { Claims } from './person-of';
import type { Issuer } from './issuer';

/** A provider that does not answer must not hold a person's browser for long. */
const ANSWER_MS_MAX = 5_000;

/** Two machines' clocks differ; by more than this one of them is wrong. */
const SKEW_SECONDS_MAX = 30;

/** Keys and addresses of a provider are read anew so often, and after every failure. */
const KEPT_MS = 60 * 60 * SECOND_MS;

/** The provider is not there, or answers what no provider does. */
export class ProviderUnavailable extends Error {}

/** What must be known to finish what was begun. */
export interface Expected {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Answered {
  readonly claims: Claims;
  readonly issuerSession: string | null;
  /** When the person proved who she is, in milliseconds since 1970; null when it is not said. */
  readonly authenticatedMs: number | null;
}

/**
 * One OpenID provider as a relying party sees it. Checks by openid-client: issuer, audience, nonce,
 * state, PKCE, times, and the signature also where TLS alone would do (a proxy may stand between).
 */
export class Provider {
  private known: { readonly config: oidc.Configuration; readonly atMs: number } | null = null;

  constructor(
    readonly issuer: Issuer,
    private readonly clock: Clock,
  ) {}

  /** Where to send the browser. @throws ProviderUnavailable */
  async address(expected: Expected, isFresh: boolean): Promise<string> {
    const config = await this.config();
    const { scopes, acr, claims } = this.issuer;
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: expected.redirectUri,
      scope: ['openid', ...scopes].join(' '),
      state: expected.state,
      nonce: expected.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(expected.verifier),
      code_challenge_method: 'S256',
      acr_values: acr.join(' '),
      ...(claims === undefined ? {} : { claims: JSON.stringify(claims) }),
      ...(isFresh ? { prompt: 'login', max_age: '0' } : {}),
    });
    return url.href;
  }

  /**
   * The claims behind the answer that a browser has brought.
   * @param query of the address it was sent to, `?` included
   * @returns null when the answer is not to be believed; why is told by `onRefused`
   * @throws ProviderUnavailable
   */
  async answer(
    query: string,
    { redirectUri, state, nonce, verifier }: Expected,
    onRefused: (reason: string) => void,
  ): Promise<Answered | null> {
    const config = await this.config();
    try {
      const tokens = await oidc.authorizationCodeGrant(config, new URL(query, redirectUri), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) return null;
      const { sid, auth_time: seconds } = claims;
      return {
        claims,
        issuerSession: typeof sid === 'string' ? sid : null,
        authenticatedMs: typeof seconds === 'number' ? seconds * SECOND_MS : null,
      };
    } catch (error) {
      if (isOutage(error)) throw this.unavailable();
      // Keys may have been changed; the next one who asks has them read anew.
      this.known = null;
      onRefused(codeOf(error));
      return null;
    }
  }

  /** Where the provider's keys lie, for tokens that come without a browser. @throws ProviderUnavailable */
  async keysAddress(): Promise<URL> {
    const address = (await this.config()).serverMetadata().jwks_uri;
    if (address === undefined) throw this.unavailable();
    return new URL(address);
  }

  private async config(): Promise<oidc.Configuration> {
    const nowMs = Date.parse(this.clock.now());
    if (this.known !== null && nowMs - this.known.atMs < KEPT_MS) return this.known.config;
    try {
      const config = await this.discover();
      this.known = { config, atMs: nowMs };
      return config;
    } catch {
      throw this.unavailable();
    }
  }

  private async discover(): Promise<oidc.Configuration> {
    const { url, client } = this.issuer;
    const isOpen = url.startsWith('http:');
    const config = await oidc.discovery(
      new URL(url),
      client.id,
      { [oidc.clockTolerance]: SKEW_SECONDS_MAX },
      await authOf(client.auth),
      {
        timeout: ANSWER_MS_MAX / SECOND_MS,
        execute: [
          oidc.enableNonRepudiationChecks,
          // Only a demo's file of issuers may name such an address (`readIssuers`).
          ...(isOpen ? [oidc.allowInsecureRequests] : []),
        ],
      },
    );
    return config;
  }

  private unavailable(): ProviderUnavailable {
    return new ProviderUnavailable(`the identity provider ${this.issuer.id} is not available`);
  }
}

async function authOf(auth: Issuer['client']['auth']): Promise<oidc.ClientAuth> {
  if (auth.method === 'client_secret_basic') return oidc.ClientSecretBasic(auth.secret);
  const key = await importJWK(auth.key, auth.key.alg);
  if (key instanceof Uint8Array) throw new Error('the key of a client is asymmetric');
  return oidc.PrivateKeyJwt({ key, kid: auth.key.kid });
}

/** Whether nobody answered, as opposed to an answer that is not to be believed. */
function isOutage(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  return codeOf(error) === 'OAUTH_TIMEOUT';
}

/** A stable word of openid-client's or of OAuth itself; never a value of a token. */
function codeOf(error: unknown): string {
  const { code, error: oauth } = error as { readonly code?: unknown; readonly error?: unknown };
  return [code, oauth].filter((word) => typeof word === 'string').join(':') || 'unknown';
}
