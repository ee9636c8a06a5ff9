import { DEMO_COUNTY, inventedAnswers } from '@hemgang/demo';
import { addDays, HOUR_MS, localDate } from '@hemgang/kernel';
import { ANNA, contentsOf, MARIA, PETER, query, SUSANNE } from '@hemgang/testing';
import { ApiServer, type Answer } from './api-server.fixture';

const HTML = { accept: 'text/html,application/xhtml+xml' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const QUARTER_MS = 100 * 24 * HOUR_MS;
const STAFF = ['in_time', 'right_information', 'reachable', 'easier'];
const SPENT = { code: 'LINK_SPENT' };
const KIND = { kind: 'after-discharge' };

const all = (keys: readonly string[], value: number): Record<string, number> =>
  Object.fromEntries(keys.map((key) => [key, value]));

interface Invitation {
  readonly secret: string;
  readonly path: string;
  readonly expiresOn: string;
  readonly questionnaire: { readonly questions: readonly { readonly key: string }[] };
}

describe('saying how it went', () => {
  let api: ApiServer;
  let stay: string;
  let patient: { readonly number: string; readonly name: string };

  beforeAll(async () => {
    api = await ApiServer.start();
    const admission = api.county.admission();
    patient = admission['patient'] as typeof patient;
    ({ caseId: stay } = await api.county.told(admission));
  });
  afterAll(() => api.stop());

  const rows = <Row>(text: string) => query<Row>(api.county.databaseUrl, text);
  const contents = () => contentsOf(api.county.databaseUrl, 'sessions', 'access_log');
  const invite = async (path = `discharges/${stay}/experience`, body: object = {}, user = ANNA) => {
    const answer = await api.post(`/api/v1/${path}`, body, user);
    expect([path, answer.status]).toEqual([path, 201]);
    return answer.body as Invitation;
  };
  const ofStay = () => invite(undefined, KIND);
  const ofStaff = (user: string) => invite('experience/invitations', {}, user);
  const keysOf = ({ questionnaire }: Invitation) => questionnaire.questions.map(({ key }) => key);
  const enter = (secret: string, answers: object, user: string, way = 'phone') =>
    api.post('/api/v1/experience/answers', { secret, way, answers }, user);

  it('is asked on a page without scripts that says nothing of anybody', async () => {
    const made = await ofStay();
    expect(made.path).toMatch(/^\/experience\/(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    const shown = await api.send('GET', `${made.path}?language=en`, undefined, { headers: HTML });
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(shown.text).toMatch(/<html lang="en"\s*>[^]*Do not know/);
    expect(shown.text).not.toMatch(/<script|Medicin|Umeå/i);
    for (const word of [patient.number, ...patient.name.split(' '), stay]) {
      expect(shown.text).not.toContain(word);
    }
  });

  it('is taken once, from a form or in JSON, and a second time writes nothing', async () => {
    const made = await ofStay();
    const fields = new URLSearchParams(Object.fromEntries(keysOf(made).map((key) => [key, '4'])));
    const send = () =>
      api.send('POST', made.path, fields.toString(), { headers: { ...HTML, ...FORM } });
    expect(await send()).toMatchObject({ status: 200, text: expect.stringContaining('Tack') });
    const before = await contents();
    expect(await send()).toMatchObject({ status: 409 });
    // Read out and typed otherwise it is the same code.
    const typed = made.secret.toLowerCase().replaceAll('-', ' ');
    const again = await enter(typed, all(keysOf(made), 1), ANNA);
    expect(again).toMatchObject({ status: 409, body: SPENT });
    expect(await contents()).toEqual(before);
  });

  it('leaves nothing that leads from an answer to the case, nor from a used code to anything', async () => {
    const made = await ofStay();
    // Two at once are one.
    const answers = all(keysOf(made), 5);
    const both = await Promise.all([answers, answers].map((each) => api.post(made.path, each)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [used] = await rows<object>(
      `select kind, version, unit, municipality, maker from experience_invitations where used limit 1`,
    );
    expect(used).toEqual({
      ...{ kind: null, version: null, unit: null, municipality: null, maker: null },
    });
    const columns = await rows<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_name like 'experience_%' and (data_type like 'timestamp%' or data_type = 'uuid'
         or column_name ~ 'case|person|staff')`,
    );
    expect(columns).toEqual([]);
    const kept = await rows<{ text: string }>(
      `select t::text as text from experience_tallies t union all
       select i::text from experience_invitations i`,
    );
    expect(kept.length).toBeGreaterThan(0);
    const words = kept.map(({ text }) => text).join('\n');
    for (const word of [stay, made.secret, made.secret.replaceAll('-', ''), patient.number]) {
      expect(words).not.toContain(word);
    }
    // It holds until a Sunday, like everybody's of the week.
    expect(new Date(made.expiresOn).getUTCDay()).toBe(0);
  });

  it('is refused, and nothing is written, without every answer, by others and after its time', async () => {
    const made = await ofStay();
    const keys = keysOf(made);
    const [first = ''] = keys;
    const before = await contents();
    const tries = [
      [await api.post(made.path, {}), 422],
      [await api.post(made.path, { ...all(keys, 3), [first]: 6 }), 422],
      [await api.post(made.path, { ...all(keys, 3), other: 1 }), 422],
      [await api.post(made.path, { 'ekot svarar': 1 }), 422],
      [await api.post('/experience/AAAA-AAAA-AAAA-AAAA', all(keys, 3)), 404],
      [await enter(made.secret, {}, ANNA), 422],
      // Another unit has not asked.
      [await enter(made.secret, all(keys, 3), MARIA), 404],
      [await api.post(`/api/v1/discharges/${stay}/experience`, { kind: 'after-sip' }, ANNA), 422],
      // Who follows up hands out no paper, and to a stranger there is no such stay.
      [await api.post(`/api/v1/discharges/${stay}/experience`, KIND, SUSANNE), [403, 404]],
      [await api.get(`/api/v1/experience?place=county&from=2026-01-01&to=2026-01-02`, ANNA), 403],
    ] satisfies [Answer, number | number[]][];
    for (const [{ status, text }, expected] of tries) {
      expect([[expected].flat().some((each) => each === status), status, text]).toEqual([
        true,
        status,
        text,
      ]);
    }
    // What was sent is repeated in no answer.
    for (const [{ text }] of tries) expect(text).not.toMatch(/other|ekot/);
    expect(await contents()).toEqual(before);
    await api.county.service.advanceClock(6 * 7 * 24 * HOUR_MS);
    expect(await api.post(made.path, all(keys, 3))).toMatchObject({ status: 404 });
    expect(await contents()).toMatchObject({
      experience_tallies: before['experience_tallies'],
    });
    // Whoever comes next sweeps what is over.
    await ofStaff(ANNA);
    expect(await rows('select from experience_invitations')).toHaveLength(1);
  });

  it('shows means of five and more, when the quarter is over, and none that gives others away', async () => {
    const day = localDate(api.county.service.clock.now());
    // A week may belong to the quarter before or after the day's.
    const results = async (place: string, days = 7) => {
      const period = `from=${addDays(day, -7)}&to=${addDays(day, days)}`;
      const { body } = await api.get(`/api/v1/experience?place=${place}&${period}`, PETER);
      const view = body as { results: { kind: string; answers: number | null }[] };
      return view.results.find(({ kind }) => kind === 'staff');
    };
    const answered = async (user: string, values: readonly number[]) => {
      for (const value of values) {
        const { secret } = await ofStaff(user);
        const taken = await enter(secret, { ...all(STAFF, value), easier: 0 }, user, 'paper');
        expect(taken).toMatchObject({ status: 200, body: { taken: true } });
      }
    };
    await answered(MARIA, [1, 2, 3, 4, 5, 5]);
    await answered(ANNA, [5, 5, 5, 5]);
    // The quarter goes on: who asks again would see what has come since.
    expect(await results('county')).toMatchObject({ answers: 0, isHidden: false });
    await api.county.service.advanceClock(QUARTER_MS);
    const county = { answers: 10, isHidden: false };
    const questions = [{ key: 'in_time', mean: 4, count: 10 }, {}, {}, { mean: null, count: null }];
    expect(await results('county')).toMatchObject({ ...county, questions });
    expect(await results('ward:nus-medicin-2')).toMatchObject({ answers: null, isHidden: true });
    // Six, and hidden all the same: the county without them are the four of the region.
    expect(await results('municipality:2480')).toMatchObject({ answers: null, isHidden: true });
    await api.county.service.advanceClock(QUARTER_MS);
    expect(await results('county', 90)).toMatchObject(county);
  });

  it('is there of the quarters before a demo began, once, shown by the same rules', async () => {
    const { clock, experience } = api.county.service;
    const before = addDays(localDate(clock.now()), -500);
    const answers = inventedAnswers(before);
    const units = new Set(DEMO_COUNTY.units.map(({ id }) => id));
    expect(answers.filter(({ unit }) => !units.has(unit))).toEqual([]);
    await experience.beginning.begin(answers);
    const counted = await contents();
    await experience.beginning.begin(answers);
    expect(await contents()).toEqual(counted);
    const period = `from=${addDays(before, -360)}&to=${before}`;
    const shown = async (place: string) => {
      const { body } = await api.get(`/api/v1/experience?place=${place}&${period}`, PETER);
      const [first] = (body as { results: { answers: number | null; isHidden: boolean }[] })
        .results;
      return first;
    };
    const stays = answers.filter(({ kind }) => kind === 'after-discharge');
    const county = await shown('county');
    expect(county?.answers).toBeGreaterThan(100);
    expect(county?.answers).toBeLessThanOrEqual(stays.length);
    expect(await shown('ward:nus-stroke')).toMatchObject({ answers: expect.any(Number) });
    expect(await shown('ward:nus-kirurgi-1')).toMatchObject({ answers: null, isHidden: true });
  });
});
