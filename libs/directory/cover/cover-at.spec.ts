import { HOUR_MS, instant, instantAt, MINUTE_MS, plusMs } from '@hemgang/kernel';
import fc from 'fast-check';
import { COUNTY_HOURS } from './county-hours';
import { coverAt, readsAt, type CoveredUnit, type CoverRows } from './cover-at';
import { DAYS_AHEAD, hoursOf, openStateAt } from './opening-hours';
import { readersAt, readersOfAll } from './readers-at';

const halsocentral: CoveredUnit = {
  id: 'hc',
  kind: 'halsocentral',
  people: [
    { staff: 'anna', isManager: false },
    { staff: 'bo', isManager: true },
    { staff: 'anna', isManager: false },
  ],
};
const rehab: CoveredUnit = { id: 'rehab', kind: 'rehab', people: [] };
const ward: CoveredUnit = {
  id: 'ward',
  kind: 'ward',
  people: [{ staff: 'eva', isManager: false }],
};
const bare: CoverRows = {
  ...{ hours: [], county: COUNTY_HOURS, absences: [], watches: [], turns: [], handOvers: [] },
};
const jour = {
  ...{ id: 'jour', name: 'Jour Skellefteå', units: ['hc', 'rehab'], mayDecide: false },
};
const turn = {
  ...{ watch: 'jour', staff: 'kim', from: instantAt('2026-03-01', '00:00') },
  until: instantAt('2027-03-01', '00:00'),
};
const watched: CoverRows = { ...bare, watches: [jour], turns: [turn] };

describe('who reads', () => {
  it('on a Friday at 15.55 is the unit until 17.00, then the jour, which may not decide', () => {
    const answer = coverAt(watched, halsocentral, instantAt('2026-03-06', '15:55'));
    expect(answer).toEqual({
      now: { by: 'unit', staff: ['anna', 'bo'] },
      until: instantAt('2026-03-06', '17:00'),
      next: {
        ...{ by: 'watch', because: 'closed', staff: ['kim'], watch: 'jour' },
        ...{ name: 'Jour Skellefteå', mayDecide: false },
      },
    });
    const closed = coverAt(watched, halsocentral, instantAt('2026-03-06', '17:00'));
    expect([closed.now.by, closed.until]).toEqual(['watch', instantAt('2026-03-09', '08:00')]);
  });

  it.each([
    ['Christmas', '2026-12-23', '17:00', '2026-12-28', '08:00'],
    ['Midsummer', '2026-06-18', '17:00', '2026-06-22', '08:00'],
    ['Easter and its clock change', '2024-03-28', '17:00', '2024-04-02', '08:00'],
    ['the night the clock goes forward', '2026-03-27', '17:00', '2026-03-30', '08:00'],
    ['the night the clock goes back', '2026-10-23', '17:00', '2026-10-26', '08:00'],
  ])('over %s is not the unit until it opens', (_, day, closes, opens, at) => {
    const answer = coverAt(bare, halsocentral, instantAt(day, closes));
    expect(answer.now).toEqual({ by: 'manager', because: 'closed', staff: ['bo'] });
    expect(answer.until).toBe(instantAt(opens, at));
  });

  it('at a ward is always the ward, over midnight and both clock changes', () => {
    for (const day of ['2026-03-28', '2026-10-24', '2026-12-24']) {
      const answer = coverAt(bare, ward, instantAt(day, '23:59'));
      expect(answer).toEqual({ now: { by: 'unit', staff: ['eva'] }, until: null, next: null });
    }
  });

  it('follows a unit by its own hours from the day on which they hold', () => {
    const early = { from: '08:00', to: '15:00' };
    const days = [early, early, early, early, early, null, null] as const;
    const hours = [{ unit: 'hc', from: '2026-03-09', week: { days, red: null } }];
    const closes = (day: string): string | null =>
      coverAt({ ...bare, hours }, halsocentral, instantAt(day, '12:00')).until;
    expect(closes('2026-03-06')).toBe(instantAt('2026-03-06', '17:00'));
    expect(closes('2026-03-09')).toBe(instantAt('2026-03-09', '15:00'));
  });

  it('is whoever took over the watch, until the turn in which she did is over', () => {
    const first = { ...turn, until: instantAt('2026-03-07', '08:00') };
    const second = { ...turn, from: first.until, staff: 'liv' };
    const at = instantAt('2026-03-06', '20:00');
    const rows = {
      ...{ ...watched, turns: [first, second] },
      handOvers: [{ watch: 'jour', to: 'mio', at }],
    };
    const reads = (time: string): readonly string[] => readsAt(rows, halsocentral, time).staff;
    expect(reads(plusMs(at, -1))).toEqual(['kim']);
    expect(reads(at)).toEqual(['mio']);
    expect(reads(first.until)).toEqual(['liv']);
    expect(coverAt(rows, halsocentral, plusMs(at, -1)).until).toBe(at);
  });

  it('is the jour from the minute in which everybody at the unit is away', () => {
    const [at, from] = [instantAt('2026-03-06', '09:00'), instantAt('2026-03-06', '10:00')];
    const until = instantAt('2026-03-06', '12:00');
    const absences = ['anna', 'bo'].map((staff) => ({ staff, from, until }));
    const answer = coverAt({ ...watched, absences }, halsocentral, at);
    expect(answer.until).toBe(from);
    expect(answer.next).toMatchObject({ by: 'watch', because: 'all-away', staff: ['kim'] });
    expect(coverAt({ ...watched, absences }, halsocentral, from).until).toBe(until);
  });

  it('is a watch that may decide rather than one that may not', () => {
    const other = { ...jour, id: 'doctor', mayDecide: true };
    const turns = [turn, { ...turn, watch: 'doctor', staff: 'nils' }];
    const rows = { ...watched, watches: [jour, other], turns };
    const night = instantAt('2026-03-06', '20:00');
    expect(readsAt(rows, halsocentral, night)).toMatchObject({ staff: ['nils'], mayDecide: true });
  });
});

describe('a unit by its hours', () => {
  const state = (kind: keyof typeof COUNTY_HOURS, day: string, time: string): unknown =>
    openStateAt(hoursOf([], COUNTY_HOURS[kind]), instantAt(day, time));

  it('is open until it closes, closed until it opens, or open always', () => {
    expect(state('halsocentral', '2026-03-06', '15:55')).toEqual({
      ...{ isOpen: true, until: instantAt('2026-03-06', '17:00') },
    });
    expect(state('halsocentral', '2026-12-23', '17:00')).toEqual({
      ...{ isOpen: false, until: instantAt('2026-12-28', '08:00') },
    });
    expect(state('municipal-health', '2026-10-24', '21:00')).toEqual({
      ...{ isOpen: false, until: instantAt('2026-10-25', '07:00') },
    });
    expect(state('ward', '2026-03-28', '23:59')).toEqual({ isOpen: true, until: null });
  });
});

describe('whom a notice reaches', () => {
  const night = instantAt('2026-03-06', '20:00');
  const away = (staff: string): CoverRows['absences'][number] => ({
    ...{ staff, from: plusMs(night, -HOUR_MS), until: plusMs(night, HOUR_MS) },
  });

  it('is everybody at the unit but who is away, each once, also when it is closed', () => {
    expect(readersAt(watched, halsocentral, 'owner', night).staff).toEqual(['anna', 'bo']);
    const rows = { ...watched, absences: [away('bo')] };
    expect(readersAt(rows, halsocentral, 'owner', night)).toEqual({
      ...{ by: 'unit', staff: ['anna'], instead: false },
    });
  });

  it('falls to the watch, then to the manager, then to nobody, and says so', () => {
    const all = [away('anna'), away('bo')];
    const reached = (rows: CoverRows): unknown => readersAt(rows, halsocentral, 'owner', night);
    expect(reached({ ...watched, absences: all })).toEqual({
      ...{ by: 'watch', staff: ['kim'], instead: true },
    });
    const withoutWatch = { ...watched, absences: [away('kim'), away('bo')] };
    expect(readersAt(withoutWatch, halsocentral, 'watch', night)).toEqual({
      ...{ by: 'nobody', staff: [], instead: true },
    });
    const withManager = { ...watched, absences: [away('kim')] };
    expect(readersAt(withManager, halsocentral, 'watch', night)).toEqual({
      ...{ by: 'manager', staff: ['bo'], instead: true },
    });
    expect(
      readersAt({ ...watched, absences: [away('bo')] }, halsocentral, 'manager', night),
    ).toEqual({ by: 'watch', staff: ['kim'], instead: true });
  });

  it('is one person once who has the watch of several units', () => {
    expect(readersOfAll(watched, [halsocentral, rehab], 'watch', night)).toEqual(['kim']);
  });
});

describe('every time', () => {
  const first = Date.parse(instantAt('2026-03-20', '00:00'));
  const last = Date.parse(instantAt('2026-11-05', '00:00'));
  const times = fc.integer({ min: first, max: last }).map((ms) => instant(ms));
  const lengths = fc.integer({ min: 1, max: 20 * 24 * 60 }).map((minutes) => minutes * MINUTE_MS);
  const people = fc.constantFrom('anna', 'bo', 'kim', 'liv');
  const stretches = fc
    .tuple(people, times, lengths)
    .map(([staff, from, ms]) => ({ staff, from, until: plusMs(from, ms) }));
  const watchIds = fc.constantFrom('jour', 'doctor');
  const rows = fc.record({
    hours: fc.constant([]),
    county: fc.constant(COUNTY_HOURS),
    absences: fc.array(stretches, { maxLength: 6 }),
    watches: fc.constant([jour, { ...jour, id: 'doctor', mayDecide: true }]),
    turns: fc.array(
      fc.tuple(stretches, watchIds).map(([stretch, watch]) => ({ ...stretch, watch })),
      { maxLength: 6 },
    ),
    handOvers: fc.array(fc.record({ watch: watchIds, to: people, at: times }), { maxLength: 6 }),
  });
  const units = fc.constantFrom(halsocentral, rehab, ward);

  it('has one answer, which stands just until the time that it names', () => {
    fc.assert(
      fc.property(
        rows,
        units,
        times,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, unit, at, part) => {
          const { now, until, next } = coverAt(all, unit, at);
          expect(now).toEqual(readsAt(all, unit, at));
          if (until !== null) {
            expect(until > at).toBe(true);
            expect(next).toEqual(readsAt(all, unit, until));
          }
          const end = until ?? plusMs(at, DAYS_AHEAD * 24 * HOUR_MS);
          const span = Date.parse(end) - Date.parse(at) - 1;
          const between = readsAt(all, unit, plusMs(at, Math.floor(span * part)));
          expect(between.by).toBe(now.by);
          if (now.by !== 'unit') expect(between.staff).toEqual(now.staff);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reaches nobody who is away, and nobody twice', () => {
    const audiences = fc.constantFrom('owner', 'watch', 'manager', 'sender');
    fc.assert(
      fc.property(rows, units, audiences, times, (all, unit, audience, at) => {
        const { staff, by } = readersAt(all, unit, audience, at);
        expect(new Set(staff).size).toBe(staff.length);
        expect(staff.length === 0).toBe(by === 'nobody');
        const away = all.absences.filter(({ from, until }) => from <= at && at < until);
        expect(away.filter((each) => staff.includes(each.staff))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
