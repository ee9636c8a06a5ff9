import {
  addDays,
  instant,
  instantAt,
  isNonWorkingDay,
  localDate,
  localTime,
  weekday,
} from '@hemgang/kernel';
import fc from 'fast-check';
import { deliveredAt, latestDay, nextDay } from './delivery-days';

const anyInstant = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2050, 0, 1) })
  .map((ms) => instant(ms));

/** The same said day by day, without any reckoning. */
const IS_DAY = {
  monday: (day: string) => weekday(day) === 1,
  month: (day: string) =>
    !isNonWorkingDay(day) &&
    Array.from({ length: Number(day.slice(8)) - 1 }, (_, n) => addDays(day, -1 - n)).every(
      isNonWorkingDay,
    ),
};

describe.each(['monday', 'month'] as const)('the days of a delivery: %s', (every) => {
  it('come one after the other, at seven by a Swedish clock, and none between is left out', () => {
    fc.assert(
      fc.property(anyInstant, (now) => {
        const next = nextDay(every, now);
        const latest = latestDay(every, now);
        expect([localDate(deliveredAt(next)), localTime(deliveredAt(next))]).toEqual([
          ...[next, '07:00'],
        ]);
        expect(deliveredAt(latest) <= now && now < deliveredAt(next)).toBe(true);
        const between = [];
        for (let day = latest; day <= next; day = addDays(day, 1)) {
          if (IS_DAY[every](day)) between.push(day);
        }
        expect(between).toEqual([latest, next]);
      }),
    );
  });

  it('begin with the very second', () => {
    fc.assert(
      fc.property(anyInstant, (now) => {
        const day = nextDay(every, now);
        expect(latestDay(every, deliveredAt(day))).toBe(day);
        expect(nextDay(every, deliveredAt(day)) > day).toBe(true);
      }),
    );
  });
});

it.each([
  // The Mondays after the nights on which clocks are moved: an hour apart by UTC.
  ['monday', '2026-03-24', '2026-03-30', '2026-03-30T05:00:00.000Z'],
  ['monday', '2026-10-20', '2026-10-26', '2026-10-26T06:00:00.000Z'],
  // Annandag påsk is a Monday all the same.
  ['monday', '2026-04-01', '2026-04-06', '2026-04-06T05:00:00.000Z'],
  // Nyårsdagen is a Friday; första maj too; the first of August is a Saturday.
  ['month', '2026-12-10', '2027-01-04', '2027-01-04T06:00:00.000Z'],
  ['month', '2026-04-10', '2026-05-04', '2026-05-04T05:00:00.000Z'],
  ['month', '2026-07-10', '2026-08-03', '2026-08-03T05:00:00.000Z'],
] as const)('%s: after %s comes %s', (every, now, day, at) => {
  expect(nextDay(every, instantAt(now, '12:00'))).toBe(day);
  expect(deliveredAt(day)).toBe(at);
});
