import type { PaymentView, SettlementView } from '@hemgang/cases';
import { HOUR_MS, localDate } from '@hemgang/kernel';
import { ANNA, contentsOf, County, MARIA, PETER, query, SUSANNE } from '@hemgang/testing';
import { hemgang } from './run';

const DAY_MS = 24 * HOUR_MS;
const FIRST = 'HSLF-FS 2025:74, preliminärt';
const SECOND = 'HSLF-FS 2025:74';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(120_000);

describe('the amount of a year that the program has none of', () => {
  let county: County;
  let stay: string;
  let patient: string;
  let year: string;
  let today: string;

  beforeAll(async () => {
    county = await County.open();
    // Days of two years would need two amounts.
    const isLate = localDate(county.service.clock.now()).slice(8) > '15';
    if (isLate) await county.service.advanceClock(16 * DAY_MS);
    const body = county.admission();
    const ofUmea = { ...(body['patient'] as object), municipality: '2480' };
    const { caseId, view } = await county.told({ ...body, patient: ofUmea });
    stay = caseId;
    patient = view.patient?.name ?? '';
    await county.give(stay, 'acknowledge', MARIA);
    const judgedAt = county.service.clock.now();
    await county.give(stay, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    await county.service.advanceClock(10 * DAY_MS);
    await county.give(stay, 'discharge', ANNA);
    today = localDate(county.service.clock.now());
    year = today.slice(0, 4);
  });
  afterAll(() => county.close());

  const run = (...args: readonly string[]) => hemgang(['payment', ...args], county.databaseUrl);
  const add = (kronor: number, source: string, more: Readonly<Record<string, string>> = {}) => {
    const options = { year, kronor: String(kronor), source, by: SUSANNE, ...more };
    const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    return run('rates', 'add', ...given);
  };
  const shown = async (): Promise<PaymentView> => {
    const { code, out } = await run('case', stay, '--json');
    expect(code).toBe(0);
    return JSON.parse(out) as PaymentView;
  };

  it('is missing until somebody enters it: the days are told, their money is not', async () => {
    const { simulated, amounts } = await shown();
    expect(simulated?.totals.days).toBeGreaterThan(0);
    expect(simulated?.totals.ore).toBeNull();
    expect(amounts).toEqual([]);
  });

  it.each([
    ['a year with an amount of the program', { year: '2023' }, 'redan ett belopp'],
    ['an administrator of a municipality', { by: PETER }, 'administratör i regionen'],
    ['somebody of the region who is none', { by: ANNA }, 'administratör i regionen'],
    ['nobody', { by: 'ingen' }, 'administratör i regionen'],
    ['parts of a krona', { kronor: '12300.5' }, 'Ange år'],
    ['nothing', { kronor: '0' }, 'Ange år'],
    ['no source', { source: ' ' }, 'Ange år'],
    ['a year that is none', { year: '20x6' }, 'Ange år'],
  ])('is not taken for %s or from them; nothing is written', async (_, more, why) => {
    const before = await contentsOf(county.databaseUrl);
    const { code, out, err } = await add(12_300, SECOND, more);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(why);
    expect(await contentsOf(county.databaseUrl)).toEqual(before);
  });

  it('is reckoned with from then on, with its source and day; a later one takes its place', async () => {
    expect(await add(12_000, FIRST)).toMatchObject({ code: 0, err: '' });
    expect((await shown()).amounts).toMatchObject([{ orePerDay: 1_200_000, source: FIRST }]);
    expect(await add(12_300, SECOND)).toMatchObject({ code: 0, err: '' });
    const { simulated, amounts, totals } = await shown();
    expect(amounts).toEqual([
      {
        ...{ from: `${year}-01-01`, to: `${year}-12-31`, orePerDay: 1_230_000 },
        ...{ source: SECOND, confidence: 'read', enteredOn: today },
      },
    ]);
    expect(simulated?.totals.ore).toBe(1_230_000 * (simulated?.totals.days ?? 0));
    // Västerbotten shows no money, whatever is entered.
    expect(totals.ore).toBeNull();
  });

  it('is shown on the command line, and what it took the place of stays readable', async () => {
    const told = await run('case', stay);
    expect(told.out).toContain(`(${SECOND}, ${today})`);
    const { out } = await run('rates', 'list', '--json');
    const { entered } = JSON.parse(out) as { entered: unknown[] };
    expect(entered).toMatchObject([
      { orePerDay: 1_200_000, source: FIRST, inForce: false },
      { orePerDay: 1_230_000, enteredBy: { assignment: SUSANNE }, inForce: true },
    ]);
    const list = await run('rates', 'list');
    expect(list.out).toContain('ersatt');
    expect(list.out).toContain('2025  inget belopp · Omkring 12 000 kr');
    await expect(
      query(county.databaseUrl, `update payment_rates set ore_per_day = 1`),
    ).rejects.toThrow('only grows');
  });

  it('is what policies are compared with', async () => {
    const policies = ['--policy', 'vasterbotten-2022', '--policy', 'lag-2017-612'];
    const args = ['compare', '--from', `${year}-01-01`, '--to', today, ...policies];
    const { out } = await run(...args, '--json');
    const { simulated } = await shown();
    expect(JSON.parse(out)).toMatchObject({
      municipalities: [{ b: { totalOre: simulated?.totals.ore } }],
      amounts: [{ source: SECOND, enteredOn: today }],
    });
    expect((await run(...args)).out).toContain(SECOND);
  });

  it('comes into new settlements; what was computed keeps its own', async () => {
    await county.service.advanceClock(35 * DAY_MS);
    const body = { municipality: '2480', month: today.slice(0, 7) };
    const { caseId } = await county.open('settlements', body, SUSANNE);
    const seen = async () => {
      const view = await county.service.views.case('settlements', caseId, county.reader(PETER));
      return (view as SettlementView).settlement;
    };
    const { simulated } = await shown();
    const first = await seen();
    expect(first).toMatchObject({
      totals: { totalOre: null, simulatedOre: simulated?.totals.ore },
      amounts: [{ source: SECOND, enteredOn: today }],
    });
    await add(13_000, 'Rättat belopp');
    expect(await seen()).toEqual(first);
    await county.giveAt('settlements', caseId, 'recompute', SUSANNE);
    const second = await seen();
    expect(second.amounts).toMatchObject([{ orePerDay: 1_300_000, source: 'Rättat belopp' }]);
    expect(second.inputHash).not.toBe(first.inputHash);
  });

  it('is told of a stay without its patient, and the look is logged', async () => {
    const { out } = await run('case', stay);
    expect(out).not.toContain(patient);
    expect((await run('case', stay, '--json')).out).not.toContain(patient);
    const looks = await query<{ staff: string; named: boolean }>(
      county.databaseUrl,
      `select distinct staff, person is not null as named from access_log
       where action = 'inspect:payment'`,
    );
    expect(looks).toEqual([{ staff: 'operator', named: true }]);
  });
});
