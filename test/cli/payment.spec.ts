import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hemgang } from './run';

/** No database is there, and none is asked for. */
const NOWHERE = 'postgres://nobody@127.0.0.1:1/nothing';

const FACTS = {
  admittedAt: '2023-12-20T09:00:00+01:00',
  careType: 'somatic',
  folkbokforing: '2460',
  placedBy: '2580',
  region: '24',
  sipRequired: true,
  events: [
    { type: 'discharged', at: '2024-01-02T10:00:00+01:00' },
    { type: 'inskrivningsmeddelande-sent', at: '2023-12-20T10:00:00+01:00' },
    { type: 'utskrivningsklar-sent', at: '2023-12-27T09:00:00+01:00' },
    { type: 'kallelse-sent', at: '2023-12-28T09:00:00+01:00' },
  ],
};

const STAYS = {
  municipality: '2080',
  months: [
    {
      month: '2023-03',
      stays: [
        { notices: [{ at: '2023-03-01T09:00:00Z' }], dischargedAt: '2023-03-09T09:00:00Z' },
        { notices: [{ at: '2023-03-01T09:00:00Z' }], dischargedAt: '2023-03-01T15:00:00Z' },
      ],
    },
  ],
};

describe('hemgang payment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hemgang-payment-'));

  afterAll(() => rmSync(folder, { recursive: true }));

  function file(content: unknown): string {
    const path = join(folder, 'file.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }

  async function answer(args: readonly string[]): Promise<unknown> {
    const { code, out, err } = await hemgang([...args, '--json'], NOWHERE);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return JSON.parse(out) as unknown;
  }

  describe('takes the amounts that the customer has entered', () => {
    const facts = {
      ...{ admittedAt: '2026-03-01T09:00:00+01:00', careType: 'somatic', folkbokforing: '2580' },
      ...{ region: '24', sipRequired: false },
      events: [
        { type: 'inskrivningsmeddelande-sent', at: '2026-03-01T10:00:00+01:00' },
        { type: 'utskrivningsklar-sent', at: '2026-03-02T09:00:00+01:00' },
        { type: 'discharged', at: '2026-03-07T09:00:00+01:00' },
      ],
    };
    const rate = {
      ...{ from: '2026-01-01', to: '2026-12-31', kronor: 12_345 },
      ...{ source: 'HSLF-FS 2025:74', enteredOn: '2026-01-08' },
    };
    const explain = (rates: unknown, ...more: readonly string[]) => {
      const path = join(folder, 'rates.json');
      writeFileSync(path, JSON.stringify(rates));
      return hemgang(['payment', 'explain', file(facts), '--rates', path, ...more], NOWHERE);
    };

    it('and says from where and since when', async () => {
      const { out } = await explain([rate], '--json');
      expect(JSON.parse(out)).toMatchObject({ totalDays: 2, totalOre: 2 * 1_234_500 });
      const told = await explain([rate]);
      expect(told.out).toContain('(HSLF-FS 2025:74, 2026-01-08)');
      const without = await hemgang(['payment', 'explain', file(facts), '--json'], NOWHERE);
      expect(JSON.parse(without.out)).toMatchObject({ totalDays: 2, totalOre: null });
    });

    it('but no kronor where a policy shows none', async () => {
      const { out } = await explain([rate], '--policy', 'vasterbotten-2022', '--json');
      expect(JSON.parse(out)).toMatchObject({ totalDays: 0, totalOre: null });
    });

    it.each([
      [{}, 'Filen ska vara'],
      [[{ ...rate, kronor: 1.5 }], '[0].kronor ska vara hela kronor för ett dygn.'],
      [[{ ...rate, source: ' ' }], '[0].source ska vara varifrån beloppet kommer.'],
      [[{ ...rate, to: '2025-12-31' }], '[0] slutar före sin början.'],
      [[{ ...rate, from: '2024-12-31' }], '[0] gäller dagar som redan har ett belopp.'],
      [[rate, { ...rate, from: '2026-12-31' }], '[1] gäller dagar som redan har ett belopp.'],
    ])('and refuses others: %j', async (rates, why) => {
      const { code, out, err } = await explain(rates);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(why);
    });
  });

  it('explains each day of a stay under the policy that applies', async () => {
    expect(await answer(['payment', 'explain', file(FACTS)])).toEqual({
      policy: 'lag-2017-612',
      payer: '2580',
      periods: [
        {
          noticeAt: '2023-12-27T08:00:00.000Z',
          liableFrom: '2023-12-30',
          endsOn: '2024-01-02',
          days: 3,
          blockedBy: [],
        },
      ],
      days: [
        ...['27', '28', '29'].map((day) => ({
          ...{ date: `2023-12-${day}`, chargeable: false, reason: 'FREE_DAY' },
          ...{ rule: '2017:612 5:4', amountOre: 0 },
        })),
        ...['2023-12-30', '2023-12-31', '2024-01-01'].map((date) => ({
          ...{ date, chargeable: true, reason: 'CHARGEABLE', rule: '2017:612 5:1' },
          amountOre: date < '2024' ? 1_050_000 : 1_160_000,
        })),
      ],
      delayDays: 6,
      totalDays: 3,
      totalOre: 3_260_000,
    });
  });

  it('names what hinders, by which rule and since when', async () => {
    const events = FACTS.events.filter(({ type }) => type !== 'kallelse-sent');
    const shown = await answer(['payment', 'explain', file({ ...FACTS, events })]);
    expect(shown).toMatchObject({
      periods: [
        {
          blockedBy: [
            {
              code: 'KALLELSE_MISSING',
              rule: '2017:612 5:3 st2',
              since: '2023-12-27T08:00:00.000Z',
            },
          ],
        },
      ],
      ...{ totalDays: 0, totalOre: 0, delayDays: 6 },
    });
  });

  it('shows no money in Västerbotten, and the law only as a simulation', async () => {
    const ours = file({ ...FACTS, placedBy: '2480' });
    expect(await answer(['payment', 'explain', ours])).toMatchObject({
      ...{ policy: 'vasterbotten-2022', payer: '2480', delayDays: 6, totalDays: 0, totalOre: null },
    });
    const { out } = await hemgang(['payment', 'explain', ours], NOWHERE);
    expect(out).toContain('inga kronor enligt denna modell');
    expect(out).toMatch(/SIMULERING enligt lagens modell, gäller inte här: 3 dygn att betala/);
    const named = await answer(['payment', 'explain', ours, '--policy', 'lag-2017-612']);
    expect(named).toMatchObject({ totalOre: 3_260_000 });
  });

  it('says to a person why each day is what it is', async () => {
    const { out } = await hemgang(['payment', 'explain', file(FACTS)], NOWHERE);
    expect(out).toContain('Betalar: Luleå (2017:612 5:2 st2)');
    expect(out).toContain('ansvar från lör 30/12 · slut tis 2/1');
    expect(out).toMatch(/mån 1\/1 +betalas +2017:612 5:1 +händelse 2, 3 +11\u00a0600\u00a0kr/);
    expect(out).toContain('3 dygn att betala: 32\u00a0600\u00a0kr');
  });

  it("settles a municipality's month, with both averages", async () => {
    const settled = ['payment', 'settle', file(STAYS), '--policy', 'genomsnitt-manad-3'];
    expect(await answer(settled)).toEqual({
      months: [
        {
          ...{ month: '2023-03', n: 2, sumDays: 8, averageDays: 4, skrAverageDays: 8 },
          ...{ threshold: 3, excessDays: 2, totalOre: 2_100_000 },
        },
      ],
    });
    const { out } = await hemgang(settled, NOWHERE);
    expect(out).toContain('Falun · genomsnitt-manad-3');
    expect(out).toMatch(/2023-03 +2 +8 +4,00 +8,00 +2 +21\u00a0000\u00a0kr/);
  });

  it('answers for the examples of the documentation', async () => {
    const example = (name: string) => join(__dirname, '..', '..', 'docs', 'examples', name);
    expect(await answer(['payment', 'explain', example('payment-facts.json')])).toMatchObject({
      totalDays: 3,
    });
    const stays = example('payment-stays.json');
    expect(await answer(['payment', 'settle', stays, '--policy', 'lag-2017-612'])).toMatchObject({
      months: [{ n: 2, sumDays: 8, excessDays: 2 }],
    });
  });

  it.each([
    ['an event without an offset', { ...FACTS, admittedAt: '2023-12-20T09:00:00' }, 'admittedAt'],
    ['an unknown municipality', { ...FACTS, folkbokforing: '2499' }, 'folkbokforing'],
    ['no JSON', '{', 'inte JSON'],
    ['no object', 'null', 'Filen ska vara ett objekt'],
  ])('refuses %s in one sentence and prints no answer', async (_, content, about) => {
    const { code, out, err } = await hemgang(['payment', 'explain', file(content)], NOWHERE);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')).toHaveLength(1);
    expect(err).toContain(about);
  });

  it.each([
    [['payment', 'explain', '/nowhere.json']],
    [['payment', 'explain']],
    [['payment', 'explain', file(FACTS), '--policy', 'sprutan']],
    [['payment', 'settle', file(STAYS)]],
    [['payment', 'settle', file(STAYS), '--policy', 'sprutan']],
    [['payment', 'settle', file(FACTS), '--policy', 'lag-2017-612']],
    [['payment']],
  ])('%j cannot run', async (args) => {
    const { code, out, err } = await hemgang(args, NOWHERE);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });
});
