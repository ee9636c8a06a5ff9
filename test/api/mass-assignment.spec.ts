import { overlayCommands } from '@hemgang/cases';
import { ANNA, contentsOf, HELENA, MARIA, PETER } from '@hemgang/testing';
import { ApiServer, type Answer } from './api-server.fixture';
import { operationsOf, type Operation } from './operations.fixture';

/** What somebody adds who hopes that it is taken over: of ours, of the framework, of the language. */
const SMUGGLED: Readonly<Record<string, unknown>> = {
  id: '00000000-0000-4000-8000-000000000001',
  version: 99,
  state: 'closed',
  roles: ['administrator'],
  role: 'administrator',
  isAdmin: true,
  staff: 'somebody-else',
  assignment: PETER,
  unit: 'umea-bistand-norr',
  controller: 'umea-kommun',
  recordedAt: '2020-01-01T00:00:00.000Z',
  protected: false,
  constructor: { prototype: { isAdmin: true } },
  prototype: { isAdmin: true },
};

describe('a field that an operation does not declare', () => {
  let api: ApiServer;
  let withBody: Operation[];

  beforeAll(async () => {
    api = await ApiServer.start();
    for (const user of [ANNA, MARIA, HELENA, PETER]) await api.token(user);
    withBody = operationsOf(api.county.service).filter(
      ({ takesBody, template }) => takesBody && !template.endsWith('/logout'),
    );
  });

  afterAll(() => api.stop());

  const refusesField = ({ body }: Answer): boolean => {
    const { code, errors = [] } = body as { code: string; errors?: { code: string }[] };
    return code === 'PAYLOAD_INVALID' && errors.some((each) => each.code === 'unknown_field');
  };

  it('is refused by every operation that is no command of a case, and writes nothing', async () => {
    const before = await contentsOf(api.county.databaseUrl, 'access_log', 'sessions');
    const general = withBody.filter(({ template }) => !template.includes('{id}/'));
    expect(general.length).toBeGreaterThan(5);
    for (const { template, path, example } of general) {
      for (const [name, value] of Object.entries(SMUGGLED)) {
        if (name in example) continue;
        const answer = await api.post(path, { ...example, [name]: value }, userOf(template));
        const { status } = answer;
        expect([template, name, status >= 400 && status < 500]).toEqual([template, name, true]);
        expect([template, name, status]).not.toEqual([template, name, 201]);
      }
    }
    expect(await contentsOf(api.county.databaseUrl, 'access_log', 'sessions')).toEqual(before);
  });

  it('is refused by the opening of a case, naming the field', async () => {
    for (const [name, value] of Object.entries(SMUGGLED)) {
      const body = { ...api.county.admission(), [name]: value };
      const answer = await api.post('/api/v1/discharges', body, ANNA);
      expect([name, answer.status, refusesField(answer)]).toEqual([name, 422, true]);
    }
  });

  it('is refused by every command of a case that is possible now, and the case stays', async () => {
    const { id } = await api.told();
    const { definition } = api.county.service.registry.byPath('discharges')!;
    const known = [...definition.commands, ...overlayCommands(definition)];
    let tried = 0;
    for (const user of [ANNA, MARIA]) {
      const { body } = await api.get(`/api/v1/discharges/${id}`, user);
      const { allowedCommands } = body as { allowedCommands: { name: string }[] };
      const before = await contentsOf(api.county.databaseUrl, 'access_log', 'sessions');
      for (const name of new Set(allowedCommands.map((each) => each.name))) {
        const example = known.find((each) => each.name === name)?.example ?? {};
        for (const field of ['roles', 'version', 'constructor']) {
          const sent = { ...example, [field]: SMUGGLED[field] };
          const answer = await api.post(`/api/v1/discharges/${id}/${name}`, sent, user);
          expect([name, field, answer.status, refusesField(answer)]).toEqual([
            ...[name, field, 422, true],
          ]);
          tried += 1;
        }
      }
      expect(await contentsOf(api.county.databaseUrl, 'access_log', 'sessions')).toEqual(before);
    }
    expect(tried).toBeGreaterThan(30);
  });

  it('does not reach the ground that all objects stand on', async () => {
    const json = { 'content-type': 'application/json', 'idempotency-key': 'grund' };
    for (const text of [
      '{"__proto__":{"isAdmin":true}}',
      '{"constructor":{"prototype":{"isAdmin":true}}}',
      '{"patient":{"__proto__":{"isAdmin":true}}}',
    ]) {
      const answer = await api.send('POST', '/api/v1/discharges', text, {
        ...{ user: ANNA, headers: json },
      });
      expect([text, answer.status]).toEqual([text, 422]);
    }
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('in the query is refused too, also when a name stands twice', async () => {
    for (const query of ['?controller=x', '?limit=1&limit=2', '?unit[]=x', '?__proto__=x']) {
      const answer = await api.get(`/api/v1/duties${query}`, ANNA);
      expect([query, answer.status]).toEqual([query, 422]);
    }
  });

  function userOf(template: string): string | undefined {
    if (/^\/(api\/v1\/demo|start|experience)/.test(template)) return undefined;
    return /contact|external/.test(template) ? HELENA : ANNA;
  }
});
