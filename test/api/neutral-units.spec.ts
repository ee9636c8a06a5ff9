import { DEMO_COUNTY } from '@hemgang/demo';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { MARIA, query } from '@hemgang/testing';
import { apiDocument } from '../../apps/api/openapi/document';
import { ApiServer, caseOf } from './api-server.fixture';

const CASES = '/api/v1/discharges';

/** Lists of the organisation itself: they name no patient. */
const PUBLIC = ['/api/v1/units', '/api/v1/executors', '/api/v1/demo/users'];

/** A stream does not end by itself; it carries ids of cases only. */
const ENDLESS = ['/api/v1/stream'];

const WARD = 'nus-psykiatri-1';
const CLINIC = 'umea-beroendemottagning';
const FAMILY = 'umea-familjevard';

const ADDRESS = 'Markörvägen 12, 903 26 Umeå';

/** What tells that somebody is a patient of psychiatry or addiction care: names, ids, numbers, people. */
const TELLING = DEMO_COUNTY.units
  .filter(({ id }) => [WARD, CLINIC].includes(id))
  .flatMap(({ id, name, phone }) => [id, name, phone, ...peopleOf(id)]);

function assignmentsOf(unit: string) {
  return DEMO_COUNTY.assignments.filter((assignment) => assignment.unit === unit);
}

function peopleOf(unit: string): string[] {
  return assignmentsOf(unit).flatMap(({ staff }) => {
    const person = DEMO_COUNTY.staff.find(({ id }) => id === staff);
    return person === undefined ? [] : [person.id, person.name];
  });
}

function userOf(unit: string, role?: string): string {
  const found = assignmentsOf(unit).find(({ roles }) => role === undefined || roles[0] === role);
  if (found === undefined) throw new Error(`nobody works at ${unit}`);
  return found.id;
}

const NURSE = userOf(WARD, 'ward-staff');
const VANNAS = userOf('vannas-bistand');
const PRIVATE = userOf('citymottagningen', 'primary-care-nurse');

/** Readers of other controllers than the ward's. */
const OTHERS = [MARIA, VANNAS, PRIVATE];

describe('a unit whose very name tells something', () => {
  let api: ApiServer;
  let id: string;

  beforeAll(async () => {
    api = await ApiServer.start();
    const { patient, ...rest } = api.county.admission() as { patient: object };
    const opened = await api.post(
      CASES,
      { ...rest, patient: { ...patient, address: ADDRESS } },
      NURSE,
    );
    ({ id } = caseOf(opened));
    const now = api.county.service.clock.now();
    const give = (name: string, user: string, body: object = {}) =>
      api.county.give(id, name, user, body);
    await give('send-inskrivningsmeddelande', NURSE, {
      receivers: ['umea-bistand-norr', 'vannas-bistand', 'citymottagningen', CLINIC, FAMILY],
      expectedDischargeAt: plusMs(now, 72 * HOUR_MS),
    });
    await give('acknowledge', MARIA);
    await give('answer', MARIA, { answer: 'known', currentMeasures: 'Hemtjänst.' });
    await give('acknowledge', userOf(CLINIC));
    await give('answer', userOf(CLINIC), { answer: 'known', currentMeasures: 'Läkemedel.' });
    await give('acknowledge', userOf(FAMILY));
    await give('mark-utskrivningsklar', NURSE, { physician: 'E. S.', judgedAt: now });
  });

  afterAll(() => api.stop());

  const shown = async (user: string, language = 'sv') =>
    caseOf(await api.get(`${CASES}/${id}`, user, { 'accept-language': language }));

  const addresses = async (): Promise<string[]> => {
    const handovers = (
      (await api.county.service.views.case('discharges', id, api.county.reader(NURSE))) as {
        handovers: readonly { id: string }[];
      }
    ).handovers;
    const { paths } = apiDocument(api.county.service.registry.workflows, 'demo');
    return Object.entries(paths)
      .filter(([, methods]) => 'get' in methods)
      .map(([path]) => path)
      .filter((path) => path.startsWith('/api/v1/') && ![...PUBLIC, ...ENDLESS].includes(path))
      .flatMap((path) =>
        path.includes('{handover}')
          ? handovers.map((one) => path.replace('{handover}', one.id))
          : [path],
      )
      .map((path) => path.replace('{id}', id).replace(/\{\w+\}/, 'nobody'));
  };

  it('is nowhere to be read by other controllers, at any address', async () => {
    const found: unknown[] = [];
    for (const user of OTHERS) {
      for (const path of await addresses()) {
        const { text } = await api.get(path, user);
        const told = TELLING.filter((word) => text.includes(word));
        if (told.length > 0 || /psykiatri|beroende/i.test(text)) found.push([user, path, told]);
      }
    }
    expect(found).toEqual([]);
  });

  it('is a neutral unit of its huvudman with the number of the switchboard', async () => {
    const switchboard = DEMO_COUNTY.huvudman[0]?.switchboard;
    const ward = { name: 'Vårdavdelning, Region Västerbotten', phone: switchboard };
    const clinic = { name: 'Öppenvård, Region Västerbotten', phone: switchboard };
    const { parties, duties } = await shown(MARIA);
    expect(parties).toContainEqual(
      expect.objectContaining({ id: 'ward', unit: expect.objectContaining(ward) }),
    );
    expect(parties.map(({ unit }) => unit)).toContainEqual(expect.objectContaining(clinic));
    expect(duties.map(({ owner }) => owner.unit)).toContainEqual(expect.objectContaining(ward));
    const english = await shown(MARIA, 'en');
    expect(english.parties.map(({ unit }) => unit.name)).toEqual(
      expect.arrayContaining(['Ward, Region Västerbotten', 'Outpatient care, Region Västerbotten']),
    );
  });

  it('of another municipality is as neutral: family care', async () => {
    for (const user of [VANNAS, PRIVATE]) {
      const { text } = await api.get(`${CASES}/${id}`, user);
      expect(text).not.toMatch(/familjevård|umea-familjevard/i);
      expect(text).toContain('Socialtjänst, Umeå kommun');
    }
  });

  it('is known to its own controller, and to whoever turned to it', async () => {
    const names = async (user: string) =>
      (await shown(user)).parties.map(({ unit }) => unit.name).join();
    // The same board in Umeå, the same board in the region, the ward that sent the notice.
    expect(await names(MARIA)).toContain('Familjevårdsenheten Umeå');
    expect(await names(userOf(CLINIC))).toContain('Psykiatriavdelning 1, NUS');
    expect(await names(NURSE)).toContain('Familjevårdsenheten Umeå');
  });

  it('can be named as it is seen', async () => {
    const { parties } = await shown(MARIA);
    const ward = parties.find((party) => party.id === 'ward')?.unit.id;
    const body = { unit: ward, text: 'Beställ säng.', dueDate: '2099-01-01' };
    const answer = await api.post(`${CASES}/${id}/propose-atagande`, body, MARIA);
    expect(answer).toMatchObject({ status: 200 });
    const { text } = await api.get(`${CASES}/${id}`, NURSE);
    expect(text).toContain('Beställ säng.');
    expect(JSON.stringify(answer.body)).not.toContain(WARD);
  });

  it('stands in no notice, and neither does an address', async () => {
    const rows = await query<{ told: string }>(
      api.county.databaseUrl,
      `select key || job || task::text as told from outbox
       union all select entry || coalesce(duty, '') || coalesce(audience, '') from notices`,
    );
    expect(rows.length).toBeGreaterThan(5);
    const told = rows.map((row) => row.told).join('\n');
    expect([...TELLING, ADDRESS, 'Markör'].filter((word) => told.includes(word))).toEqual([]);
    expect(api.log.join('')).not.toMatch(/Psykiatri|Beroende|Markör/);
  });

  it('is named once it has handed content out on a ground, and on the notice on paper', async () => {
    await api.county.give(id, 'send-utskrivningsinformation', NURSE, {
      way: 'here',
      text: 'Se bifogat.',
      disclosure: { ground: 'CONSENT' },
    });
    const { parties } = await shown(MARIA);
    expect(parties.map(({ unit }) => unit.id)).toContain(WARD);
    expect((await api.get(`${CASES}/${id}/events`, MARIA)).text).toContain('Psykiatriavdelning 1');
    // The clinic has handed nothing to the municipality.
    expect((await api.get(`${CASES}/${id}`, MARIA)).text).not.toContain('Beroende');
  });
});
