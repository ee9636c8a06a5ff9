import { createHash, randomUUID, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { issuerSchema, type Issuer } from '@hemgang/access';
import { base64url, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

export const LOA3 = 'http://id.sambi.se/loa/loa3';
const CLIENT = 'hemgang';
const SECRET = 'hemgang-test-secret-of-enough-characters';
const MINUTE_S = 60;
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

type Fields = Readonly<Record<string, unknown>>;

/** How a token differs from an honest one; undefined takes a claim away. */
export interface Lie {
  readonly claims?: Fields;
  /** `none` leaves the signature out; `secret` signs with the client's secret; `key` with another key. */
  readonly signature?: 'none' | 'secret' | 'key';
}

interface Issued {
  readonly nonce: string;
  readonly challenge: string;
  readonly lie: Lie;
}

/**
 * An identity provider that says what a test tells it to: honest in everything but the lie. Its
 * codes are good once and for the one who holds the verifier.
 */
export class HostileIssuer {
  private readonly codes = new Map<string, Issued>();

  private constructor(
    readonly url: string,
    private readonly server: Server,
    private readonly keys: { own: CryptoKey | KeyObject; foreign: CryptoKey | KeyObject; jwk: JWK },
    private readonly person: Fields,
  ) {}

  /** @param person the claims of whoever signs in */
  static async start(person: Fields): Promise<HostileIssuer> {
    const [own, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
    const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' };
    const server = createServer((request, response) => void issuer.answer(request, response));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const keys = { own: own.privateKey, foreign: foreign.privateKey, jwk };
    const issuer = new HostileIssuer(url, server, keys, person);
    return issuer;
  }

  /** As the service is told of it. */
  settings(id: string, controllers: readonly string[]): Issuer {
    return issuerSchema.parse({
      id,
      name: { sv: 'Prov', en: 'Test' },
      url: this.url,
      client: { id: CLIENT, auth: { method: 'client_secret_basic', secret: SECRET } },
      acr: [LOA3],
      mapping: {
        employee: 'employeeHsaId',
        commission: 'commissionHsaId',
        purpose: 'commissionPurpose',
      },
      purposes: { 'Vård och behandling': 'care' },
      speaksFor: [{ controllers }],
    });
  }

  /** A code for who was sent to this address, and the query with which she comes back. */
  answerTo(location: string, lie: Lie = {}, more: Readonly<Record<string, string>> = {}): string {
    const asked = new URL(location).searchParams;
    const code = randomUUID();
    const nonce = asked.get('nonce') ?? '';
    this.codes.set(code, { nonce, challenge: asked.get('code_challenge') ?? '', lie });
    const state = asked.get('state') ?? '';
    return `?${new URLSearchParams({ code, state, iss: this.url, ...more }).toString()}`;
  }

  logoutToken(subject: Fields, lie: Lie = {}): Promise<string> {
    const events = { [LOGOUT_EVENT]: {} };
    return this.token({ jti: randomUUID(), events, ...subject, ...lie.claims }, lie);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    if (path === '/.well-known/openid-configuration') return say(response, 200, this.metadata());
    if (path === '/jwks') return say(response, 200, { keys: [this.keys.jwk] });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    const issued = this.codes.get(form.get('code') ?? '');
    this.codes.delete(form.get('code') ?? '');
    const proof = createHash('sha256').update(form.get('code_verifier') ?? '');
    if (issued === undefined || proof.digest('base64url') !== issued.challenge) {
      return say(response, 400, { error: 'invalid_grant' });
    }
    const { nonce, lie } = issued;
    const idToken = await this.token({ ...this.person, nonce, ...lie.claims }, lie);
    say(response, 200, { access_token: 'x', token_type: 'Bearer', id_token: idToken });
  }

  private metadata(): Fields {
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/auth`,
      token_endpoint: `${this.url}/token`,
      jwks_uri: `${this.url}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
    };
  }

  private async token(fields: Fields, { signature }: Lie): Promise<string> {
    const now = Math.floor(performance.timeOrigin / 1_000 + performance.now() / 1_000);
    const standard = { iss: this.url, aud: CLIENT, iat: now, exp: now + 5 * MINUTE_S };
    const claims = { ...standard, auth_time: now, ...fields };
    const payload = Object.fromEntries(
      Object.entries(claims).filter(([, value]) => value !== undefined),
    );
    if (signature === 'none') {
      return `${[{ alg: 'none' }, payload].map((part) => base64url.encode(JSON.stringify(part))).join('.')}.`;
    }
    const isSecret = signature === 'secret';
    const jwt = new SignJWT(payload).setProtectedHeader({
      alg: isSecret ? 'HS256' : 'RS256',
      kid: 'own',
    });
    const { own, foreign } = this.keys;
    const key = signature === 'key' ? foreign : own;
    return jwt.sign(isSecret ? new TextEncoder().encode(SECRET) : key);
  }
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
