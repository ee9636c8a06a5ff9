import { instant, localDate } from '@hemgang/kernel';
import { settle, stayDays } from './averages';
import type { PaymentEventType, PaymentFacts } from './facts';
import { ledger } from './ledger';
import { monthlyAverage, vastraGotaland } from './policies/elsewhere';
import { statute, vasterbotten, policyFor } from './policies';
import { payerOf } from './payer';
import { kallelseLatest, preconditionsOf } from './preconditions';
import { periodsOf } from './periods';
import { at, stay } from './stay.testing';
import type { PaymentPolicy } from './policy';

type Told = readonly (readonly [PaymentEventType, string])[];

const ADMITTED = '2026-02-28 09:00';
const TOLD: Told = [['inskrivningsmeddelande-sent', '2026-02-28 10:00']];

/** Told of in time and looked at by the statute. */
function byStatute(told: Told, more: Partial<PaymentFacts> = {}) {
  return ledger(stay(ADMITTED, [...TOLD, ...told], more), statute);
}

function chargeable(answer: ReturnType<typeof ledger>): string[] {
  return answer.periods
    .flatMap(({ rows }) => rows)
    .filter((row) => row.chargeable)
    .map(({ date }) => date);
}

function blockedBy(answer: ReturnType<typeof ledger>): string[] {
  return answer.periods.flatMap((period) => period.blockedBy.map(({ code }) => code));
}

/** Of a stay that was told of in time: from a notice to the discharge, at noon, days later. */
function afterDays(days: number) {
  const facts = stay('2023-03-01 08:00', [
    ['utskrivningsklar-sent', '2023-03-02 10:00'],
    ['discharged', `2023-03-${String(2 + days).padStart(2, '0')} 12:00`],
  ]);
  return (policy: PaymentPolicy) => stayDays(ledger(facts, { ...policy, requires: [] }), policy);
}

describe('the worked examples, by number', () => {
  it('1: who leaves on the third day costs nothing', () => {
    const answer = byStatute([
      ['utskrivningsklar-sent', '2026-03-02 10:15'],
      ['discharged', '2026-03-05 11:00'],
    ]);
    expect(answer.periods[0]).toMatchObject({ liableFrom: '2026-03-05', endsOn: '2026-03-05' });
    expect(answer).toMatchObject({ totalDays: 0, totalOre: 0, delayDays: 3 });
  });

  it('2: a notice after twelve starts a day later', () => {
    const answer = byStatute([
      ['utskrivningsklar-sent', '2026-03-02 12:01'],
      ['discharged', '2026-03-09 10:00'],
    ]);
    expect(answer.periods[0]?.liableFrom).toBe('2026-03-06');
    expect(chargeable(answer)).toEqual(['2026-03-06', '2026-03-07', '2026-03-08']);
    // 2026 has no amount.
    expect(answer.totalOre).toBeNull();
  });

  it('4: the weekend counts', () => {
    const answer = byStatute([
      ['utskrivningsklar-sent', '2026-03-06 11:00'],
      ['discharged', '2026-03-10 10:00'],
    ]);
    expect(answer.periods[0]?.liableFrom).toBe('2026-03-09');
    expect(answer.totalDays).toBe(1);
  });

  it('6: Monday, Tuesday and Wednesday are free, Thursday is not', () => {
    const answer = byStatute([
      ['utskrivningsklar-sent', '2026-03-02 10:00'],
      ['discharged', '2026-03-06 10:00'],
    ]);
    expect(answer.periods[0]?.rows.map(({ date, reason }) => [date, reason])).toEqual([
      ['2026-03-02', 'FREE_DAY'],
      ['2026-03-03', 'FREE_DAY'],
      ['2026-03-04', 'FREE_DAY'],
      ['2026-03-05', 'CHARGEABLE'],
    ]);
  });

  it('7: the last day for the kallelse moves from Saturday to Monday', () => {
    const strict = { interpretation: { ...statute.interpretation, sundayRuleForKallelse: false } };
    expect(kallelseLatest('2026-03-04', strict)).toBe('2026-03-07');
    expect(kallelseLatest('2026-03-04', statute)).toBe('2026-03-09');
    const called = (time: string) =>
      blockedBy(
        byStatute(
          [
            ['utskrivningsklar-sent', '2026-03-04 09:00'],
            ['kallelse-sent', time],
            ['discharged', '2026-03-12 10:00'],
          ],
          { sipRequired: true },
        ),
      );
    expect(called('2026-03-09 23:59')).toEqual([]);
    expect(called('2026-03-10 00:00')).toEqual(['KALLELSE_LATE']);
  });

  it('9: the notice of admission is due 24 hours after the admission', () => {
    const facts = stay('2026-03-03 16:40', [['utskrivningsklar-sent', '2026-03-05 09:00']]);
    expect(inskrivningLatest(facts)).toEqual({ at: at('2026-03-04 16:40') });
  });

  it('11: 24 hours are 24 hours when the clocks go forward', () => {
    const facts = stay('2026-03-28 13:00', [['utskrivningsklar-sent', '2026-03-30 09:00']]);
    expect(inskrivningLatest(facts)).toEqual({ at: at('2026-03-29 14:00') });
  });

  it('14: a late notice of admission hinders', () => {
    const answer = ledger(
      stay('2026-03-02 08:00', [
        ['inskrivningsmeddelande-sent', '2026-03-04 09:00'],
        ['utskrivningsklar-sent', '2026-03-05 09:00'],
        ['kallelse-sent', '2026-03-06 09:00'],
        ['discharged', '2026-03-12 09:00'],
      ]),
      statute,
    );
    expect(blockedBy(answer)).toEqual(['INSKRIVNING_LATE']);
    expect(answer).toMatchObject({ totalDays: 0, totalOre: 0 });
  });

  it('15: a judgement withdrawn before the start begins anew', () => {
    const facts = stay(ADMITTED, [
      ...TOLD,
      ['utskrivningsklar-sent', '2026-03-02 09:00'],
      ['utskrivningsklar-withdrawn', '2026-03-04 14:00'],
      ['utskrivningsklar-sent', '2026-03-06 13:30'],
      ['discharged', '2026-03-12 10:00'],
    ]);
    const answer = ledger(facts, statute);
    expect(answer.periods.map(({ days, liableFrom }) => [days, liableFrom])).toEqual([
      [0, '2026-03-05'],
      [2, '2026-03-10'],
    ]);
    expect(chargeable(answer)).toEqual(['2026-03-10', '2026-03-11']);
    expect(stayDays(answer, monthlyAverage).delayDays).toBe(8);
    const lastOnly = { ...monthlyAverage.interpretation, periodsInAverage: 'last' as const };
    expect(stayDays(answer, { ...monthlyAverage, interpretation: lastOnly }).delayDays).toBe(6);
  });

  it('18: a missing kallelse hinders only where a SIP must be made', () => {
    const told: Told = [
      ['utskrivningsklar-sent', '2026-03-02 09:00'],
      ['discharged', '2026-03-12 10:00'],
    ];
    const due = byStatute(told, { sipRequired: true });
    expect([blockedBy(due), due.totalDays]).toEqual([['KALLELSE_MISSING'], 0]);
    const notDue = byStatute(told);
    expect([blockedBy(notDue), notDue.totalDays]).toEqual([[], 7]);
    const declined = byStatute(told, { sipRequired: true, sipDeclined: true });
    expect([blockedBy(declined), declined.totalDays]).toEqual([[], 7]);
  });

  it('19: nothing is paid before the open care is clarified', () => {
    const unclear: Told = [
      ['utskrivningsklar-sent', '2026-03-02 09:00'],
      ['open-care-unavailable', '2026-03-02 10:00'],
    ];
    const never = byStatute([...unclear, ['discharged', '2026-03-12 10:00']]);
    expect([blockedBy(never), never.totalDays]).toEqual([['OPEN_CARE_NOT_CLEAR'], 0]);
    const later = byStatute([
      ...unclear,
      ['open-care-clarified', '2026-03-09 15:00'],
      ['discharged', '2026-03-12 10:00'],
    ]);
    expect(later.periods[0]?.liableFrom).toBe('2026-03-09');
    expect(chargeable(later)).toEqual(['2026-03-09', '2026-03-10', '2026-03-11']);
    const before = byStatute([
      ...unclear,
      ['open-care-clarified', '2026-03-03 15:00'],
      ['discharged', '2026-03-12 10:00'],
    ]);
    expect(before.periods[0]?.liableFrom).toBe('2026-03-05');
  });

  it('20: the decision on open compulsory care counts as the notice and needs no kallelse', () => {
    const answer = byStatute(
      [
        ['opt-decision-notified', '2026-03-03 13:10'],
        ['discharged', '2026-03-08 10:00'],
      ],
      { careType: 'psychiatric', sipRequired: true },
    );
    expect(answer.periods[0]?.liableFrom).toBe('2026-03-07');
    expect([blockedBy(answer), answer.totalDays]).toEqual([[], 1]);
  });

  it('22: the municipality that placed the patient pays', () => {
    expect(payerOf({ folkbokforing: '2460', placedBy: '2480' })).toEqual({
      municipality: '2480',
      rule: '2017:612 5:2 st2',
    });
  });

  it("23: each night by its own year's amount", () => {
    const answer = ledger(
      stay('2023-12-20 09:00', [
        ['inskrivningsmeddelande-sent', '2023-12-20 10:00'],
        ['utskrivningsklar-sent', '2023-12-27 09:00'],
        ['discharged', '2024-01-02 10:00'],
      ]),
      statute,
    );
    expect(chargeable(answer)).toEqual(['2023-12-30', '2023-12-31', '2024-01-01']);
    expect(answer.totalOre).toBe(3_260_000);
  });

  it('25: the average of a month against three days, and the same stays one by one', () => {
    const stays = [0, 0, 1, 1, 2, 2, 3, 4, 7, 12].map(afterDays);
    const month = (policy: PaymentPolicy) =>
      settle([{ month: '2023-03', stays: stays.map((days) => days(policy)) }], policy).months[0];
    expect(month(monthlyAverage)).toEqual({
      month: '2023-03',
      n: 10,
      sumDays: 32,
      averageDays: 3.2,
      skrAverageDays: 4,
      threshold: 3,
      excessDays: 2,
      totalOre: 2_100_000,
    });
    expect(month(statute)).toMatchObject({ excessDays: 14, threshold: null });
  });

  it("28: three months together are not the mean of the months' means", () => {
    const months = [
      ['2023-01', 30, 10],
      ['2023-02', 45, 12],
      ['2023-03', 20, 8],
    ] as const;
    const settled = settle(
      months.map(([month, days, n]) => ({
        month,
        stays: Array.from({ length: n }, (_, index) => ({
          delayDays: index === 0 ? days : 0,
          paidDays: 0,
          ore: null,
        })),
      })),
      vastraGotaland,
    );
    expect(settled.combined?.averageDays).toBeCloseTo(3.1667, 4);
    expect(settled.triggered).toBeNull();
  });

  it('32: what comes after the discharge belongs to another stay', () => {
    const facts = stay(ADMITTED, [
      ['utskrivningsklar-sent', '2026-03-02 09:00'],
      ['discharged', '2026-03-03 10:00'],
      ['utskrivningsklar-sent', '2026-03-05 09:00'],
    ]);
    const { periods, faults } = periodsOf(facts.events);
    expect(periods).toHaveLength(1);
    expect(faults.map(({ code }) => code)).toEqual(['NOTICE_AFTER_THE_END']);
  });

  it('34: the notice counts from when it was sent to the right unit', () => {
    const right = instant('2026-03-04T08:00:00Z');
    const answer = byStatute([
      ['utskrivningsklar-sent', '2026-03-04 09:00'],
      ['discharged', '2026-03-09 10:00'],
    ]);
    expect(answer.periods[0]?.noticeAt).toBe(right);
    expect(answer.periods[0]?.liableFrom).toBe('2026-03-07');
  });
});

describe('which policy applies', () => {
  const on = '2026-03-02';
  it.each([
    [{ payer: '2480', region: '24', careType: 'somatic', on }, 'vasterbotten-2022'],
    [{ payer: '2480', region: '24', careType: 'somatic', on: '2021-12-31' }, 'lag-2017-612'],
    [{ payer: '2584', region: '24', careType: 'somatic', on }, 'lag-2017-612'],
    [{ payer: null, region: '24', careType: 'somatic', on }, 'lag-2017-612'],
    [{ payer: '2480', region: '25', careType: 'somatic', on }, 'lag-2017-612'],
    [{ payer: '2080', region: '20', careType: 'somatic', on }, 'genomsnitt-manad-3'],
    [{ payer: '0180', region: '01', careType: 'psychiatric', on }, 'stockholm-psykiatri-2020'],
    [{ payer: '0180', region: '01', careType: 'somatic', on }, 'lag-2017-612'],
  ] as const)('%j: %s', (circumstances, id) => {
    expect(policyFor(circumstances).id).toBe(id);
  });

  it('is an analysis without money in Västerbotten', () => {
    const answer = ledger(
      stay(ADMITTED, [
        ...TOLD,
        ['utskrivningsklar-sent', '2026-03-02 09:00'],
        ['discharged', '2026-03-09 10:00'],
      ]),
      vasterbotten,
    );
    expect(answer).toMatchObject({ delayDays: 7, totalDays: 0, totalOre: null });
    expect(answer.periods[0]).toMatchObject({ days: 0, liableFrom: '2026-03-05' });
    const rows = answer.periods.flatMap((period) => period.rows);
    expect(new Set(rows.map(({ reason }) => reason))).toEqual(new Set(['ANALYSIS_ONLY']));
    expect(localDate(answer.periods[0]?.noticeAt ?? '')).toBe(rows[0]?.date);
  });
});

function inskrivningLatest(facts: PaymentFacts) {
  const [period] = periodsOf(facts.events).periods;
  if (period === undefined) throw new Error('the stay has a period');
  return preconditionsOf(facts, period, statute)[0]?.latest;
}
