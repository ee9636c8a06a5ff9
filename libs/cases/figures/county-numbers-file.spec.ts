import { readCountyNumbers } from './county-numbers-file';

const UMEA = 'municipality:2480';
const RESIDENTS = {
  ...{ kind: 'residents-65', place: UMEA, from: '2026-01-01', value: 10_000 },
  source: 'SCB 31 dec 2025',
};
const BEDS = { ...RESIDENTS, kind: 'available-beds', place: 'county' };

const read = (...numbers: readonly unknown[]) =>
  readCountyNumbers({ numbers }, (place) => ['county', UMEA].includes(place));

describe('a file of numbers that only the customer has', () => {
  it('is read as it stands; another day, place or kind is another number', () => {
    const numbers = [RESIDENTS, { ...RESIDENTS, from: '2026-07-01' }, BEDS];
    expect(read(...numbers)).toEqual({ numbers });
  });

  it.each([
    ['nothing', [], '/numbers', 'form'],
    ['a field that there is not', [{ ...BEDS, note: 'x' }], '/numbers/0', 'form'],
    ['a kind that there is not', [{ ...BEDS, kind: 'x' }], '/numbers/0/kind', 'form'],
    ['no source', [BEDS, { ...RESIDENTS, source: ' ' }], '/numbers/1/source', 'form'],
    ['half a bed', [{ ...BEDS, value: 0.5 }], '/numbers/0/value', 'form'],
    ['no bed', [{ ...BEDS, value: 0 }], '/numbers/0/value', 'form'],
    ['no day', [{ ...BEDS, from: '2026-02-30' }], '/numbers/0/from', 'form'],
    ['the same twice', [BEDS, { ...BEDS, value: 1 }], '/numbers/1', 'repeated'],
    ['elsewhere', [{ ...RESIDENTS, place: 'municipality:0180' }], '/numbers/0', 'unknown-place'],
    ['beds of a municipality', [{ ...BEDS, place: UMEA }], '/numbers/0', 'county-alone'],
  ])('is refused with %s, and told where', (_, numbers, at, fault) => {
    expect(read(...numbers)).toEqual([{ at, fault }]);
  });
});
