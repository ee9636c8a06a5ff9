import { addDays, daysBetween, instant, localDate, plusMs } from '@hemgang/kernel';
import fc from 'fast-check';
import { inOrder, type PaymentEvent, type PaymentEventType, type PaymentFacts } from './facts';
import { ledger } from './ledger';
import { POLICIES, statute } from './policies';
import { periodsOf } from './periods';
import { at } from './stay.testing';

const HOUR = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR;

/** The stay begins in a winter without holidays in reach of its kallelse. */
const ADMITTED = at('2023-01-16 09:00');

const MESSAGES = [
  'inskrivningsmeddelande-sent',
  'kallelse-sent',
  'open-care-unavailable',
  'open-care-clarified',
  'measures-opposed',
  'measures-opposition-withdrawn',
  'permission-start',
  'permission-end',
] as const satisfies readonly PaymentEventType[];

const afterHours = fc
  .integer({ min: 0, max: 24 * 30 })
  .map((hours) => plusMs(ADMITTED, hours * HOUR));

/** Periods one after another: notice, withdrawal, notice … and perhaps an end. */
const course = fc
  .uniqueArray(fc.integer({ min: 1, max: 24 * 30 }), { minLength: 0, maxLength: 6 })
  .chain((hours) => {
    const times = hours.sort((a, b) => a - b).map((count) => plusMs(ADMITTED, count * HOUR));
    const notice = fc.constantFrom<PaymentEventType>(
      'utskrivningsklar-sent',
      'opt-decision-notified',
    );
    return fc
      .tuple(
        fc.array(notice, { minLength: times.length, maxLength: times.length }),
        fc.constantFrom<PaymentEventType | null>('discharged', 'deceased', 'transferred-out', null),
      )
      .map(([notices, end]) =>
        times.map((time, index): Omit<PaymentEvent, 'id'> => {
          const isLast = index === times.length - 1;
          if (isLast && end !== null) return { type: end, at: time };
          const type = index % 2 === 0 ? notices[index] : 'utskrivningsklar-withdrawn';
          return { type: type ?? 'utskrivningsklar-sent', at: time };
        }),
      );
  });

const facts: fc.Arbitrary<PaymentFacts> = fc
  .record({
    course,
    messages: fc.array(fc.record({ type: fc.constantFrom(...MESSAGES), at: afterHours }), {
      maxLength: 8,
    }),
    careType: fc.constantFrom('somatic', 'psychiatric', 'sjukstuga'),
    sipRequired: fc.boolean(),
    sipDeclined: fc.boolean(),
    placedBy: fc.constantFrom(null, '2460'),
    asOf: fc.constantFrom(plusMs(ADMITTED, 40 * 24 * HOUR), plusMs(ADMITTED, 10 * 24 * HOUR)),
  })
  .map(({ course: told, messages, ...rest }) => ({
    ...rest,
    admittedAt: ADMITTED,
    needAssessedAt: null,
    folkbokforing: '2480',
    region: '24',
    events: inOrder([...told, ...messages].map((event, index) => ({ ...event, id: index + 1 }))),
  }));

const policy = fc.constantFrom(...POLICIES);

function rowsOf(stay: PaymentFacts, by = statute) {
  return ledger(stay, by).periods.flatMap(({ rows }) => rows);
}

describe('the ledger', () => {
  it('gives the same rows whatever the order in which it is told', () => {
    fc.assert(
      fc.property(facts, policy, fc.infiniteStream(fc.nat()), (stay, by, noise) => {
        const shuffled = [...stay.events]
          .map((event) => ({ event, at: noise.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ event }) => event);
        expect(ledger({ ...stay, events: inOrder(shuffled) }, by)).toEqual(ledger(stay, by));
      }),
    );
  });

  it('has one row for every day from each notice to the day before its end, and no other', () => {
    fc.assert(
      fc.property(facts, policy, (stay, by) => {
        const known = stay.events.filter((event) => event.at <= stay.asOf);
        const days = periodsOf(known).periods.flatMap(({ notice, end }) => {
          const from = localDate(notice.at);
          const count = daysBetween(from, localDate(end?.at ?? stay.asOf));
          return Array.from({ length: count }, (_, day) => addDays(from, day));
        });
        expect(rowsOf(stay, by).map(({ date }) => date)).toEqual(days);
        expect(new Set(days).size).toBe(days.length);
      }),
    );
  });

  it('sums: rows to periods, periods to the whole, money to money', () => {
    fc.assert(
      fc.property(facts, policy, (stay, by) => {
        const { periods, delayDays, totalDays, totalOre } = ledger(stay, by);
        const rows = periods.flatMap((period) => period.rows);
        const paid = rows.filter(({ chargeable }) => chargeable);
        expect(delayDays).toBe(rows.length);
        expect(totalDays).toBe(paid.length);
        expect(periods.reduce((sum, { days }) => sum + days, 0)).toBe(totalDays);
        if (by.model !== 'individual') expect([totalDays, totalOre]).toEqual([0, null]);
        else if (paid.some(({ amountOre }) => amountOre === null)) expect(totalOre).toBeNull();
        else expect(totalOre).toBe(paid.length * 1_050_000);
      }),
    );
  });

  it('charges for nothing in a period that lacks a condition, and not before the day it names', () => {
    fc.assert(
      fc.property(facts, policy, (stay, by) => {
        for (const { blockedBy, days, liableFrom, rows } of ledger(stay, by).periods) {
          if (blockedBy.length > 0) expect(days).toBe(0);
          for (const { date, chargeable } of rows) {
            if (chargeable) expect(date >= liableFrom).toBe(true);
          }
        }
      }),
    );
  });

  it('moves by whole weeks with the stay, where no clock changes and no holiday is near', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 2 }), (stay, weeks) => {
        const moved = (time: string) => plusMs(time, weeks * WEEK_MS);
        const later: PaymentFacts = {
          ...stay,
          admittedAt: moved(stay.admittedAt),
          asOf: moved(stay.asOf),
          events: stay.events.map((event) => ({ ...event, at: moved(event.at) })),
        };
        const expected = rowsOf(stay).map((row) => ({
          ...row,
          date: addDays(row.date, 7 * weeks),
        }));
        expect(rowsOf(later)).toEqual(expected);
      }),
    );
  });

  it('knows nothing of what happens after the moment it is looked at', () => {
    fc.assert(
      fc.property(facts, afterHours, (stay, asOf) => {
        const known = stay.events.filter((event) => event.at <= asOf);
        expect(ledger({ ...stay, asOf }, statute)).toEqual(
          ledger({ ...stay, asOf, events: known }, statute),
        );
      }),
    );
  });
});

describe('parameters of the reading', () => {
  const told = (count: number): PaymentFacts => ({
    admittedAt: ADMITTED,
    needAssessedAt: null,
    careType: 'psychiatric',
    folkbokforing: '2480',
    placedBy: null,
    region: '24',
    sipRequired: true,
    sipDeclined: false,
    asOf: instant('2023-03-01T00:00:00Z'),
    events: inOrder(
      (
        [
          ['inskrivningsmeddelande-sent', '2023-01-18 09:00'],
          ['utskrivningsklar-sent', '2023-01-20 12:00'],
          ['kallelse-sent', '2023-01-24 09:00'],
          ['measures-opposed', '2023-01-27 09:00'],
          ['measures-opposition-withdrawn', '2023-01-29 09:00'],
          ['permission-start', '2023-01-30 18:00'],
          ['permission-end', '2023-01-31 18:00'],
          ['discharged', '2023-02-01 09:00'],
        ] as const
      )
        .slice(0, count)
        .map(([type, time], index) => ({ type, at: at(time), id: index + 1 })),
    ),
  });
  const by = (change: Partial<typeof statute.interpretation>, base = statute) => ({
    ...base,
    interpretation: { ...base.interpretation, ...change },
  });
  const cured = { lateInskrivningBlocks: false, lateKallelseBlocks: false };

  it('each of them changes what it says', () => {
    const stay = told(8);
    const blocked = (policyOf: typeof statute) =>
      ledger(stay, policyOf).periods[0]?.blockedBy.map(({ code }) => code);
    expect(blocked(statute)).toEqual(['INSKRIVNING_LATE', 'KALLELSE_LATE']);
    expect(blocked(by(cured))).toEqual([]);
    expect(ledger(stay, by(cured)).totalDays).toBe(9);
    expect(ledger(stay, by({ ...cured, countEndDate: true })).totalDays).toBe(10);
    expect(ledger(stay, by({ ...cured, permissionCounts: false })).totalDays).toBe(8);
    expect(ledger(stay, by({ ...cured, freeDaysAre: 'working' })).periods[0]?.liableFrom).toBe(
      '2023-01-25',
    );
    const declined = { ...stay, sipDeclined: true };
    expect(
      ledger(declined, by({ declinedSipNeedsNoKallelse: false })).periods[0]?.blockedBy,
    ).toHaveLength(2);
    expect(ledger(declined, statute).periods[0]?.blockedBy).toHaveLength(1);
  });

  it('a notice at twelve sharp is late in Stockholm, five days are free, and a no counts', () => {
    const stockholm = POLICIES.find(({ id }) => id === 'stockholm-psykiatri-2020') ?? statute;
    const open = ledger(told(8), by(cured, stockholm));
    expect(open.periods[0]?.liableFrom).toBe('2023-01-26');
    const reasons = open.periods[0]?.rows.map(({ date, reason }) => [date.slice(8), reason]);
    expect(reasons?.slice(6)).toEqual([
      ['26', 'CHARGEABLE'],
      ['27', 'BLOCKED'],
      ['28', 'BLOCKED'],
      ['29', 'CHARGEABLE'],
      ['30', 'CHARGEABLE'],
      ['31', 'CHARGEABLE'],
    ]);
    expect(ledger(told(4), by(cured, stockholm)).periods[0]?.blockedBy).toMatchObject([
      { code: 'MEASURES_OPPOSED' },
    ]);
  });
});
