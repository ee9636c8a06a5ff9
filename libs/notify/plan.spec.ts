import { DEMO_COUNTY } from '@hemgang/demo';
import { Directory, type CoverData } from '@hemgang/directory';
import { HOUR_MS, instantAt, plusMs } from '@hemgang/kernel';
import type { NoticeToTell, NoticeWish } from '@hemgang/store';
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

function told(audience: string | null, at: string, cover: Partial<CoverData>): readonly string[] {
  const rows = { ...DEMO_COUNTY, cover: { ...DEMO_COUNTY.cover, ...cover } };
  const notice: NoticeToTell = {
    ...{ key: 'k', unit: NORR, audience, duty: 'd', kind: 'svara', due: null, isRestored: false },
    isAcute: false,
  };
  const plan = { told: [notice], directory: new Directory(rows), wishes, now: at };
  return planDeliveries(plan).map(({ staff }) => staff);
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
        told: [
          {
            ...{ key: 'k', unit: NORR, audience: 'sender', duty: 'd', kind: 'uteblivenStart' },
            ...{ due: null, isAcute, isRestored: false },
          },
        ],
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
