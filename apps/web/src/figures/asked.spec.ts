import { askedOf, searchOf } from './asked';

const NOW = Date.parse('2026-11-28T23:30:00.000Z'); // the 29th in Sweden
const FIRST = { place: 'county', from: '2025-11-01', to: '2026-11-29', by: 'month' };

describe('what is asked of the statistics', () => {
  it('is said by the address, and read back from it', () => {
    const asked = {
      ...{ place: 'municipality:2480', from: '2026-01-01', to: '2026-03-31' },
      by: 'week',
    } as const;
    expect(askedOf(searchOf(asked), NOW)).toEqual(asked);
  });

  it('is as on the first visit where the address says nothing, or nothing that is understood', () => {
    expect(askedOf({}, NOW)).toEqual(FIRST);
    const strange = { plats: '<script>', fran: 'igår', till: 3, steg: 'dag' };
    expect(askedOf(strange, NOW)).toEqual(FIRST);
  });
});
