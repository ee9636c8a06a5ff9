import { DEMO_COUNTY } from '@hemgang/demo';
import { COUNTY_HOURS, Directory, hoursOf, readableAt, type CoverData } from '@hemgang/directory';
import { HOUR_MS, instant, instantAt, MINUTE_MS, plusMs, type Instant } from '@hemgang/kernel';
import type { NoticeToTell, NoticeWish } from '@hemgang/store';
import fc from 'fast-check';
import { planDeliveries } from './plan';

const NORR = 'umea-bistand-norr';
const NIGHT = instantAt('2026-03-06', '22:00');
const OPEN = instantAt('2026-03-06', '10:00');

const people = [...new Set(new Directory(DEMO_COUNTY).peopleOf(NORR).map(({ staff }) => staff))];
const [first = '', second = ''] = people;

const wishes = people.map((staff): NoticeWish => ({
  ...{ staff, mail: `${staff}@umea.example`, phone: null, mailFor: 'all', smsFor: 'nothing' },
  ...{ digestHours: [], quietFrom: null, quietUntil: null, language: 'sv' },
}));

const NOTICE: NoticeToTell = {
  ...{ key: 'k', unit: NORR, audience: null, duty: 'd', kind: 'svara', due: null },
  ...{ isAcute: false, begins: null, isQuiet: false, isRestored: false },
};

function planned(more: Partial<NoticeToTell>, now: Instant, cover: Partial<CoverData>) {
  const rows = { ...DEMO_COUNTY, cover: { ...DEMO_COUNTY.cover, ...cover } };
  const told = [{ ...NOTICE, ...more }];
  return planDeliveries({ told, directory: new Directory(rows), wishes, now });
}

function told(audience: string | null, at: string, cover: Partial<CoverData>): readonly string[] {
  return planned({ audience }, at, cover).map(({ staff }) => staff);
}

const jour = {
  watches: [
    {
      ...{ id: 'w', controller: 'umea', name: 'Jour Umeå', units: [NORR], mayDecide: true },
    },
  ],
  turns: [
    { watch: 'w', staff: second, from: plusMs(NIGHT, -HOUR_MS), until: plusMs(NIGHT, HOUR_MS) },
  ],
};

describe('whom a notice reaches outside the application', () => {
  it('is everybody at the unit, and at night whoever has the watch', () => {
    expect(people.length).toBeGreaterThan(1);
    expect(told('owner', OPEN, jour)).toEqual(people);
    expect(told(null, NIGHT, jour)).toEqual(people);
    expect(told('watch', OPEN, jour)).toEqual(people);
    expect(told('watch', NIGHT, jour)).toEqual([second]);
  });

  it('is whoever has the watch when a rung for the owner cannot wait for the morning', () => {
    expect(told('owner', NIGHT, jour)).toEqual([second]);
    expect(told('owner', NIGHT, {})).toEqual(people);
  });

  it('is nobody when all that it says is that something is seen to', () => {
    expect(planned({ isQuiet: true }, OPEN, jour)).toEqual([]);
  });

  it('is whom the watch was handed to', () => {
    const handOvers = [{ watch: 'w', to: first, at: plusMs(NIGHT, -1) }];
    expect(told('watch', NIGHT, { ...jour, handOvers })).toEqual([first]);
  });

  it('is nobody who is away', () => {
    const away = { id: 'f', staff: first, from: OPEN };
    const absences = [{ ...away, until: plusMs(NIGHT, HOUR_MS) }];
    expect(told('owner', OPEN, { absences })).toEqual(people.slice(1));
  });

  it('is everybody at the unit when neither unit nor watch reads, or who had the watch has left', () => {
    expect(told('watch', NIGHT, {})).toEqual(people);
    const turns = [{ ...jour.turns[0]!, staff: 'anna-lundgren' }];
    expect(told('watch', NIGHT, { ...jour, turns })).toEqual(people);
  });

  it('does not wait for a digest, whoever it is for, when what is owed may not wait', () => {
    const gathered = wishes.map((wish) => ({ ...wish, digestHours: [8] }));
    const planned = (isAcute: boolean) =>
      planDeliveries({
        told: [{ ...NOTICE, audience: 'sender', kind: 'uteblivenStart', isAcute }],
        ...{ directory: new Directory(DEMO_COUNTY), wishes: gathered, now: NIGHT },
      });
    expect(
      planned(true).every(({ acute, sendAt }) => acute && sendAt < plusMs(NIGHT, HOUR_MS)),
    ).toBe(true);
    expect(
      planned(false).some(({ acute, sendAt }) => acute || sendAt < plusMs(NIGHT, HOUR_MS)),
    ).toBe(false);
  });
});

describe('whom it reaches that a duty begins', () => {
  const acuteOf = (...given: Parameters<typeof planned>) =>
    planned(...given).flatMap(({ staff, acute }) => (acute ? [staff] : []));

  it('is at night whoever has the watch, at once and once, and the others in the morning', () => {
    const deliveries = planned({ begins: 'acute' }, NIGHT, jour);
    expect(deliveries.map(({ staff, acute }) => [staff, acute])).toEqual([
      [second, true],
      ...people.filter((staff) => staff !== second).map((staff) => [staff, false]),
    ]);
    expect(acuteOf({ begins: 'acute' }, OPEN, jour)).toEqual(people);
    expect(acuteOf({ begins: 'acute' }, NIGHT, {})).toEqual(people);
  });

  it('is the watch when a start comes before the unit opens, and not when there is time', () => {
    const monday = (time: string) => instantAt('2026-03-09', time);
    expect(acuteOf({ begins: 'start', due: monday('08:00') }, NIGHT, jour)).toEqual([second]);
    expect(acuteOf({ begins: 'start', due: monday('08:01') }, NIGHT, jour)).toEqual([]);
    expect(acuteOf({ begins: 'start', due: null }, NIGHT, jour)).toEqual([]);
    expect(acuteOf({ begins: 'start', due: OPEN }, OPEN, jour)).toEqual([]);
  });

  it('is nobody twice, nobody less than without, and at once only who reads what cannot wait', () => {
    const hours = hoursOf([], COUNTY_HOURS['municipal-social']);
    const watch = {
      ...jour,
      turns: jour.turns.map((turn) => ({ ...turn, from: '2020', until: '2040' })),
    };
    const minutes = fc.integer({
      min: Date.parse('2026-01-01') / MINUTE_MS,
      max: Date.parse('2026-12-31') / MINUTE_MS,
    });
    const begins = fc.constantFrom('acute' as const, 'start' as const, null);
    const ahead = fc.option(fc.integer({ min: -24, max: 96 }));
    fc.assert(
      fc.property(minutes, begins, ahead, fc.boolean(), (minute, begun, hoursAhead, isWatched) => {
        const now = instant(minute * MINUTE_MS);
        const due = hoursAhead === null ? null : plusMs(now, hoursAhead * HOUR_MS);
        const cover = isWatched ? watch : {};
        const staff = planned({ begins: begun, due }, now, cover).map((each) => each.staff);
        expect(new Set(staff).size).toBe(staff.length);
        expect([...staff].sort()).toEqual([...people].sort());
        const opens = readableAt(hours, now);
        const isComing = due !== null && opens > now && due <= opens;
        const cannotWait = begun === 'acute' || (begun === 'start' && isComing);
        const readers = opens > now && isWatched ? [second] : people;
        expect(acuteOf({ begins: begun, due }, now, cover)).toEqual(cannotWait ? readers : []);
      }),
    );
  });
});
