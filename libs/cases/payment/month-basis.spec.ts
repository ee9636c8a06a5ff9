import { policyById, statute, withRates, type PaymentPolicy } from '@workflows/payment';
import { rowViews } from '../settlement/row-views';
import { computed } from '../settlement/underlag';
import { at, LivedStay, places } from './lived-stay.fixture';
import type { CaseLog } from './log-line';
import { monthBasis, monthsUntil } from './month-basis';
import { stayFacts } from './stay-facts';
import type { EndedStay } from './stays-of-months';

const UMEA = { person: { number: 'personnummer', is: 'new', municipality: '2480' } };
const NEEDS = { socialServices: true, municipalHealthCare: false, openCare: true };
const KEY = Buffer.alloc(32, 7);
const STAY = '11111111-1111-4111-8111-111111111111';
const SIP = '22222222-2222-4222-8222-222222222222';

const asked = { municipality: '2480', months: ['2026-03'], rates: [], key: KEY };

/** A kallelse that was sent too late hinders every day once the free days are over. */
const lateSip: CaseLog = {
  case: SIP,
  lines: [
    {
      ...{
        seq: 7,
        type: 'call',
        machine: null,
        unit: 'mariehem',
        payload: {},
        given: {},
        told: [],
      },
      ...{ occurredAt: at('2026-03-10 09:00'), recordedAt: at('2026-03-10 09:00') },
    },
  ],
};

/** Utskrivningsklar on the 5th of a month of 2026, and gone so many days later. */
function ended(month: string, days: number, sips: readonly CaseLog[] = [], id = STAY): EndedStay {
  const stay = new LivedStay(id);
  const on = (day: number, time: string) => `2026-${month}-${String(day).padStart(2, '0')} ${time}`;
  const receivers = sips.length === 0 ? ['umea-bistand'] : ['umea-bistand', 'mariehem'];
  const needs = { ...NEEDS, openCare: sips.length > 0 };
  const due = at(on(20, '12:00'));
  stay.give(on(2, '08:00'), 'admit', { needs }, { given: UMEA });
  const told = { receivers, expectedDischargeAt: due };
  stay.give(on(2, '10:00'), 'send-inskrivningsmeddelande', told);
  stay.give(on(5, '09:00'), 'mark-utskrivningsklar', { judgedAt: at(on(5, '09:00')) });
  if (sips.length > 0) {
    const by = { by: 'mariehem', machine: 'h2-2' };
    stay.give(on(5, '10:00'), 'clarify-open-care', { available: true }, by);
  }
  const endedAt = at(on(5 + days, '11:00'));
  stay.give(on(5 + days, '11:00'), 'discharge');
  const [payer] = stayFacts({ stay: stay.log, sips }, places, endedAt)?.payers ?? [];
  if (payer === undefined) throw new Error('nobody pays');
  return { ...payer, case: id, endedAt, municipality: '2480' };
}

describe('an event of another case than the stay', () => {
  const month = monthBasis({ ...asked, policy: statute }, [ended('03', 9, [lateSip])]);
  const { content } = computed(
    month,
    [],
    { municipality: '2480', month: '2026-03', rows: [] },
    'u',
  );

  it('keeps its case, under a name that tells nothing to the municipality', () => {
    const blocked = content.underlag.rows.find(({ reason }) => reason === 'BLOCKED');
    expect(blocked?.events).toEqual([expect.stringMatching(/^sip-[0-9a-f]{12}\.7$/)]);
    expect(JSON.stringify(content.underlag)).not.toMatch(new RegExp(`${STAY}|${SIP}`));
    expect(Object.values(content.cases).sort()).toEqual([STAY, SIP]);
  });

  it('is shown to the region as what it is, and to nobody else', () => {
    const held = { event: 1, computedAt: at('2026-04-01 09:00'), underlag: content.underlag };
    const casesOf = (cases: Readonly<Record<string, string>> | null) =>
      rowViews({ ...held, cases }, [], 'sv').map(({ events }) => events.map((each) => each.case));
    expect(casesOf(content.cases)).toContainEqual([SIP]);
    expect(new Set(casesOf(null).flat())).toEqual(new Set([null]));
  });

  it('of what was computed before is read as it was written', () => {
    const rows = content.underlag.rows
      .slice(0, 1)
      .map((row) => ({ ...row, events: ['3', 'sip.2'] }));
    const held = { event: 1, computedAt: at('2026-04-01 09:00'), underlag: { rows, evidence: [] } };
    const [row] = rowViews({ ...held, cases: content.cases }, [], 'sv');
    expect(row?.events).toEqual([
      { name: '3', seq: 3, case: STAY },
      { name: 'sip.2', seq: 2, case: null },
    ]);
  });
});

describe('a month that is settled with the two before it', () => {
  const months = monthsUntil('2026-03', 3);
  const stays = [ended('01', 2), ended('02', 6), ended('03', 7)];
  const vgr = policyById('vgr-2018') ?? statute;
  const rate = { from: '2026-01-01', to: '2026-12-31', orePerDay: 1_230_000 };
  const entered = {
    ...rate,
    ...{ source: 'HSLF-FS 2025:74', confidence: 'read' as const, enteredOn: '2026-01-08' },
  };
  const under = (days: number | null, rates = [entered]) => {
    const policy: PaymentPolicy = { ...vgr, threshold: { days, months: 3, inARow: 1 } };
    return monthBasis({ ...asked, months, rates, policy: withRates(policy, rates) }, stays);
  };

  it('has its own days and rows, and the sums of all three', () => {
    const { totals, together, rows, orePerDay } = under(null);
    expect(months).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(totals).toMatchObject({ stays: 1, days: 7, averageDays: 7, totalOre: null });
    expect(rows).toHaveLength(7);
    expect(orePerDay).toBe(1_230_000);
    expect(together).toEqual({
      ...{ average: 3, inARow: 1 },
      months: [
        { month: '2026-01', n: 1, sumDays: 2 },
        { month: '2026-02', n: 1, sumDays: 6 },
        { month: '2026-03', n: 1, sumDays: 7 },
      ],
    });
  });

  it.each([
    ['is not known', null, [entered], null],
    ['is exceeded', 3, [entered], 4 * 1_230_000],
    ['is reached and not exceeded', 5, [entered], 0],
    ['is exceeded, but the year has no amount', 3, [], null],
  ])('costs what follows when the threshold %s', (_, days, rates, ore) => {
    expect(under(days, rates).totals.totalOre).toBe(ore);
  });

  it('says which amounts it rests on; one that is entered anew is another fact', () => {
    expect(under(3).amounts).toEqual([{ ...entered }]);
    const dearer = { ...entered, orePerDay: 1_300_000 };
    expect(under(3, [dearer]).inputHash).not.toBe(under(3).inputHash);
    expect(under(3).inputHash).toBe(under(3).inputHash);
  });
});
