import { newKey, readKeys } from '@hemgang/access';
import { ANNA, MARIA, query, settled } from '@hemgang/testing';
import { sealCheckpoint, sealKey } from '../../apps/api/openapi/audit-schemas';
import { ApiServer } from './api-server.fixture';

interface Items {
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
}

describe('what proves the log', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start();
    const { audit } = api.county.service.auditing;
    const sealer = audit.sealer({ keys: readKeys(newKey()), folder: null, controllers: () => [] });
    for (let n = 0; n < 3; n += 1) {
      await api.admit();
      await settled(api.county.databaseUrl);
      await sealer.finish();
    }
  });
  afterAll(() => api.stop());

  const list = async (path: string, user = MARIA) => (await api.get(path, user)).body as Items;

  it('is the same for everybody, as it is described', async () => {
    const { items, next } = await list('/api/v1/audit/checkpoints');
    expect(items.map(({ checkpoint }) => checkpoint)).toEqual([3, 2, 1]);
    expect(next).toBeNull();
    for (const item of items) sealCheckpoint.parse(item);
    expect(await list('/api/v1/audit/checkpoints', ANNA)).toEqual({ items, next });
    const keys = await list('/api/v1/audit/keys');
    for (const key of keys.items) sealKey.parse(key);
    expect(keys.items.map(({ id }) => id)).toEqual([items[0]?.['key']]);
  });

  it('comes in pages', async () => {
    const first = await list('/api/v1/audit/checkpoints?limit=2');
    expect(first.items).toHaveLength(2);
    const second = await list(`/api/v1/audit/checkpoints?limit=2&cursor=${first.next}`);
    expect(second).toMatchObject({ items: [{ checkpoint: 1 }], next: null });
    const bad = await api.get('/api/v1/audit/checkpoints?cursor=x', MARIA);
    expect(bad).toMatchObject({ status: 422, body: { code: 'PAYLOAD_INVALID' } });
  });
});

/** Most of what can be read about a patient's case, and who may read it. */
const readings = (id: string, sip: string): readonly (readonly [path: string, user: string])[] => [
  ['/api/v1/discharges', ANNA],
  ['/api/v1/discharges', MARIA],
  ['/api/v1/duties', ANNA],
  ['/api/v1/duties', MARIA],
  ['/api/v1/sips', 'helena-burman-ersboda-halsocentral'],
  [`/api/v1/discharges/${id}`, ANNA],
  [`/api/v1/discharges/${id}`, MARIA],
  [`/api/v1/discharges/${id}/events`, ANNA],
  [`/api/v1/discharges/${id}/payment`, ANNA],
  [`/api/v1/sips/${sip}`, 'helena-burman-ersboda-halsocentral'],
  [`/api/v1/sips/${sip}/events`, 'helena-burman-ersboda-halsocentral'],
  [`/api/v1/sips/${sip}/stays`, 'helena-burman-ersboda-halsocentral'],
];

describe('whoever reads a patient’s data', () => {
  let api: ApiServer;
  let id: string;
  let sip: string;

  beforeAll(async () => {
    api = await ApiServer.start();
    ({ caseId: id } = await api.county.told());
    ({ caseId: sip } = await api.county.sip());
  });
  afterAll(() => api.stop());

  const last = async () =>
    (
      await query<{ id: number }>(
        api.county.databaseUrl,
        'select coalesce(max(id), 0)::int as id from access_log',
      )
    )[0]!.id;

  it('is noted with whose, before it is answered', async () => {
    await query(api.county.databaseUrl, `update clock set offset_ms = offset_ms + 7200000`);
    for (const [path, user] of readings(id, sip)) {
      const before = await last();
      const { status } = await api.get(path, user);
      const lines = await query<{ unit: string; patients: number }>(
        api.county.databaseUrl,
        `select unit, (person is not null)::int +
                (select count(*)::int from access_patients p where p.line = a.id) as patients
         from access_log a where id > $1`,
        [before],
      );
      expect([path, user, status, lines.length]).toEqual([path, user, 200, 1]);
      expect(lines[0]?.patients).toBe(1);
    }
  });

  it('reads nothing when it cannot be noted', async () => {
    const refuse = `
      create function refuse_noting() returns trigger language plpgsql as $$
        begin raise exception 'no room'; end $$`;
    await query(api.county.databaseUrl, refuse);
    for (const table of ['access_log', 'access_patients']) {
      await query(
        api.county.databaseUrl,
        `create trigger no_room before insert on ${table}
         for each statement execute function refuse_noting()`,
      );
    }
    // What was noted an hour ago would not be noted again.
    await api.county.service.advanceClock(7_200_000);
    const [person] = await query<{ name: string }>(
      api.county.databaseUrl,
      'select name from persons limit 1',
    );
    for (const [path, user] of readings(id, sip)) {
      const { status, text } = await api.get(path, user);
      expect([path, status]).toEqual([path, 500]);
      expect(text).not.toContain(person!.name);
      expect(text).not.toContain(id);
    }
  });
});
