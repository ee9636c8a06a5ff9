import { randomUUID } from 'node:crypto';
import { NO_ISSUERS } from '@hemgang/access';
import type { CaseView } from '@hemgang/cases';
import { problems } from '@hemgang/kernel';
import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type GenerateKeyPairResult,
  type JWTPayload,
} from 'jose';
import { contentsOf, HELENA, PETER, query, recordFinding, SUSANNE } from '@hemgang/testing';
import { ApiServer, type Answer } from './api-server.fixture';
import { operationsOf } from './operations.fixture';
import { secondApi, type SecondApi } from './second-api.fixture';

const NORR = 'umea-bistand-norr';
const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

interface Pair {
  readonly privateKey: GenerateKeyPairResult['privateKey'];
  readonly jwk: Record<string, unknown>;
}

/** Two APIs start here, on busy cores. */
const START_MS_MAX = 180_000;

describe('a program that acts for a unit', () => {
  let api: ApiServer;
  let other: SecondApi;
  let peter: string;
  let own: Pair;
  let foreign: Pair;
  let client: string;

  beforeAll(async () => {
    api = await ApiServer.start('demo', undefined, undefined, NO_ISSUERS);
    other = await secondApi(api.county.databaseUrl);
    peter = await signedIn(PETER);
    own = await pair('ett');
    foreign = await pair('ett');
    client = await registered({});
  }, START_MS_MAX);

  afterAll(async () => {
    await other.stop();
    await api.stop();
  });

  async function pair(kid: string): Promise<Pair> {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' } };
  }

  async function signedIn(user: string): Promise<string> {
    const { body } = await api.post('/api/v1/demo/sign-in', { user });
    return (body as { readonly token: string }).token;
  }

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const by = (token: string, path: string, body: object = {}) =>
    api.post(path, body, undefined, bearer(token));

  const wish = (more: object) => ({
    name: 'Verksamhetssystemet',
    unit: NORR,
    roles: ['municipal-coordinator'],
    scopes: ['read', 'handover'],
    keys: [own.jwk],
    ...more,
  });

  async function registered(more: object): Promise<string> {
    const { status, body } = await by(peter, '/api/v1/machine-clients', wish(more));
    expect([status, body]).toMatchObject([201, {}]);
    return (body as { readonly subject: string }).subject;
  }

  const seconds = (ahead = 0): number => Math.floor(Date.now() / 1_000) + ahead;
  const claims = (more: JWTPayload = {}): JWTPayload => ({
    iss: client,
    sub: client,
    aud: `${api.url}/oauth/token`,
    jti: randomUUID(),
    exp: seconds(60),
    ...more,
  });
  const signed = (payload: JWTPayload, { privateKey } = own, alg = 'ES256'): Promise<string> =>
    new SignJWT(payload).setProtectedHeader({ alg, kid: 'ett' }).sign(privateKey);
  const ask = (assertion: string, more: Record<string, string> = {}): Promise<Answer> =>
    api.send(
      'POST',
      '/oauth/token',
      String(
        new URLSearchParams({
          grant_type: 'client_credentials',
          client_assertion_type: TYPE,
          client_assertion: assertion,
          ...more,
        }),
      ),
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    );
  const tokenOf = async (more: Record<string, string> = {}): Promise<string> => {
    const { status, body } = await ask(await signed(claims()), more);
    expect(status).toBe(200);
    return (body as { readonly access_token: string }).access_token;
  };

  it('gives a command in its scope, named as itself in events and in the log', async () => {
    const { id } = await api.told();
    const token = await tokenOf();
    const given = await by(token, `/api/v1/discharges/${id}/acknowledge`);
    expect(given.status).toBe(200);
    const { body } = await api.get(`/api/v1/discharges/${id}/events`, undefined, bearer(token));
    const { items } = body as { items: { type: string; actor: object }[] };
    expect(items.find(({ type }) => type === 'acknowledge')?.actor).toMatchObject({
      person: { id: client, name: 'Verksamhetssystemet' },
    });
    const text = `select assignment from access_log where staff = $1 and action = $2`;
    const lines = await query(api.county.databaseUrl, text, [client, 'command:acknowledge']);
    expect(lines).toHaveLength(1);
  });

  it('may no more than its scopes say, nor what demands a person', async () => {
    const { id } = await api.told();
    const narrow = await tokenOf({ scope: 'read' });
    const wide = await tokenOf();
    const before = await contentsOf(api.county.databaseUrl, 'access_log', 'access_patients');
    const refused: [Answer, string][] = [
      [await by(narrow, `/api/v1/discharges/${id}/acknowledge`), 'SCOPE_MISSING'],
      [await by(wide, `/api/v1/discharges/${id}/take`, { duty: 'x' }), 'PERSON_NEEDED'],
      [await by(wide, '/api/v1/sips', {}), 'SCOPE_MISSING'],
      [await by(wide, '/api/v1/discharges', {}), 'ROLE_NOT_ALLOWED'],
      [await by(wide, '/api/v1/me/assignment', { assignment: 'x' }), 'PERSON_NEEDED'],
      [await by(wide, '/api/v1/sign-out'), 'PERSON_NEEDED'],
      [await by(wide, '/api/v1/staff/search'), 'PERSON_NEEDED'],
      [await by(wide, '/api/v1/external-units', {}), 'PERSON_NEEDED'],
    ];
    for (const [{ status, body }, code] of refused) {
      expect([status, body]).toMatchObject([403, { code }]);
    }
    expect(refused[0]?.[0].body).toMatchObject({ scope: 'handover' });
    expect(await contentsOf(api.county.databaseUrl, 'access_log', 'access_patients')).toEqual(
      before,
    );
    const offered = async (token: string) => {
      const { body } = await api.get(`/api/v1/discharges/${id}`, undefined, bearer(token));
      const { allowedCommands, otherCommands } = body as CaseView;
      const reasons = otherCommands.map(({ name, whyNot }) => [name, whyNot] as const);
      return { may: allowedCommands.map(({ name }) => name), not: new Map(reasons) };
    };
    const [few, some] = [await offered(narrow), await offered(wide)];
    expect(few.may).toEqual([]);
    expect(some.may).toEqual(expect.arrayContaining(['acknowledge', 'answer']));
    const { SCOPE_MISSING, PERSON_NEEDED } = problems;
    expect([few.not.get('acknowledge'), some.not.get('acknowledge')]).toEqual([
      SCOPE_MISSING.title.sv,
      undefined,
    ]);
    for (const name of ['take', 'hand-on']) {
      expect([name, some.may.includes(name), some.not.get(name)]).toEqual([
        name,
        false,
        PERSON_NEEDED.title.sv,
      ]);
    }
    const blind = await tokenOf({ scope: 'handover' });
    const duties = await api.get('/api/v1/duties', undefined, bearer(blind));
    expect(duties.body).toMatchObject({ code: 'SCOPE_MISSING', scope: 'read' });
    const reads = operationsOf(api.county.service).filter(
      ({ method, isOpen }) => method === 'GET' && !isOpen,
    );
    expect(reads.length).toBeGreaterThan(30);
    for (const { path, answers } of reads) {
      const { status } = await api.get(path, undefined, bearer(blind));
      expect([path, status, answers.includes(status)]).toEqual([path, 403, true]);
    }
  });

  it('lets nobody in by an assertion that does not hold', async () => {
    const replayed = await signed(claims());
    expect((await ask(replayed)).status).toBe(200);
    const revoked = await registered({ name: 'Gammalt system' });
    await by(peter, `/api/v1/machine-clients/${revoked}/revoke`);
    const hmac = new TextEncoder().encode(JSON.stringify(own.jwk));
    const asSecret = new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: 'ett' });
    const attacks: Record<string, string> = {
      'wrong audience': await signed(claims({ aud: 'https://annan.example/oauth/token' })),
      'two audiences': await signed(claims({ aud: [`${api.url}/oauth/token`, 'https://x.se'] })),
      'no audience': await signed({ ...claims(), aud: undefined as never }),
      'wrong issuer': await signed(claims({ iss: revoked })),
      'wrong subject': await signed(claims({ sub: 'klient-annan' })),
      'no subject': await signed({ ...claims(), sub: undefined as never }),
      unsigned: new UnsecuredJWT(claims()).encode(),
      'signed with the public key as a secret': await asSecret.sign(hmac),
      expired: await signed(claims({ exp: seconds(-120) })),
      'without an end': await signed({ ...claims(), exp: undefined as never }),
      'good for an hour': await signed(claims({ exp: seconds(3_600) })),
      'from the future': await signed(claims({ iat: seconds(200), exp: seconds(250) })),
      'not yet valid': await signed(claims({ nbf: seconds(200), exp: seconds(250) })),
      'without an id': await signed({ ...claims(), jti: undefined as never }),
      'with an endless id': await signed(claims({ jti: 'x'.repeat(300) })),
      replayed,
      "another's key": await signed(claims(), foreign),
      'unknown client': await signed(claims({ iss: 'klient-okand', sub: 'klient-okand' })),
      'revoked client': await signed(claims({ iss: revoked, sub: revoked })),
      'cut short': (await signed(claims())).slice(0, -3),
      'no token at all': 'x',
    };
    const before = await sessions();
    const noted = api.log.length;
    for (const [attack, assertion] of Object.entries(attacks)) {
      const { status, body } = await ask(assertion);
      expect([attack, status, body]).toMatchObject([
        attack,
        401,
        { code: 'CLIENT_REFUSED', error: 'invalid_client' },
      ]);
    }
    for (const scope of ['settlement', 'read sip', 'READ']) {
      const { status, body } = await ask(await signed(claims()), { scope });
      expect([status, body]).toMatchObject([400, { error: 'invalid_scope' }]);
    }
    for (const more of [{ grant_type: 'password' }, { client_assertion_type: 'x' }]) {
      const { status, body } = await ask(await signed(claims()), more);
      expect([status, body]).toMatchObject([400, { error: 'invalid_request' }]);
    }
    const letIn = (await sessions()) - before;
    const tried = Object.keys(attacks).length + 3;
    recordFinding('machine-clients', {
      promise: 'Nobody gets a token by an assertion that does not hold',
      figures: { attacks: tried + 2, 'let in': letIn },
    });
    expect(letIn).toBe(0);
    const notes = api.log.slice(noted).filter((line) => line.includes('sign-in refused'));
    expect(notes).toHaveLength(tried);
    expect(notes.join('\n')).not.toContain(own.jwk['x']);
  });

  const sessions = async (): Promise<number> =>
    (await query(api.county.databaseUrl, 'select 1 from sessions where scopes is not null')).length;

  it('changes keys with two at a time, and is out at once when revoked', async () => {
    const id = await registered({ name: 'Nycklar' });
    const as = (key?: Pair) => signed(claims({ iss: id, sub: id }), key);
    const second = await pair('ett');
    const path = `/api/v1/machine-clients/${id}`;
    const both = [own.jwk, { ...second.jwk, kid: 'två' }];
    expect((await by(peter, `${path}/keys`, { keys: both })).status).toBe(422);
    const named = [own.jwk, { ...second.jwk, kid: 'tva' }];
    expect((await by(peter, `${path}/keys`, { keys: named })).status).toBe(200);
    expect((await ask(await as())).status).toBe(200);
    expect((await by(peter, `${path}/keys`, { keys: [second.jwk] })).status).toBe(200);
    expect((await ask(await as())).status).toBe(401);
    const { body } = await ask(await as(second));
    const token = (body as { readonly access_token: string }).access_token;
    const me = () => fetch(`${other.url}/api/v1/duties`, { headers: bearer(token) });
    expect((await me()).status).toBe(200);
    expect((await by(peter, `${path}/revoke`)).status).toBe(200);
    expect((await me()).status).toBe(401);
    expect((await ask(await as(second))).status).toBe(401);
  });

  it('is registered by its own administrators, with public keys and known scopes', async () => {
    const before = await contentsOf(api.county.databaseUrl, 'access_log', 'sessions');
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const secret = { ...(await exportJWK(privateKey)), kid: 'hemlig' };
    const refused = [
      { keys: [secret] },
      { keys: [{ kty: 'EC', crv: 'P-256', kid: 'x', x: 'x', y: 'y' }] },
      { keys: [own.jwk, own.jwk] },
      { scopes: ['everything'] },
      { roles: ['administrator'] },
      { unit: 'nus-medicin-2' },
    ];
    for (const more of refused) {
      expect((await by(peter, '/api/v1/machine-clients', wish(more))).status).toBe(422);
    }
    const susanne = await signedIn(SUSANNE);
    expect((await by(susanne, `/api/v1/machine-clients/${client}/revoke`)).status).toBe(404);
    expect((await by(susanne, '/api/v1/machine-clients', wish({}))).status).toBe(422);
    expect((await api.get('/api/v1/machine-clients', HELENA)).status).toBe(403);
    expect(await contentsOf(api.county.databaseUrl, 'access_log', 'sessions')).toEqual(before);
  });
});
