import { DEMO_COUNTY } from '@hemgang/demo';
import { Directory } from '@hemgang/directory';
import { ANNA, MARIA, PETER, query, recordFinding } from '@hemgang/testing';
import { ApiServer, type Answer } from './api-server.fixture';
import { HostileIssuer, LOA3, type Lie } from './hostile-issuer.fixture';

const directory = new Directory(DEMO_COUNTY);
const namesOf = (id: string) => {
  const { employee, commission } = directory.assignment(id) ?? {};
  return { employeeHsaId: employee, commissionHsaId: commission ?? undefined };
};
const controllerOf = (unit: string) => directory.controllerOf(unit)?.id ?? '';

const ANNAS = {
  ...namesOf(ANNA),
  ...{ sub: 'anna', sid: 'sid-1', acr: LOA3, commissionPurpose: 'Vård och behandling' },
};
const HOUR_S = 3_600;
const nowS = () => Math.floor((performance.timeOrigin + performance.now()) / 1_000);

describe('signing in by an identity provider', () => {
  let siths: HostileIssuer;
  let other: HostileIssuer;
  let gone: HostileIssuer;
  let api: ApiServer;
  const refused: Record<string, number> = {};

  beforeAll(async () => {
    [siths, other, gone] = (await Promise.all([1, 2, 3].map(() => HostileIssuer.start(ANNAS)))) as [
      HostileIssuer,
      HostileIssuer,
      HostileIssuer,
    ];
    const region = [controllerOf('nus-medicin-2')];
    const minutes = 60_000;
    api = await ApiServer.start('demo', undefined, undefined, {
      issuers: [
        siths.settings('siths', region),
        other.settings('umea', [controllerOf('umea-bistand-norr')]),
        gone.settings('gone', region),
      ],
      publicUrl: 'http://hemgang.test',
      idleMs: 30 * minutes,
      absoluteMs: 600 * minutes,
    });
    await gone.stop();
  });

  afterAll(async () => {
    await Promise.all([api.stop(), siths.stop(), other.stop()]);
  });

  const cookieIn = ({ headers }: Answer, name: string): string =>
    headers
      .getSetCookie()
      .map((cookie) => cookie.split(';', 1)[0] ?? '')
      .find((cookie) => cookie.startsWith(`${name}=`)) ?? '';

  /** A browser that has been sent to a provider. */
  async function begun(issuer = 'siths', more = '', cookie = ''): Promise<Begun> {
    const answer = await api.get(`/api/v1/sign-in/${issuer}${more}`, undefined, { cookie });
    expect(answer.status).toBe(303);
    return {
      location: answer.headers.get('location') ?? '',
      cookie: cookieIn(answer, 'hemgang_sign_in'),
    };
  }

  interface Begun {
    readonly location: string;
    readonly cookie: string;
  }

  const back = (issuer: string, answer: string, cookie: string): Promise<Answer> =>
    api.get(`/api/v1/sign-in/${issuer}/callback${answer}`, undefined, { cookie });

  async function signedIn(lie: Lie = {}): Promise<string> {
    const { location, cookie } = await begun();
    return cookieIn(await back('siths', siths.answerTo(location, lie), cookie), 'hemgang_session');
  }

  const me = (cookie: string) => api.get('/api/v1/me', undefined, { cookie });

  const sessions = () => query(api.county.databaseUrl, 'select id from sessions');

  /** No session, no cookie, one word to the person, one line in the log. */
  async function expectRefused(attack: string, word: string, sent: () => Promise<Answer>) {
    const [before, logged] = [await sessions(), refusals()];
    const answer = await sent();
    expect([attack, answer.status, answer.headers.get('location')]).toEqual([
      attack,
      303,
      `/?nekad=${word}`,
    ]);
    expect(cookieIn(answer, 'hemgang_session')).toBe('');
    expect(await sessions()).toEqual(before);
    expect(refusals()).toBe(logged + 1);
    refused[attack] = (refused[attack] ?? 0) + 1;
  }

  const refusals = () => api.log.filter((line) => line.includes('sign-in refused')).length;

  it('lets somebody in whom the provider vouches for, in her commission', async () => {
    const { location, cookie } = await begun('siths', '?next=/arenden');
    const asked = new URL(location).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      acr_values: LOA3,
      redirect_uri: 'http://hemgang.test/api/v1/sign-in/siths/callback',
    });
    const answer = await back('siths', siths.answerTo(location), cookie);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/arenden']);
    const { body } = await me(cookieIn(answer, 'hemgang_session'));
    expect(body).toMatchObject({ id: ANNA, purpose: 'care', issuer: 'siths' });
  });

  it('lets somebody choose among her assignments, and then go on to the page she came for', async () => {
    const { county } = api;
    const wished = {
      ...{ unit: 'umea-bistand-ost', roles: ['municipal-coordinator'] as const },
      ...{ from: null, until: null, commission: null, standIn: null },
    };
    const by = { ...county.reader(PETER), steppedUpUntil: '2099-01-01T00:00:00.000Z' };
    const { staff } = county.reader(MARIA);
    await county.service.staffing.assign(by, staff, wished, { body: wished, key: 'ost' });
    const claims = { ...namesOf(MARIA), sub: 'maria' };
    for (const [next, to] of [
      ['?next=/avisering/1', '/uppdrag?vidare=%2Favisering%2F1'],
      ['', '/uppdrag'],
    ] as const) {
      const { location, cookie } = await begun('umea', next);
      const answer = await back('umea', other.answerTo(location, { claims }), cookie);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, to]);
    }
  });

  it('names its providers, and says when one is away', async () => {
    expect((await api.get('/api/v1/sign-in')).body).toMatchObject({
      items: [{ id: 'siths', name: 'Prov' }, { id: 'umea' }, { id: 'gone' }],
    });
    expect(await api.get('/api/v1/sign-in/gone')).toMatchObject({
      status: 503,
      body: { code: 'SIGN_IN_UNAVAILABLE' },
    });
    expect(await api.get('/api/v1/sign-in/nobody')).toMatchObject({ status: 404 });
    for (const next of ['//evil.test', 'https://evil.test', '/%5Cevil.test', '/a%0D%0Ab', '/a?b']) {
      const path = `/api/v1/sign-in/siths?next=${next}`;
      expect([next, (await api.get(path)).status]).toEqual([next, 422]);
    }
  });

  const lies: readonly { attack: string; lie: Lie; word?: string }[] = [
    { attack: 'wrong iss', lie: { claims: { iss: 'https://evil.test' } } },
    { attack: 'wrong aud', lie: { claims: { aud: 'another-client' } } },
    { attack: 'several aud without azp', lie: { claims: { aud: ['hemgang', 'another-client'] } } },
    { attack: 'wrong nonce', lie: { claims: { nonce: 'another' } } },
    { attack: 'no nonce', lie: { claims: { nonce: undefined } } },
    { attack: 'expired', lie: { claims: { iat: nowS() - 2 * HOUR_S, exp: nowS() - HOUR_S } } },
    { attack: 'no exp', lie: { claims: { exp: undefined } } },
    { attack: 'no sub', lie: { claims: { sub: undefined } } },
    { attack: 'alg none', lie: { signature: 'none' } },
    { attack: 'signed with the client secret', lie: { signature: 'secret' } },
    { attack: 'swapped key', lie: { signature: 'key' } },
    {
      attack: 'lower LoA',
      lie: { claims: { acr: 'http://id.sambi.se/loa/loa2' } },
      word: 'loa-too-low',
    },
    { attack: 'no LoA', lie: { claims: { acr: undefined } }, word: 'loa-too-low' },
    {
      attack: 'no commission',
      lie: { claims: { commissionHsaId: undefined } },
      word: 'commission-missing',
    },
    {
      attack: 'unknown employee',
      lie: { claims: { employeeHsaId: 'SE-NOBODY' } },
      word: 'employee-unknown',
    },
    {
      attack: "another controller's staff",
      lie: { claims: namesOf(MARIA) },
      word: 'organisation-not-of-issuer',
    },
    {
      attack: 'unknown purpose',
      lie: { claims: { commissionPurpose: 'Forskning' } },
      word: 'purpose-unknown',
    },
  ];

  it.each(lies)('refuses a token with $attack', async ({ attack, lie, word }) => {
    const { location, cookie } = await begun();
    const expected = word ?? 'answer-refused';
    await expectRefused(attack, expected, () =>
      back('siths', siths.answerTo(location, lie), cookie),
    );
  });

  it('refuses what this browser has not asked for', async () => {
    const mine = await begun();
    const hers = await begun();
    const answer = siths.answerTo(mine.location);
    await expectRefused('wrong state', 'not-begun', () =>
      back('siths', siths.answerTo(mine.location, {}, { state: 'x' }), mine.cookie),
    );
    await expectRefused("another browser's sign-in (login CSRF)", 'not-begun', () =>
      back('siths', answer, hers.cookie),
    );
    await expectRefused('no browser secret', 'not-begun', () => back('siths', answer, ''));
    await expectRefused('nothing at all', 'not-begun', () => back('siths', '', ''));
    await expectRefused('a code for another challenge', 'answer-refused', () => {
      const code = new URLSearchParams(siths.answerTo(mine.location)).get('code') ?? '';
      return back('siths', siths.answerTo(hers.location, {}, { code }), hers.cookie);
    });
  });

  it('refuses a code that was used, with its state and with another', async () => {
    const first = await begun();
    const answer = siths.answerTo(first.location);
    expect((await back('siths', answer, first.cookie)).headers.get('location')).toBe('/');
    await expectRefused('replayed answer', 'not-begun', () => back('siths', answer, first.cookie));
    const second = await begun();
    const code = new URLSearchParams(answer).get('code') ?? '';
    await expectRefused('replayed code', 'answer-refused', () =>
      back('siths', siths.answerTo(second.location, {}, { code }), second.cookie),
    );
  });

  it('refuses what another provider has answered (mix-up)', async () => {
    const { location, cookie } = await begun();
    await expectRefused("one provider's state at another's address", 'not-begun', () =>
      back('umea', other.answerTo(location), cookie),
    );
    const again = await begun();
    await expectRefused("another provider's iss", 'answer-refused', () =>
      back('siths', siths.answerTo(again.location, {}, { iss: other.url }), again.cookie),
    );
    const third = await begun('umea');
    await expectRefused('staff it does not speak for', 'organisation-not-of-issuer', () =>
      back('umea', other.answerTo(third.location), third.cookie),
    );
  });

  it("refuses a provider's no", async () => {
    const { location, cookie } = await begun();
    const { searchParams } = new URL(location);
    const no = new URLSearchParams({
      ...{ error: 'access_denied', state: searchParams.get('state') ?? '', iss: siths.url },
    });
    await expectRefused('access denied', 'answer-refused', () =>
      back('siths', `?${no.toString()}`, cookie),
    );
  });

  it('gives a new token at every sign-in, and ends the one of before (fixation)', async () => {
    const before = await signedIn();
    const { location, cookie } = await begun();
    const answer = await back('siths', siths.answerTo(location), `${cookie}; ${before}`);
    const after = cookieIn(answer, 'hemgang_session');
    expect(after).not.toBe(before);
    expect(await me(before)).toMatchObject({ status: 401 });
    expect(await me(after)).toMatchObject({ status: 200 });
    const planted = `hemgang_session=${'a'.repeat(43)}`;
    const next = await begun();
    await back('siths', siths.answerTo(next.location), `${next.cookie}; ${planted}`);
    expect(await me(planted)).toMatchObject({ status: 401 });
    refused['session fixation'] = 2;
  });

  it('steps up the person whose session it is, when she has just proved who she is', async () => {
    const old = { claims: { auth_time: nowS() - 2 * HOUR_S } };
    const session = await signedIn(old);
    expect((await me(session)).body).toMatchObject({ steppedUpUntil: null });
    const stepUp = () => begun('siths', '?fresh=true', session);
    const stale = await stepUp();
    expect(new URL(stale.location).searchParams.get('prompt')).toBe('login');
    const tried = ({ location, cookie }: Begun, lie: Lie) =>
      back('siths', siths.answerTo(location, lie), `${cookie}; ${session}`);
    await expectRefused('step-up without proof', 'not-fresh', () => tried(stale, old));
    const strange = await stepUp();
    await expectRefused('step-up by another person', 'another-person', () =>
      tried(strange, { claims: { sub: 'eva' } }),
    );
    expect(await me(session)).toMatchObject({ status: 200 });
    const stepped = cookieIn(await tried(await stepUp(), {}), 'hemgang_session');
    expect((await me(stepped)).body).toMatchObject({
      id: ANNA,
      steppedUpUntil: expect.any(String),
    });
    expect(await me(session)).toMatchObject({ status: 401 });
  });

  describe('a logout by the provider', () => {
    const send = (token: string, issuer = 'siths') =>
      api.send('POST', `/api/v1/sign-in/${issuer}/logout`, `logout_token=${token}`, {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });

    it('ends the session, once', async () => {
      const session = await signedIn();
      const token = await siths.logoutToken({ sid: 'sid-1' });
      expect(await send(token)).toMatchObject({ status: 204 });
      expect(await me(session)).toMatchObject({ status: 401 });
      const again = await signedIn();
      expect(await send(token)).toMatchObject({ status: 400 });
      expect(await me(again)).toMatchObject({ status: 200 });
      refused['replayed logout'] = 1;
      expect(await send(await siths.logoutToken({ sub: 'anna' }))).toMatchObject({ status: 204 });
      expect(await me(again)).toMatchObject({ status: 401 });
    });

    const logoutLies: readonly (readonly [attack: string, lie: Lie])[] = [
      ['wrong iss', { claims: { iss: 'https://evil.test' } }],
      ['wrong aud', { claims: { aud: 'another-client' } }],
      ['no events', { claims: { events: undefined } }],
      ['another event', { claims: { events: { x: {} } } }],
      ['a nonce (an ID token)', { claims: { nonce: 'n' } }],
      ['nobody', { claims: { sub: undefined } }],
      ['no jti', { claims: { jti: undefined } }],
      ['an old iat', { claims: { iat: nowS() - HOUR_S } }],
      ['alg none', { signature: 'none' }],
      ['the client secret as key', { signature: 'secret' }],
      ['a swapped key', { signature: 'key' }],
    ];

    it.each(logoutLies)('is refused with %s', async (attack, lie) => {
      const session = await signedIn();
      const logged = refusals();
      const token = await siths.logoutToken({ sub: 'anna' }, lie);
      expect([attack, (await send(token)).status]).toEqual([attack, 400]);
      expect(await me(session)).toMatchObject({ status: 200 });
      expect(refusals()).toBe(logged + 1);
      expect(await send(await siths.logoutToken({ sub: 'anna' }))).toMatchObject({ status: 204 });
      refused[`logout with ${attack}`] = 1;
    });

    it('is refused from a provider that has signed in somebody else', async () => {
      const session = await signedIn();
      await send(await other.logoutToken({ sub: 'anna' }), 'umea');
      expect(await send(await other.logoutToken({ sub: 'anna' }))).toMatchObject({ status: 400 });
      expect(await me(session)).toMatchObject({ status: 200 });
      refused['logout by another provider'] = 2;
    });
  });

  it('has said so, and the log tells no claim, code or secret', () => {
    const attacks = Object.values(refused).reduce((sum, each) => sum + each, 0);
    recordFinding('sign-in-attacks', {
      promise: 'OIDC attacks: all refused and logged',
      figures: { kinds: Object.keys(refused).length, attacks, 'let in': 0 },
    });
    expect(Object.keys(refused).length).toBeGreaterThan(40);
    const log = api.log.join('\n');
    for (const secret of ['SE0000000024-TEST', 'commissionHsaId', 'sid-1', 'eyJ']) {
      expect(log).not.toContain(secret);
    }
  });
});
