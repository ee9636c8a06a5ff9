import type { Directory } from '@hemgang/directory';
import { instant, later, MINUTE_MS, plusMs, type Clock, type Instant } from '@hemgang/kernel';
import type {
  NewSession,
  PendingSignIn,
  SessionStore,
  SignInStore,
  StoredSession,
} from '@hemgang/store';
import type { Language, Refusal } from '@hemgang/kernel';
import * as oidc from 'openid-client';
import type { IssuerView } from './issuer';
import { personOf, type ClaimRefusal, type Person } from './person-of';
import { ProviderUnavailable, type Answered, type Expected, type Provider } from './provider';
import type { AccessSettings } from './settings';

/** Time to find the card and remember the PIN. */
const FINISHED_WITHIN_MS = 10 * MINUTE_MS;

/** So long after somebody has proved who she is a grave step may follow. */
export const STEPPED_UP_MS = 15 * MINUTE_MS;

/** Why nobody came in. Stable words: the log and the web app read them. */
export type SignInRefusal =
  | ClaimRefusal
  /** Begun by another browser, too long ago, at another provider, or finished already. */
  | 'not-begun'
  /** The provider's answer is not to be believed, or says no. */
  | 'answer-refused'
  /** The provider did not ask the person anew although we asked for that. */
  | 'not-fresh'
  /** Somebody else has proved who she is than whose session it is. */
  | 'another-person'
  | 'unavailable';

/** What a sign-in has come to. */
export type SignedIn =
  | {
      readonly token: string;
      readonly returnTo: string;
      /** She may act in more than one assignment: let her choose. */
      readonly mayChoose: boolean;
    }
  | { readonly refused: SignInRefusal };

export interface SignInResources {
  readonly settings: AccessSettings;
  readonly providers: readonly Provider[];
  readonly signIns: SignInStore;
  readonly sessions: SessionStore;
  readonly realClock: Clock;
  directory(): Directory;
  /** Sees to it that the directory is of this revision or later: it may have changed elsewhere. */
  newerDirectory(revision: number): Promise<void>;
  /** For the process's log: no claims, no names, no secrets. */
  note(event: SignInNote): void;
}

/** A line for who watches over sign-ins. */
export interface SignInNote {
  readonly issuer: string;
  readonly outcome: 'signed-in' | 'stepped-up' | 'refused' | 'logged-out';
  readonly reason?: string;
}

/** What a browser brings back from a provider. */
export interface Returned {
  /** Of the address it was sent to, `?` included. */
  readonly query: string;
  readonly state: string;
  /** The secret of its cookie. */
  readonly browser: string;
  /** The session it has, which ends with a new one. */
  readonly token: string | null;
}

/** Signing in through identity providers (OpenID Connect, code flow with PKCE, state and nonce). */
export class SignIn {
  private readonly providers: ReadonlyMap<string, Provider>;

  constructor(private readonly on: SignInResources) {
    this.providers = new Map(on.providers.map((provider) => [provider.issuer.id, provider]));
  }

  /** Who can vouch for people here, as buttons. */
  issuers(language: Language): readonly IssuerView[] {
    return this.on.settings.issuers.map(({ id, name }) => ({ id, name: name[language] }));
  }

  /**
   * Sends a browser to a provider. With `isFresh` the person must prove anew who she is; when she has
   * a session already, that is a step-up of it.
   * @returns where to, and the secret that stays in the browser
   */
  async begin(
    issuer: string,
    { isFresh, returnTo, token }: { isFresh: boolean; returnTo: string; token: string | null },
  ): Promise<{ readonly location: string; readonly browser: string } | Refusal> {
    const provider = this.providers.get(issuer);
    const redirectUri = this.redirectUri(issuer);
    if (provider === undefined || redirectUri === null) return { code: 'NOT_FOUND' };
    const now = this.on.realClock.now();
    const running = isFresh && token !== null ? await this.on.sessions.find(token, now) : null;
    const session = running?.by?.issuer === issuer ? running.id : null;
    const verifier = oidc.randomPKCECodeVerifier();
    const nonce = oidc.randomNonce();
    const pending = { issuer, verifier, nonce, returnTo, session };
    const expiresAt = plusMs(now, FINISHED_WITHIN_MS);
    try {
      const secrets = await this.on.signIns.begin(pending, now, expiresAt);
      const expected = { redirectUri, state: secrets.state, nonce, verifier };
      return { location: await provider.address(expected, isFresh), browser: secrets.browser };
    } catch (error) {
      if (!(error instanceof ProviderUnavailable)) throw error;
      this.on.note({ issuer, outcome: 'refused', reason: 'unavailable' });
      return { code: 'SIGN_IN_UNAVAILABLE' };
    }
  }

  /** What the browser that comes back from a provider has got: a session, or a reason why not. */
  async finish(issuer: string, returned: Returned): Promise<SignedIn> {
    const result = await this.tried(issuer, returned);
    if ('refused' in result) {
      const { refused: reason } = result;
      // What the provider's answer was refused for has been noted with its own word.
      if (reason !== 'answer-refused') this.on.note({ issuer, outcome: 'refused', reason });
    }
    return result;
  }

  private async tried(issuer: string, returned: Returned): Promise<SignedIn> {
    const provider = this.providers.get(issuer);
    const redirectUri = this.redirectUri(issuer);
    const now = this.on.realClock.now();
    const pending = await this.on.signIns.take(issuer, returned, now);
    if (provider === undefined || redirectUri === null || pending === null) {
      return { refused: 'not-begun' };
    }
    const { nonce, verifier } = pending;
    const expected = { redirectUri, state: returned.state, nonce, verifier };
    const answered = await this.answered(provider, returned.query, expected);
    if ('refused' in answered) return answered;
    await this.on.newerDirectory(pending.directory);
    const person = personOf(answered.claims, provider.issuer, this.on.directory());
    if ('refused' in person) return person;
    const at = this.on.realClock.now();
    const former = returned.token === null ? null : await this.on.sessions.find(returned.token, at);
    return pending.session === null
      ? this.comeIn(pending, answered, person, former)
      : this.stepUp(pending, answered, person, former);
  }

  private async answered(
    provider: Provider,
    query: string,
    expected: Expected,
  ): Promise<Answered | { readonly refused: SignInRefusal }> {
    const { id: issuer } = provider.issuer;
    try {
      const answered = await provider.answer(query, expected, (reason) =>
        this.on.note({ issuer, outcome: 'refused', reason }),
      );
      return answered ?? { refused: 'answer-refused' };
    } catch (error) {
      if (error instanceof ProviderUnavailable) return { refused: 'unavailable' };
      throw error;
    }
  }

  /** A session of her own, under a new token; the one that the browser had ends. */
  private async comeIn(
    { issuer, returnTo }: PendingSignIn,
    answered: Answered,
    person: Person,
    former: StoredSession | null,
  ): Promise<SignedIn> {
    const session = this.sessionFor(issuer, answered, person);
    const { sessions } = this.on;
    const replaced = former && (await sessions.replace(former.id, 'replaced', session));
    const token = replaced ?? (await sessions.create(session));
    this.on.note({ issuer, outcome: 'signed-in' });
    return { token, returnTo, mayChoose: person.assignments.length > 1 };
  }

  /** The same person in the same assignment, having just proved who she is. */
  private async stepUp(
    { issuer, returnTo, session: id }: PendingSignIn,
    answered: Answered,
    person: Person,
    former: StoredSession | null,
  ): Promise<SignedIn> {
    const isHers = former?.id === id && former?.staff === person.staff;
    if (former === null || !isHers || former.by?.subject !== answered.claims.sub) {
      return { refused: 'another-person' };
    }
    const fresh = this.sessionFor(issuer, answered, person);
    const { steppedUpUntil, by } = fresh;
    const now = this.on.realClock.now();
    if (steppedUpUntil === null || steppedUpUntil <= now) return { refused: 'not-fresh' };
    const { createdAt } = fresh;
    const next: NewSession = { ...former, by, steppedUpUntil, createdAt };
    const token = await this.on.sessions.replace(former.id, 'stepped-up', next);
    if (token === null) return { refused: 'another-person' };
    this.on.note({ issuer, outcome: 'stepped-up' });
    return { token, returnTo, mayChoose: false };
  }

  private sessionFor(issuer: string, answered: Answered, person: Person): NewSession {
    const [first] = person.assignments;
    if (first === undefined) throw new Error('a person has an assignment');
    const { settings, realClock } = this.on;
    const createdAt = realClock.now();
    const authenticatedAt = instant(answered.authenticatedMs ?? Date.parse(createdAt));
    return {
      staff: person.staff,
      assignment: first.id,
      purpose: first.purpose,
      mayActAs: person.assignments,
      by: {
        issuer,
        subject: answered.claims.sub,
        issuerSession: answered.issuerSession,
        acr: person.acr,
        authenticatedAt,
      },
      createdAt,
      idleMs: settings.idleMs,
      expiresAt: plusMs(createdAt, settings.absoluteMs),
      steppedUpUntil: steppedUp(answered, createdAt),
    };
  }

  /** Each issuer has an address of its own, so that an answer of one cannot be taken for another's. */
  private redirectUri(issuer: string): string | null {
    const { publicUrl } = this.on.settings;
    return publicUrl === null ? null : `${publicUrl}/api/v1/sign-in/${issuer}/callback`;
  }
}

/** Null when the provider does not say when she proved it, or that was too long ago. */
function steppedUp({ authenticatedMs }: Answered, now: Instant): Instant | null {
  if (authenticatedMs === null) return null;
  const until = plusMs(instant(authenticatedMs), STEPPED_UP_MS);
  return later(until, now) === now ? null : until;
}
