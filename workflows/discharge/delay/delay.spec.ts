import { addDays, daysBetween, daysFrom } from '@hemgang/kernel';
import fc from 'fast-check';
import {
  DELAY_CAUSE_LISTS,
  DELAY_CAUSES,
  daysOf,
  delaySlices,
  delayStretches,
  isCauseOf,
  suggestedCauses,
  SUGGESTED_BY,
  unknownDays,
  type DelayCause,
  type DelaySlice,
  type SetCause,
  type Stretch,
} from './index';

const START = '2026-03-02';
const day = (number: number) => addDays(START, number);
/** Noon of a day, whatever the season. */
const noon = (number: number) => `${day(number)}T11:00:00.000Z`;

/** Days of a month in which everything happens. */
const someDay = fc.nat({ max: 30 });
const days = fc.tuple(someDay, someDay).map(([one, other]) => [one, other].sort((a, b) => a - b));

/** Stretches as notices that were withdrawn leave them: in any order, some of them empty. */
const stay = fc
  .record({
    withdrawn: fc.array(days, { maxLength: 3 }),
    sentAt: fc.option(someDay),
    leftAt: fc.option(someDay),
    today: someDay,
  })
  .map(({ withdrawn, sentAt, leftAt, today }) => {
    const known = {
      utskrivningsklar: sentAt === null ? null : { sentAt: noon(sentAt) },
      withdrawnStretches: withdrawn.map(([from = 0, until = 0]) => ({
        from: day(from),
        until: day(until),
      })),
      leftAt: leftAt === null ? null : noon(leftAt),
      diedAt: null,
    };
    return { known, today: day(today) };
  });

const causes = fc
  .array(fc.tuple(days, fc.constantFrom(...DELAY_CAUSES)), { maxLength: 6 })
  .map((set) => set.map(([[from = 0, to = 0], cause], index) => setOn(index + 1, from, to, cause)));

function setOn(event: number, from: number, to: number, cause: DelayCause = 'transport'): SetCause {
  const who = { unit: 'umea-bistand', huvudman: 'kommun-2480', at: noon(to) };
  return { event, firstDay: day(from), lastDay: day(to), cause, ...who };
}

const allDays = (delay: readonly Stretch[]) =>
  delay.flatMap(({ from, until }) => daysFrom(from, daysBetween(from, until)));
const daysIn = (slices: readonly DelaySlice[]) =>
  slices.flatMap(({ firstDay, days: count }) => daysFrom(firstDay, count));
const holding = (slices: readonly DelaySlice[], on: string) =>
  slices.find(({ firstDay, lastDay }) => firstDay <= on && on <= lastDay)?.set?.event ?? null;

describe('the delay in slices', () => {
  it('has each day of the delay once, wherever notice and leaving are put and whatever is set', () => {
    fc.assert(
      fc.property(stay, causes, ({ known, today }, set) => {
        const delay = delayStretches(known, today);
        const slices = delaySlices(delay, set);
        expect(daysIn(slices)).toEqual(allDays(delay));
        expect(slices.reduce((sum, slice) => sum + slice.days, 0)).toBe(daysOf(delay));
        expect(slices.map(({ firstDay, days: count }) => addDays(firstDay, count - 1))).toEqual(
          slices.map(({ lastDay }) => lastDay),
        );
        expect(slices.every((slice) => slice.days > 0)).toBe(true);
      }),
    );
  });

  it('gives a day to what was set for it last', () => {
    fc.assert(
      fc.property(stay, causes, ({ known, today }, set) => {
        const delay = delayStretches(known, today);
        const slices = delaySlices(delay, set);
        for (const each of allDays(delay)) {
          const last = [...set]
            .reverse()
            .find((one) => one.firstDay <= each && each <= one.lastDay);
          expect(holding(slices, each)).toBe(last?.event ?? null);
        }
        expect(unknownDays(slices)).toEqual(
          allDays(delay).filter((each) => holding(slices, each) === null),
        );
      }),
    );
  });

  it('is what it was before when what was set last is struck', () => {
    fc.assert(
      fc.property(stay, causes, days, ({ known, today }, set, [from = 0, to = 0]) => {
        const delay = delayStretches(known, today);
        const before = delaySlices(delay, set);
        const more = setOn(99, from, to);
        const struck = [...set, more].filter(({ event }) => event !== more.event);
        expect(delaySlices(delay, struck)).toEqual(before);
      }),
    );
  });
});

describe('the days of the delay', () => {
  const ready = { utskrivningsklar: { sentAt: noon(0) }, leftAt: null, diedAt: null };

  it('go from the day of the notice to the day before today, the leaving or the death', () => {
    expect(delayStretches(ready, day(2))).toEqual([{ from: day(0), until: day(2) }]);
    expect(delayStretches({ ...ready, leftAt: noon(1) }, day(9))).toEqual([
      { from: day(0), until: day(1) },
    ]);
    expect(delayStretches({ ...ready, diedAt: noon(3) }, day(9))).toEqual([
      { from: day(0), until: day(3) },
    ]);
  });

  it('are those of a Swedish calendar', () => {
    const sentAt = '2026-03-01T23:30:00.000Z';
    const late = { ...ready, utskrivningsklar: { sentAt } };
    expect(delayStretches(late, day(1))).toEqual([{ from: START, until: day(1) }]);
  });

  it('leave out those on which a notice was withdrawn, and count none twice', () => {
    const withdrawnStretches = [
      { from: day(-9), until: day(-6) },
      { from: day(-6), until: day(-5) },
      { from: day(-2), until: day(-2) },
    ];
    expect(delayStretches({ ...ready, withdrawnStretches }, day(1))).toEqual([
      { from: day(-9), until: day(-5) },
      { from: day(0), until: day(1) },
    ]);
  });

  it('are none without a notice, on its day and in a case that was struck', () => {
    expect(delayStretches({ ...ready, utskrivningsklar: null }, day(9))).toEqual([]);
    expect(delayStretches({ ...ready, utskrivningsklar: { sentAt: null } }, day(9))).toEqual([]);
    expect(delayStretches(ready, day(0))).toEqual([]);
    expect(delayStretches({ ...ready, ending: 'makulerad' }, day(9))).toEqual([]);
  });
});

describe('the list of causes', () => {
  const [first] = DELAY_CAUSE_LISTS;
  const { helg, ...without } = first!.codes;
  const lists = [first!, { ...first!, version: 2, validFrom: '2026-07-01', codes: without }];

  it('is judged by the version in force on each of the days', () => {
    const on = (firstDay: string, lastDay = firstDay) => ({ firstDay, lastDay });
    expect(helg).toBeDefined();
    expect(isCauseOf('helg', on('2026-06-30'), lists)).toBe(true);
    expect(isCauseOf('helg', on('2026-07-01'), lists)).toBe(false);
    expect(isCauseOf('helg', on('2026-06-30', '2026-07-01'), lists)).toBe(false);
    expect(isCauseOf('transport', on('2026-06-30', '2026-07-01'), lists)).toBe(true);
    expect(isCauseOf('transport', on('2025-12-31'), lists)).toBe(false);
  });

  it('has words and owners for every code, and suggests only codes that it has', () => {
    const entries = Object.values(first!.codes);
    expect(Object.keys(first!.codes).sort()).toEqual([...DELAY_CAUSES].sort());
    for (const { text, owners } of entries) {
      expect([text.sv, text.en, owners.length > 0]).not.toContain('');
      expect(owners.length).toBeGreaterThan(0);
    }
    for (const { cause } of SUGGESTED_BY) expect(first!.codes[cause]).toBeDefined();
  });
});

describe('what the open duties suggest', () => {
  const social = 'handover-municipal-social';
  const duty = (id: string, key: string, from: number, to: number | null, kind = social) => ({
    ...{ id, key, kind, openedAt: noon(from) },
    closedAt: to === null ? null : noon(to),
  });

  it('is the first of the mapping that was open, for days in a row', () => {
    const duties = [
      duty('d2', 'oppenvard-klarlagd', 0, null, 'handover-halsocentral'),
      duty('d1', 'planering', 0, 2),
    ];
    expect(suggestedCauses([0, 1, 2, 4].map(day), duties)).toEqual([
      { firstDay: day(0), lastDay: day(1), days: 2, cause: 'beslut-ej-klart', duty: 'd1' },
      { firstDay: day(2), lastDay: day(2), days: 1, cause: 'oppenvard-ej-klarlagd', duty: 'd2' },
      { firstDay: day(4), lastDay: day(4), days: 1, cause: 'oppenvard-ej-klarlagd', duty: 'd2' },
    ]);
  });

  it('is nothing when nothing was owed that explains a waiting', () => {
    const duties = [duty('d1', 'kvittens', 0, null), duty('d2', 'beredskap', 0, 1)];
    expect(suggestedCauses([day(1)], duties)).toEqual([]);
  });
});
