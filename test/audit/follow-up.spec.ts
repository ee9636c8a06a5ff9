import { HOUR_MS, localDate, localTimeMs } from '@hemgang/kernel';
import { ANNA, contentsOf, MARIA, PETER, query, SUSANNE, type County } from '@hemgang/testing';
import { logReview, logReviewLine, patientExtract } from '../../apps/api/openapi/log-schemas';
import { ApiServer, type Answer } from '../api/api-server.fixture';

const AT = '/api/v1/access-log';

/** Administrator of a municipality that has nothing to do with the patient. */
const KENT = 'kent-astrom-norsjo-betalning';

interface Line {
  readonly line: string;
  readonly reasons: readonly string[];
  readonly decision: string | null;
}

/** Whatever the hour: reading at night is a reason of its own. */
async function untilNoon({ service }: County): Promise<void> {
  const sinceMidnight = localTimeMs(service.clock.now());
  await service.advanceClock((36 * HOUR_MS - sinceMidnight) % (24 * HOUR_MS));
}

describe('the access log of a controller, for its administrators', () => {
  let api: ApiServer;
  let day: string;
  let caseId: string;
  let patient: { number: string; name: string };
  let review: { id: string; picked: number; open: number; found: number };

  beforeAll(async () => {
    api = await ApiServer.start();
    const { county } = api;
    await untilNoon(county);
    const admission = county.admission();
    patient = admission['patient'] as typeof patient;
    ({ caseId } = await county.told(admission));
    await county.give(caseId, 'acknowledge', MARIA);
    for (let n = 0; n < 4; n += 1) await county.told();
    for (const user of [ANNA, MARIA]) {
      await county.service.views.case('discharges', caseId, county.reader(user));
    }
    // A colleague of another ward of the same controller tries what is none of hers.
    await county.service.views.case('discharges', caseId, county.reader(SUSANNE));
    day = localDate(county.service.clock.now());
  });
  afterAll(() => api.stop());

  const logged = (like: string) =>
    query<{ action: string; staff: string; person: string | null }>(
      api.county.databaseUrl,
      'select action, staff, person from access_log where action like $1 order by id',
      [like],
    );
  const select = (user: string, more: object = {}): Promise<Answer> =>
    api.post(`${AT}/reviews`, { from: day, to: day, size: 3, ...more }, user);
  const extract = async (user: string, more: object = {}): Promise<Answer> => {
    await provenAnew(user);
    const body = { number: patient.number, from: day, to: day, names: false, ...more };
    return api.post(`${AT}/extracts`, body, user);
  };

  /** As after a step-up: who she is was proved a moment ago. */
  async function provenAnew(user: string): Promise<void> {
    await api.token(user);
    await query(
      api.county.databaseUrl,
      `update sessions set stepped_up_until = '2999-01-01T00:00:00Z'`,
    );
  }

  it('is for administrators alone; whoever else asks writes nothing but a line', async () => {
    for (const user of [ANNA, MARIA]) await provenAnew(user);
    const before = await contentsOf(api.county.databaseUrl, 'access_log');
    const answers = [
      await api.get(`${AT}/reviews`, ANNA),
      await select(ANNA),
      await api.get(`${AT}/reviews/1/lines`, MARIA),
      await api.post(`${AT}/reviews/1/lines/1/decision`, { decision: 'justified' }, MARIA),
      await extract(ANNA),
      await api.get(`${AT}/export.xml?from=${day}&to=${day}`, ANNA),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
    expect(await contentsOf(api.county.databaseUrl, 'access_log')).toEqual(before);
    expect(await logged('refused:%ROLE_NOT_ALLOWED')).toHaveLength(6);
  });

  it('is picked from by risk and by chance', async () => {
    const answer = await select(SUSANNE);
    expect(logReview.safeParse(answer.body)).toMatchObject({ success: true });
    review = answer.body as typeof review;
    expect(review).toMatchObject({ from: day, to: day, found: 1 });
    expect(review.picked).toBe(4);
    const { body } = await api.get(`${AT}/reviews/${review.id}/lines`, SUSANNE);
    const { items } = body as { items: Line[] };
    for (const item of items) {
      expect(logReviewLine.safeParse(item)).toMatchObject({ success: true });
    }
    const reasons = items.flatMap((item) => item.reasons).sort();
    expect(reasons).toEqual(['no-relation', 'random', 'random', 'random']);
    expect(JSON.stringify(body)).not.toContain(patient.name);
    const shown = await logged('read:log-review');
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every(({ staff, person }) => staff === 'susanne-agren' && person !== null)).toBe(
      true,
    );
  });

  it('is judged line by line, once, and each decision is a line of the log', async () => {
    const { body } = await api.get(`${AT}/reviews/${review.id}/lines`, SUSANNE);
    const [first] = (body as { items: Line[] }).items;
    const path = `${AT}/reviews/${review.id}/lines/${first?.line}/decision`;
    expect((await api.post(path, { decision: 'fine' }, SUSANNE)).status).toBe(422);
    expect((await api.post(path, { decision: 'questioned' }, SUSANNE)).status).toBe(204);
    const before = await contentsOf(api.county.databaseUrl, 'access_log');
    expect((await api.post(path, { decision: 'justified' }, SUSANNE)).status).toBe(404);
    expect(await contentsOf(api.county.databaseUrl, 'access_log')).toEqual(before);
    const list = await api.get(`${AT}/reviews`, SUSANNE);
    expect(list.body).toMatchObject({ items: [{ id: review.id, open: review.picked - 1 }] });
    const said = await logged('review:access-log:questioned:%');
    expect(said).toMatchObject([{ staff: 'susanne-agren' }]);
  });

  it('is not seen by the administrators of another controller', async () => {
    expect((await api.get(`${AT}/reviews`, PETER)).body).toEqual({ items: [], next: null });
    for (const id of [review.id, '0', 'x', '99999']) {
      expect((await api.get(`${AT}/reviews/${id}/lines`, PETER)).status).toBe(404);
      const path = `${AT}/reviews/${id}/lines/1/decision`;
      expect((await api.post(path, { decision: 'justified' }, PETER)).status).toBe(404);
    }
    const ofPeter = async (like: string) =>
      (await logged(like)).filter(({ staff }) => staff === 'peter-holmlund').length;
    expect(await ofPeter('refused:read:log-review:NOT_FOUND')).toBe(4);
    expect(await ofPeter('refused:review:access-log:NOT_FOUND')).toBe(4);
    expect(await ofPeter('review:access-log:%')).toBe(0);
  });

  it('is not picked from for longer than a quarter, or backwards', async () => {
    const before = await contentsOf(api.county.databaseUrl, 'access_log');
    for (const more of [
      { from: '2020-01-01' },
      { to: '2020-01-01' },
      { size: 201 },
      { size: 0.5 },
    ]) {
      expect((await select(SUSANNE, more)).status).toBe(422);
    }
    expect(await contentsOf(api.county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('is told to the patient: which unit, when and what, in plain words and without a name', async () => {
    const answer = await extract(SUSANNE);
    expect(patientExtract.safeParse(answer.body)).toMatchObject({ success: true });
    const { items } = answer.body as { items: { unit: string; act: string }[] };
    expect(items.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['Läste ditt ärende.', 'Skrev i ditt ärende.']),
    );
    const units = new Set(items.map(({ unit }) => unit));
    expect([...units].join()).toContain('Medicin');
    for (const secret of ['Anna Lundgren', 'Maria', patient.name, patient.number]) {
      expect(answer.text).not.toContain(secret);
    }
    // The extract is itself a look that the patient may ask about.
    const own = await logged('extract:access-log');
    expect(own).toMatchObject([{ staff: 'susanne-agren', person: expect.any(String) as string }]);
    const again = (await extract(SUSANNE)).text;
    expect(again).toContain('Tog fram ett utdrag där du finns med.');
  });

  it('names staff to the patient only when that has been tested', async () => {
    expect((await extract(SUSANNE, { names: true })).text).toContain('Anna Lundgren');
  });

  it('does not tell a patient apart from nobody', async () => {
    const unknown = await extract(SUSANNE, { number: '194201010000' });
    const malformed = await extract(SUSANNE, { number: 'x' });
    expect([unknown.status, malformed.status]).toEqual([404, 404]);
    expect(await logged('refused:extract:access-log')).toHaveLength(2);
  });

  it('does not tell whose case it was to those who tried to open it and were refused', async () => {
    const tried = await api.post(`/api/v1/discharges/${caseId}/acknowledge`, {}, KENT);
    expect(tried.status).toBe(404);
    const [named, nobody] = [await extract(KENT), await extract(KENT, { number: '194201010000' })];
    expect([named.status, named.text]).toEqual([404, nobody.text]);
  });

  it('leaves as a whole in the national format, with its own line first', async () => {
    await provenAnew(SUSANNE);
    const { status, headers, text } = await api.get(
      `${AT}/export.xml?from=${day}&to=${day}`,
      SUSANNE,
    );
    expect([status, headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8']);
    expect(text.startsWith('<?xml')).toBe(true);
    expect(text.trimEnd().endsWith('</StoreLog>')).toBe(true);
    const [own] = await query<{ n: number }>(
      api.county.databaseUrl,
      `select count(*)::int as n from access_log a
       where unit in (select id from units where controller =
         (select controller from units where id = 'region-betalning'))`,
    );
    expect(text.match(/<log>/g)).toHaveLength(own?.n ?? 0);
    expect(text).not.toContain(patient.name);
    expect(text).not.toContain('maria-forsberg');
    expect(await logged('export:access-log')).toHaveLength(1);
  });

  it('leaves only when who asks has just proved who she is', async () => {
    await query(api.county.databaseUrl, 'update sessions set stepped_up_until = null');
    const body = { number: patient.number, from: day, to: day, names: false };
    const answers = [
      await api.post(`${AT}/extracts`, body, SUSANNE),
      await api.get(`${AT}/export.xml?from=${day}&to=${day}`, SUSANNE),
    ];
    expect(answers.map(({ body }) => body)).toMatchObject([
      { code: 'STEP_UP_NEEDED' },
      { code: 'STEP_UP_NEEDED' },
    ]);
  });
});
