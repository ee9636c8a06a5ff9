import { randomUUID } from 'node:crypto';
import type { DutyLineView, StaffView } from '@hemgang/cases';
import { HOUR_MS, localDate, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, MARIA, PETER, query, SUSANNE } from '@hemgang/testing';
import { ApiServer, type Answer } from './api-server.fixture';
import { secondApi, type SecondApi } from './second-api.fixture';

const DAY_MS = 24 * HOUR_MS;
const NORR = 'umea-bistand-norr';
const COORDINATOR = {
  unit: NORR,
  roles: ['municipal-coordinator'],
  from: null,
  until: null,
  commission: null,
  standIn: null,
};
/** Umeå's other administrator is found by her unit. */
const UMEA_PAYER = 'umea-betalning';

/** Two APIs start here, on busy cores. */
const START_MS_MAX = 180_000;

describe('a controller keeps its own staff', () => {
  let api: ApiServer;
  let other: SecondApi;
  let peter: string;

  beforeAll(async () => {
    api = await ApiServer.start();
    other = await secondApi(api.county.databaseUrl);
    peter = await signedIn(PETER);
  }, START_MS_MAX);

  afterAll(async () => {
    await other.stop();
    await api.stop();
  });

  async function signedIn(user: string): Promise<string> {
    const { body } = await api.post('/api/v1/demo/sign-in', { user });
    return (body as { readonly token: string }).token;
  }

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const by = (token: string, path: string, body: object = {}, headers = {}) =>
    api.post(path, body, undefined, { ...bearer(token), ...headers });
  const elsewhere = async (token: string): Promise<number> =>
    (await fetch(`${other.url}/api/v1/me`, { headers: bearer(token) })).status;
  const read = async (id: string): Promise<StaffView> =>
    (await api.get(`/api/v1/staff/${id}`, undefined, bearer(peter))).body as StaffView;
  const add = async (name: string, wish: object = {}): Promise<StaffView> => {
    const assignment = { ...COORDINATOR, ...wish };
    const { body } = await by(peter, '/api/v1/staff', { name, employee: null, assignment });
    return read((body as { readonly subject: string }).subject);
  };
  const first = ({ assignments }: StaffView): string => assignments[0]?.id ?? '';
  const day = (days: number): string =>
    localDate(plusMs(api.county.service.clock.now(), days * DAY_MS));
  const dataOf = () => contentsOf(api.county.databaseUrl, 'access_log', 'sessions');
  const lines = async (action: string): Promise<number> => {
    const text = 'select 1 from access_log where action = $1';
    return (await query(api.county.databaseUrl, text, [action])).length;
  };
  /** Nothing hears a bell for the next second. */
  const cutBells = () =>
    query(
      api.county.databaseUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where query = 'listen hemgang' and datname = current_database()`,
    );

  it('takes in somebody who works at once, in every process', async () => {
    await cutBells();
    const { id, assignments } = await add('Ellen Provsson');
    expect(assignments).toMatchObject([{ unit: { id: NORR }, state: 'in-force', until: null }]);
    const ellen = await signedIn(first({ assignments } as StaffView));
    expect(await elsewhere(ellen)).toBe(200);
    expect(await lines(`admin:add-staff:${id}`)).toBe(1);
    const found = await by(peter, '/api/v1/staff/search', { name: 'ellen prov' });
    expect((found.body as { items: { id: string }[] }).items.map((one) => one.id)).toEqual([id]);
  });

  it('locks a leaver out at the very next request, whichever process she asks', async () => {
    const left: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      const person = await add(`Lisa Provsson ${n}`);
      const token = await signedIn(first(person));
      expect(await elsewhere(token)).toBe(200);
      if (n % 2 === 0) await cutBells();
      expect((await by(peter, `/api/v1/staff/${person.id}/end`)).status).toBe(200);
      left.push(await elsewhere(token));
      const { body } = await api.post('/api/v1/demo/sign-in', { user: first(person) });
      expect(body).toMatchObject({ code: 'PAYLOAD_INVALID' });
    }
    expect(left).toEqual([401, 401, 401, 401, 401]);
  });

  it('ends the sessions of a changed assignment; the next one has the new roles', async () => {
    const person = await add('Rut Provsson');
    const token = await signedIn(first(person));
    const wish = { roles: ['municipal-coordinator', 'administrator'], until: null };
    expect((await by(peter, `/api/v1/assignments/${first(person)}/change`, wish)).status).toBe(200);
    expect(await elsewhere(token)).toBe(401);
    const next = await signedIn(first(person));
    const me = await fetch(`${other.url}/api/v1/me`, { headers: bearer(next) });
    expect(await me.json()).toMatchObject({ roles: wish.roles });
    await by(peter, `/api/v1/assignments/${first(person)}/end`);
  });

  it('lets a stand-in work for at most two weeks, and ends her when they are over', async () => {
    const body = (until: string | null) => ({
      name: 'Vera Provsson',
      employee: null,
      assignment: { ...COORDINATOR, until, standIn: 'Sjukdom' },
    });
    const before = await dataOf();
    for (const until of [null, day(14), day(-1)]) {
      expect((await by(peter, '/api/v1/staff', body(until))).status).toBe(422);
    }
    expect(await dataOf()).toEqual(before);
    const { body: added } = await by(peter, '/api/v1/staff', body(day(13)));
    const vera = await read((added as { subject: string }).subject);
    const token = await signedIn(first(vera));
    expect((await api.get('/api/v1/me', undefined, bearer(token))).body).toMatchObject({
      assignmentEnds: { at: vera.assignments[0]?.until, why: 'until' },
    });
    const { id } = await api.told();
    await api.county.give(id, 'acknowledge', first(vera));
    const duties = async () => {
      const { body } = await api.get('/api/v1/duties?limit=200', MARIA);
      return (body as { items: DutyLineView[] }).items.filter(({ caseId }) => caseId === id);
    };
    const [duty] = await duties();
    await api.county.give(id, 'take', first(vera), { duty: duty?.id });
    const owner = async () => (await duties()).find((each) => each.id === duty?.id)?.owner;
    expect(await owner()).toMatchObject({ person: { name: 'Vera Provsson' } });
    await api.county.service.advanceClock(14 * DAY_MS);
    expect(await owner()).toMatchObject({ unit: { id: NORR }, person: null });
    expect((await api.get('/api/v1/me', undefined, bearer(token))).status).toBe(401);
  });

  it('knows nothing of the staff of others', async () => {
    const maria = 'maria-forsberg';
    const region = await signedIn(SUSANNE);
    const before = await dataOf();
    const missing = (await api.get('/api/v1/staff/nobody', undefined, bearer(region))).body;
    const answers: Answer[] = [
      await api.get(`/api/v1/staff/${maria}`, undefined, bearer(region)),
      await by(region, `/api/v1/staff/${maria}/end`),
      await by(region, `/api/v1/staff/${maria}/assignments`, COORDINATOR),
      await by(region, `/api/v1/assignments/${MARIA}/end`),
      await by(region, `/api/v1/assignments/${MARIA}/change`, {
        roles: ['physician'],
        until: null,
      }),
      await by(region, `/api/v1/own-units/${NORR}/facts`, { name: 'Ny', phone: '090-123 45 67' }),
    ];
    for (const { status, body } of answers) {
      expect([status, body]).toEqual([404, missing]);
    }
    const foreign = { name: 'Frida', employee: null, assignment: COORDINATOR };
    expect((await by(region, '/api/v1/staff', foreign)).status).toBe(422);
    expect((await by(region, '/api/v1/confirmations', { assignments: [MARIA] })).status).toBe(422);
    expect(await dataOf()).toEqual(before);
  });

  it('is for administrators who have just proved who they are', async () => {
    const before = await dataOf();
    const anna = await signedIn(ANNA);
    const person = { name: 'Ada', employee: null, assignment: COORDINATOR };
    expect((await by(anna, '/api/v1/staff', person)).body).toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
    });
    expect((await api.post('/api/v1/staff', person, PETER)).body).toMatchObject({
      code: 'STEP_UP_NEEDED',
    });
    expect(await dataOf()).toEqual(before);
    expect(await lines('refused:admin:add-staff:ROLE_NOT_ALLOWED')).toBe(1);
    expect(await lines('refused:admin:add-staff:STEP_UP_NEEDED')).toBe(1);
  });

  it('gives no role that nobody has at such a unit', async () => {
    for (const roles of [['physician'], ['municipal-coordinator', 'municipal-coordinator'], []]) {
      const assignment = { ...COORDINATOR, roles };
      const answer = await by(peter, '/api/v1/staff', { name: 'Ada', employee: null, assignment });
      expect(answer.status).toBe(422);
    }
  });

  it('is never left without an administrator', async () => {
    const others = api.county.service
      .directory()
      .assignmentsOf(UMEA_PAYER)
      .filter(({ id }) => id !== PETER);
    for (const { id } of others) {
      expect((await by(peter, `/api/v1/assignments/${id}/end`)).status).toBe(200);
    }
    const before = await dataOf();
    const ends = [`/api/v1/assignments/${PETER}/end`, '/api/v1/staff/peter-holmlund/end'];
    for (const path of ends) {
      expect((await by(peter, path)).body).toMatchObject({ code: 'COMMAND_NOT_POSSIBLE' });
    }
    expect(await dataOf()).toEqual(before);
  });

  it('changes once per key, and only what the administrator has seen', async () => {
    const { id, version } = await add('Siv Provsson');
    const key = randomUUID();
    const wish = { ...COORDINATOR, unit: UMEA_PAYER, roles: ['administrator'] };
    const path = `/api/v1/staff/${id}/assignments`;
    const seen = { 'if-match': `"${version}"`, 'idempotency-key': key };
    const done = await by(peter, path, wish, seen);
    expect([done.status, done.headers.get('idempotent-replayed')]).toEqual([200, null]);
    const before = await dataOf();
    const again = await by(peter, path, wish, seen);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
    const reused = await by(peter, path, { ...wish, until: day(3) }, seen);
    expect(reused.body).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    const late = await by(peter, `/api/v1/staff/${id}/end`, {}, { 'if-match': `"${version}"` });
    expect(late.body).toMatchObject({ code: 'VERSION_STALE' });
    expect(await dataOf()).toEqual(before);
    expect((await read(id)).version).toBe(version + 1);
  });

  it('lets two administrators at once decide one after the other', async () => {
    const people = await Promise.all([1, 2, 3, 4].map((n) => add(`Samtidig Provsson ${n}`)));
    const ends = people.map(({ id }) => by(peter, `/api/v1/staff/${id}/end`));
    const statuses = (await Promise.all(ends)).map(({ status }) => status);
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
    const left = await Promise.all(people.map(({ id }) => read(id)));
    const states = left.map(({ assignments }) => assignments[0]?.state);
    expect(states).toEqual(statuses.map((status) => (status === 200 ? 'ended' : 'in-force')));
  });

  it('renames a unit and gives it another telephone', async () => {
    const { body } = await api.get('/api/v1/own-units', undefined, bearer(peter));
    const { items } = body as { items: { id: string; version: number }[] };
    expect(items.map(({ id }) => id)).toContain(NORR);
    const facts = { name: 'Biståndsenheten Norra', phone: '090-123 45 67' };
    const path = `/api/v1/own-units/${NORR}/facts`;
    expect((await by(peter, path, facts, { 'if-match': '"1"' })).status).toBe(200);
    expect((await by(peter, path, facts, { 'if-match': '"1"' })).status).toBe(412);
    expect(api.county.service.directory().unit(NORR)).toMatchObject({ ...facts, version: 2 });
  });
});
