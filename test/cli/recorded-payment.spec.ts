import type { PaymentView } from '@hemgang/cases';
import { HOUR_MS, localDate, plusMs } from '@hemgang/kernel';
import { ANNA, County, HELENA, MARIA, query } from '@hemgang/testing';
import { hemgang } from './run';

const DAY_MS = 24 * HOUR_MS;
const UNKNOWN = '00000000-0000-4000-8000-000000000001';

describe('the days of a recorded stay', () => {
  let county: County;
  let caseId: string;

  beforeAll(async () => {
    county = await County.open();
    const body = county.admission();
    const patient = { ...(body['patient'] as object), municipality: '2480' };
    ({ caseId } = await county.told({ ...body, patient }));
    const judgedAt = county.service.clock.now();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    await county.service.advanceClock(10 * DAY_MS);
    await county.give(caseId, 'discharge', ANNA);
  });

  afterAll(() => county.close());

  async function seenBy(user: string, version: number | null = null): Promise<PaymentView> {
    const view = await county.service.payment.ofCase(caseId, county.reader(user), version);
    if ('code' in view) throw new Error(view.code);
    return view;
  }

  const accessLines = () =>
    query(
      county.databaseUrl,
      `select action, unit, person is not null as named from access_log
       where action like '%payment' order by id`,
    );

  it('are counted without kronor where the agreement could not be read, the law beside as a simulation', async () => {
    const view = await seenBy(ANNA);
    expect(view).toMatchObject({
      policy: { id: 'vasterbotten-2022', model: 'analysisOnly', confidence: 'assumption' },
      payer: { municipality: '2480', name: 'Umeå', events: [`${caseId}.1`], until: null },
      totals: { delayDays: 10, days: 0, ore: null },
      simulated: { policy: 'lag-2017-612', totals: { delayDays: 10 } },
      difference: null,
    });
    expect(view.days).toHaveLength(10);
    expect(
      view.days.every(({ amountOre, events }) => amountOre === null && events.length > 0),
    ).toBe(true);
    expect(view.simulated?.text).toContain('SIMULERING');
    const paid = view.simulated?.days.filter(({ chargeable }) => chargeable) ?? [];
    expect(paid.length).toBe(view.simulated?.totals.days);
    expect(paid[0]?.events).toEqual([`${caseId}.2`, `${caseId}.3`]);
  });

  it('say of every condition what met it, or whose duty it is', async () => {
    const { conditions } = await seenBy(MARIA);
    expect(conditions.map(({ requirement, state }) => [requirement, state])).toEqual([
      ['INSKRIVNING_24H', 'met'],
      ['USK_NOTICE', 'met'],
      ['OPEN_CARE_CLEAR', 'met'],
    ]);
    expect(conditions[0]).toMatchObject({ owner: { id: 'ward' }, events: [`${caseId}.2`] });
    const { caseId: another } = await county.admit();
    const early = await county.service.payment.ofCase(another, county.reader(ANNA), null);
    expect(early).toMatchObject({
      periods: [],
      conditions: [
        { requirement: 'INSKRIVNING_24H', state: 'hinders', code: 'INSKRIVNING_MISSING' },
        { requirement: 'USK_NOTICE', state: 'waiting', owner: { id: 'ward' }, metAt: null },
        { requirement: 'OPEN_CARE_CLEAR', state: 'met' },
      ],
    });
  });

  it("are for the ward's side and the municipality that pays; every look is noted", async () => {
    await county.give(caseId, 'add-receiver', ANNA, { unit: 'ersboda-halsocentral' });
    const before = (await accessLines()).length;
    await seenBy(MARIA);
    const { payment } = county.service;
    // A party of the region's open care, and a case that is not there.
    for (const id of [caseId, UNKNOWN]) {
      expect(await payment.ofCase(id, county.reader(HELENA), null)).toEqual({ code: 'NOT_FOUND' });
    }
    expect(await payment.ofCase(caseId, county.reader(MARIA), 99)).toEqual({ code: 'NOT_FOUND' });
    expect((await accessLines()).slice(before)).toEqual([
      { action: 'read:payment', unit: 'umea-bistand-norr', named: true },
      { action: 'refused:read:payment', unit: 'ersboda-halsocentral', named: false },
      { action: 'refused:read:payment', unit: 'ersboda-halsocentral', named: false },
      { action: 'read:payment', unit: 'umea-bistand-norr', named: true },
    ]);
  });

  it('stay readable as they were before a correction, with what it changed', async () => {
    const { version, days } = await seenBy(ANNA);
    const left = plusMs(county.service.clock.now(), -2 * DAY_MS);
    await county.give(caseId, 'correct', ANNA, { event: 4, leftAt: left, reason: 'Fel dag.' });
    expect((await seenBy(ANNA)).periods).toMatchObject([{ endsOn: localDate(left) }]);
    const old = await seenBy(ANNA, version);
    expect(old.days).toEqual(days);
    expect(old.difference).toMatchObject({
      totals: { delayDays: -2, days: 0, ore: null },
      days: days.slice(-2).map((day) => ({ date: day.date, before: day, after: null })),
    });
  });

  it('are the basis of their month, under names that tell nothing', async () => {
    const left = (await seenBy(ANNA)).periods[0]?.endsOn ?? '';
    const month = left.slice(0, 7);
    const basis = await county.service.payment.monthBasis('2480', month);
    expect(basis).toMatchObject({
      ...{ municipality: '2480', month, policy: { id: 'vasterbotten-2022', version: 1 } },
      totals: { stays: 1, days: 8, averageDays: 8, skrAverageDays: 8, totalOre: null },
    });
    expect(basis.rows.map(({ id }) => id)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `r${number}`),
    );
    expect(new Set(basis.rows.map((row) => row.case))).toEqual(new Set([caseId]));
    const [first] = basis.rows;
    expect(first?.pseudonym).toMatch(/^[0-9a-f]{12}$/);
    expect(caseId.replaceAll('-', '')).not.toContain(first?.pseudonym);
    expect(await county.service.payment.monthBasis('2480', month)).toEqual(basis);
    const nobody = await county.service.payment.monthBasis('2460', month);
    expect(nobody).toMatchObject({ rows: [], totals: { stays: 0, averageDays: null } });
    expect(nobody.inputHash).not.toBe(basis.inputHash);
  });

  it('are compared under two policies, with the reasons for the difference', async () => {
    const to = localDate(county.service.clock.now());
    const args = ['payment', 'compare', '--from', '2026-01-01', '--to', to];
    const policies = ['--policy', 'vasterbotten-2022', '--policy', 'lag-2017-612'];
    const ran = await hemgang([...args, ...policies, '--json'], county.databaseUrl);
    expect(ran.code).toBe(0);
    const { simulated } = await seenBy(ANNA);
    const paid = simulated?.totals.days ?? 0;
    expect(JSON.parse(ran.out)).toEqual({
      ...{ from: '2026-01-01', to, policies: ['vasterbotten-2022', 'lag-2017-612'] },
      // The year has none yet.
      amounts: [],
      municipalities: [
        {
          municipality: '2480',
          a: {
            policy: 'vasterbotten-2022',
            n: 1,
            delayDays: 8,
            days: null,
            totalOre: null,
            hindered: [],
          },
          b: {
            policy: 'lag-2017-612',
            n: 1,
            delayDays: 8,
            days: paid,
            totalOre: simulated?.totals.ore,
            hindered: [],
          },
          reasons: expect.arrayContaining([
            {
              a: { reason: 'ANALYSIS_ONLY', rule: 'avtal betalning' },
              b: { reason: 'CHARGEABLE', rule: '2017:612 5:1' },
              days: paid,
            },
          ]) as object,
        },
      ],
    });
    const told = await hemgang([...args, ...policies], county.databaseUrl);
    expect(told.out).toContain('Umeå');
    expect(told.out).toContain('räknas (avtal betalning) → betalas (2017:612 5:1)');
    const none = await hemgang(
      ['payment', 'compare', '--from', '2020-01-01', '--to', '2020-01-31', ...policies],
      county.databaseUrl,
    );
    expect(none).toMatchObject({ code: 0, out: 'Inga vårdtillfällen har avslutats under tiden.' });
  });

  it('wait for the kallelse of the SIP that comes out of the stay', async () => {
    const { service } = county;
    const body = county.admission();
    const patient = { ...(body['patient'] as object), municipality: '2480' };
    const needs = { socialServices: true, municipalHealthCare: false, openCare: true };
    const { caseId: stay } = await county.admit({ ...body, patient, needs });
    await county.give(stay, 'send-inskrivningsmeddelande', ANNA, {
      receivers: ['umea-bistand-norr', 'ersboda-halsocentral'],
      expectedDischargeAt: plusMs(service.clock.now(), 3 * DAY_MS),
    });
    const judgedAt = service.clock.now();
    await county.give(stay, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    const kallelse = async () => {
      const view = await service.payment.ofCase(stay, county.reader(ANNA), null);
      if ('code' in view) throw new Error(view.code);
      return view.conditions.find(({ requirement }) => requirement === 'KALLELSE_3D');
    };
    const sip = await county.open('sips', { patient, stay, need: 'Stroke.' }, ANNA);
    await service.linkedFacts.tellAllOf(sip.caseId);
    expect(await kallelse()).toMatchObject({ state: 'hinders', code: 'KALLELSE_MISSING' });
    const called = await county.giveAt('sips', sip.caseId, 'call', HELENA, {
      units: ['umea-bistand-norr'],
    });
    expect(await kallelse()).toMatchObject({
      state: 'met',
      owner: { id: 'open-care' },
      events: [`${sip.caseId}.${called.version}`],
    });
  });

  it.each([
    [[]],
    [['--from', '2026-01-01', '--to', '2026-02-30', ...['--policy', 'a', '--policy', 'b']]],
    [['--from', '2026-02-01', '--to', '2026-01-01', ...['--policy', 'a', '--policy', 'b']]],
    [['--from', '2026-01-01', '--to', '2026-01-31', '--policy', 'lag-2017-612']],
    [['--from', '2026-01-01', '--to', '2026-01-31', ...['--policy', 'a', '--policy', 'a']]],
    [['--from', '2026-01-01', '--to', '2026-01-31', ...['--policy', 'a', '--policy', 'b']]],
    [['--from', '2026-01-01', '--from', '2026-01-01', '--to', '2026-01-31']],
  ])('are not compared on a bad question: %j', async (args) => {
    const { code, out, err } = await hemgang(['payment', 'compare', ...args], county.databaseUrl);
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n')).toHaveLength(1);
  });
});
