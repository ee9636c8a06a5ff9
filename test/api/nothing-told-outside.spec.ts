import { demoPatient } from '@hemgang/demo';
import { ANNA, MARIA, query } from '@hemgang/testing';
import { ApiServer } from './api-server.fixture';

const cases = '/api/v1/discharges';

/** Words about a patient, each somewhere in what is sent or answered below. */
const PATIENT = {
  number: demoPatient(0).number,
  name: 'Elsa Markörsson',
  address: 'Markörvägen 12, 903 26 Umeå',
  municipality: '2480',
};
const TEXT = 'markörtext om hemtjänst';

describe('log and figures', () => {
  let api: ApiServer;
  let told: string;
  const tokens: string[] = [];

  beforeAll(async () => {
    api = await ApiServer.start();
    for (const user of [ANNA, MARIA]) tokens.push(await api.token(user));
    const body = {
      patient: PATIENT,
      needs: { socialServices: true, municipalHealthCare: false, openCare: false },
      physician: TEXT,
    };
    const headers = { 'idempotency-key': 'markornyckel' };
    const opened = await api.post(cases, body, ANNA, headers);
    expect(opened.text).toContain(PATIENT.name);
    await api.post(cases, body, ANNA, headers);
    await api.post(cases, body, ANNA);
    await api.get(`${cases}?sok=${encodeURIComponent(PATIENT.number)}`, ANNA);
    await api.get(`/${encodeURIComponent(PATIENT.name)}`, ANNA);
    await api.get(`/api/v1/${PATIENT.number}`, ANNA, { cookie: 'markor=1' });
    await api.send('POST', cases, `{"${PATIENT.number}`, { user: ANNA });
    await query(
      api.county.databaseUrl,
      `alter table persons add constraint no_markers check (name not like '%Markör%') not valid`,
    );
    const broken = await api.post(
      cases,
      { ...body, patient: { ...PATIENT, number: demoPatient(1).number } },
      ANNA,
    );
    expect(broken.status).toBe(500);
    told = `${api.log.join('')}${(await api.get('/metrics')).text}`;
  });

  afterAll(() => api.stop());

  it('hold what happened: route, status, duration, trace', () => {
    const lines = api.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual({
      level: 'info',
      time: expect.any(String),
      app: 'api',
      pid: process.pid,
      trace: expect.stringMatching(/^[0-9a-f]{32}$/),
      method: 'POST',
      route: '/api/v1/:type',
      status: 201,
      ms: expect.any(Number),
      msg: 'answered',
    });
    expect(lines).toContainEqual(
      expect.objectContaining({
        level: 'error',
        err: expect.objectContaining({ code: '23514', constraint: 'no_markers' }),
      }),
    );
    expect(told).toContain(
      'hemgang_commands_total{type="discharges",command="open",outcome="done"} 1',
    );
    expect(told).toContain('outcome="replayed"} 1');
    expect(told).toContain('outcome="STAY_ALREADY_OPEN"} 1');
  });

  it.each([
    ...Object.values(PATIENT).filter((value) => value.length > 4),
    'Elsa',
    PATIENT.number.slice(0, 8),
    PATIENT.number.slice(2, 12),
    demoPatient(1).number,
    'arkör',
    'markor',
    TEXT,
    'hemgang_session',
    'Bearer',
  ])('hold nothing of %s', (words) => {
    expect(told.toLowerCase()).not.toContain(words.toLowerCase());
  });

  it('hold no token', () => {
    for (const token of tokens) expect(told).not.toContain(token);
  });
});
