import { askedOf, searchOf } from './asked';

const NOW = Date.parse('2026-11-28T23:30:00.000Z'); // the 29th in Sweden
const FIRST = {
  ...{ place: 'county', and: null, from: '2025-11-01', to: '2026-11-29' },
  ...{ by: 'month', period: null },
};

describe('what is asked of the statistics', () => {
  it('is said by the address, and read back from it', () => {
    const asked = {
      ...{ place: 'municipality:2480', and: 'hospital:nus', from: '2026-01-01', to: '2026-03-31' },
      by: 'week',
      period: null,
    } as const;
    expect(askedOf(searchOf(asked), NOW)).toEqual(asked);
  });

  it('is as on the first visit where the address says nothing, or nothing that is understood', () => {
    expect(askedOf({}, NOW)).toEqual(FIRST);
    const strange = { plats: '<script>', och: 'a+b', fran: 'igår', till: 3, steg: 'dag' };
    expect(askedOf(strange, NOW)).toEqual(FIRST);
  });

  it.each([
    ['tolv-manader', NOW, '2025-11-01', '2026-10-31'],
    ['tolv-manader', Date.parse('2024-02-29T12:00:00.000Z'), '2023-02-01', '2024-01-31'],
    ['tolv-manader', Date.parse('2026-12-31T23:30:00.000Z'), '2026-01-01', '2026-12-31'],
    ['i-ar', NOW, '2026-01-01', '2026-11-29'],
    ['i-ar', Date.parse('2026-12-31T23:30:00.000Z'), '2027-01-01', '2027-01-01'],
  ])('goes with time: %s, from %i on', (period, now, from, to) => {
    const search = { plats: 'county', period, steg: 'week' };
    const asked = askedOf({ ...search, fran: '2020-01-01', till: '2020-01-02' }, now);
    expect(asked).toEqual({ place: 'county', and: null, by: 'week', period, from, to });
    expect(searchOf(asked)).toEqual(search);
  });
});
