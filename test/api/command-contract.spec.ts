import { ANNA, contentsOf, HELENA, MARIA, SUSANNE } from '@hemgang/testing';
import { ApiServer, caseOf } from './api-server.fixture';

/** No case has it. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** A strange byte in the place of everything that is judged later. */
const UNREADABLE = '{"patient":';

describe('a command over HTTP', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start();
  });

  afterAll(() => api.stop());

  const open = (headers: Record<string, string> = {}) =>
    api.post('/api/v1/discharges', api.county.admission(), ANNA, headers);

  it('opens a case: 201 with its address and version', async () => {
    const answer = await open();
    expect(answer.status).toBe(201);
    const { id, version } = caseOf(answer);
    expect(version).toBe(1);
    expect(answer.headers.get('location')).toBe(`/api/v1/discharges/${id}`);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('idempotent-replayed')).toBeNull();
    const read = await api.get(answer.headers.get('location') ?? '', ANNA);
    expect(read.status).toBe(200);
    expect(read.headers.get('etag')).toBe('"1"');
    // Only the reading itself is new: the ward has now seen its case.
    expect(read.body).toEqual({ ...caseOf(answer), parties: expect.any(Array) });
  });

  it('takes the examples that the description gives for opening a case', async () => {
    const { caseId } = await api.county.told();
    for (const { definition, path } of api.county.service.registry.workflows) {
      const { roles } = definition.open;
      const example = definition.open.example as Readonly<Record<string, unknown>>;
      // Only who knows a case can report what went wrong in it: its example names one that is nobody's.
      const isAbout = 'about' in example;
      const body = isAbout ? { ...example, about: caseId } : example;
      const opener = isAbout ? MARIA : roles.includes('ward-staff') ? ANNA : SUSANNE;
      const answer = await api.post(`/api/v1/${path}`, body, opener);
      expect([path, answer.status, answer.body]).toEqual([path, 201, expect.anything()]);
    }
  });

  it('changes a case: 200 with its new version', async () => {
    const { id, version } = await api.told();
    const path = `/api/v1/discharges/${id}/acknowledge`;
    const answer = await api.post(path, {}, MARIA, { 'if-match': `"${version}"` });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe(`"${version + 1}"`);
    expect(answer.headers.get('location')).toBeNull();
    expect(caseOf(answer)).toMatchObject({ id, version: version + 1 });
  });

  it('that is repeated answers the same, says so, and happens once', async () => {
    const body = api.county.admission();
    const headers = { 'idempotency-key': 'en nyckel med mellanslag' };
    const first = await api.post('/api/v1/discharges', body, ANNA, headers);
    const before = await contentsOf(api.county.databaseUrl, 'access_log');
    const again = await api.post('/api/v1/discharges', body, ANNA, headers);
    expect(again.status).toBe(201);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    for (const name of ['location', 'etag']) {
      expect(again.headers.get(name)).toBe(first.headers.get(name));
    }
    expect(caseOf(again).id).toBe(caseOf(first).id);
    expect(await contentsOf(api.county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('repeated later answers its own version and the present view', async () => {
    const { id, version } = await api.told();
    const path = `/api/v1/discharges/${id}/acknowledge`;
    const headers = { 'idempotency-key': 'kvittens' };
    await api.post(path, {}, MARIA, headers);
    await api.post(`/api/v1/discharges/${id}/start-planning`, {}, MARIA);
    const again = await api.post(path, {}, MARIA, headers);
    expect(again.headers.get('etag')).toBe(`"${version + 1}"`);
    expect(caseOf(again).version).toBe(version + 2);
  });

  it('is told in the language asked for', async () => {
    const swedish = await open({ 'accept-language': 'sv' });
    const english = await open({ 'accept-language': 'en-GB,sv;q=0.3' });
    expect(caseOf(swedish).stateText).toBe('Inskriven');
    expect(caseOf(english).stateText).toBe('Admitted');
  });

  describe('is refused in the order of the contract:', () => {
    const unreadable = { 'content-type': 'application/json' };
    const path = (id: string) => `/api/v1/discharges/${id}/take-over`;

    /** Everything wrong at once; each step takes one fault away. */
    it('401, body, key, 404, 403, 412, 409, 422', async () => {
      const told = await api.told();
      const codes: unknown[] = [];
      const note = async (answer: Promise<{ body: unknown }>) => {
        codes.push((await answer).body);
      };
      const stale = { 'if-match': '"1"' };
      await note(api.send('POST', path(NOBODY), UNREADABLE, { headers: unreadable }));
      await note(api.send('POST', path(NOBODY), UNREADABLE, { user: HELENA, headers: unreadable }));
      await note(api.send('POST', path(NOBODY), '{"x":1}', { user: HELENA, headers: unreadable }));
      await note(api.post(path(NOBODY), { x: 1 }, HELENA, stale));
      await note(api.post(path(told.id), { x: 1 }, HELENA, stale));
      await note(api.post(path(told.id), { x: 1 }, ANNA, stale));
      await note(api.post(path(told.id), { x: 1 }, MARIA, stale));
      await note(api.post(path(told.id), { x: 1 }, MARIA));
      await note(api.post(`/api/v1/discharges/${told.id}/start-planning`, { x: 1 }, MARIA));
      expect(codes).toMatchObject([
        { code: 'NOT_SIGNED_IN' },
        { code: 'MALFORMED_JSON' },
        { code: 'IDEMPOTENCY_KEY_MISSING' },
        { code: 'NOT_FOUND' },
        { code: 'NOT_FOUND' },
        { code: 'ROLE_NOT_ALLOWED' },
        { code: 'VERSION_STALE' },
        { code: 'COMMAND_NOT_POSSIBLE' },
        { code: 'PAYLOAD_INVALID' },
      ]);
    });

    it('a repeat before the version and the state', async () => {
      const { id, version } = await api.told();
      const headers = { 'idempotency-key': 'en gang', 'if-match': `"${version}"` };
      await api.post(`/api/v1/discharges/${id}/start-planning`, {}, MARIA, headers);
      const again = await api.post(`/api/v1/discharges/${id}/start-planning`, {}, MARIA, headers);
      expect(again.status).toBe(200);
      const other = { 'idempotency-key': 'en gang', 'if-match': '"999"' };
      const reused = await api.post(
        `/api/v1/discharges/${id}/start-planning`,
        { occurredAt: '2026-01-01T00:00:00Z' },
        MARIA,
        other,
      );
      expect(reused.body).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    });
  });

  it('looks the same for a case of others as for one that does not exist', async () => {
    const told = await api.told();
    const [theirs, nobodys, misspelt] = await Promise.all(
      [told.id, NOBODY, 'inte-ett-id'].map((id) =>
        api.post(`/api/v1/discharges/${id}/acknowledge`, {}, HELENA),
      ),
    );
    expect(theirs?.status).toBe(404);
    expect(nobodys?.text).toBe(theirs?.text);
    expect(misspelt?.text).toBe(theirs?.text);
    const names = (headers: Headers) => [...headers.keys()].sort();
    expect(names(nobodys!.headers)).toEqual(names(theirs!.headers));
  });

  it('needs a key of printable ASCII', async () => {
    for (const key of ['', ' ', '\u00e5', 'x'.repeat(201)]) {
      expect(await open({ 'idempotency-key': key })).toMatchObject({ status: 400 });
    }
    expect(await open({ 'idempotency-key': `~ ${'x'.repeat(198)}` })).toMatchObject({
      status: 201,
    });
  });

  it('takes one version of ours as If-Match and nothing else', async () => {
    const { id } = await api.told();
    const before = await contentsOf(api.county.databaseUrl);
    const path = `/api/v1/discharges/${id}/acknowledge`;
    const wrong = [
      '*',
      '1',
      'W/"1"',
      '"1", "2"',
      '"0"',
      '"-1"',
      '"1.5"',
      '"x"',
      '""',
      '"9999999999"',
    ];
    for (const ifMatch of wrong) {
      const answer = await api.post(path, {}, MARIA, { 'if-match': ifMatch });
      expect(answer).toMatchObject({ status: 400, body: { code: 'MALFORMED_REQUEST' } });
    }
    expect(await contentsOf(api.county.databaseUrl)).toEqual(before);
  });
});
