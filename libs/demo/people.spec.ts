import { isTestNumber } from '@hemgang/kernel';
import Personnummer from 'personnummer';
import { FAMILY_NAMES, OLDER_NAMES, YOUNGER_NAMES } from './names';
import { demoPatient } from './people';
import { TEST_NUMBERS, testNumber } from './test-number';

/** One more than the promise of 20,000, for n = 0 up to and with 20,000. */
const COUNT = 20_001;

/** The year for which the ages are meant; fixed, so that no test turns red by itself. */
const YEAR = 2026;

const patients = Array.from({ length: COUNT }, (_, n) => demoPatient(n));

const EXPECTED_FIRST = {
  number: '194811299835',
  name: 'Gösta Forslund',
  address: 'Åbrinksvägen 4, 934 31 Kåge',
  municipality: '2482',
  homeArea: 'skelleftea-kage',
  halsocentral: 'kage-halsocentral',
};

const share = (matching: number): number => matching / COUNT;

describe('an invented patient number', () => {
  it('is a valid personnummer that may be used for tests', () => {
    const numbers = patients.map(({ number }) => number);
    expect(numbers.filter((number) => !/^\d{8}9[89]\d{2}$/.test(number))).toEqual([]);
    expect(numbers.filter((number) => !Personnummer.valid(number))).toEqual([]);
    expect(numbers.filter((number) => !isTestNumber(number))).toEqual([]);
  });

  it('is never given twice, as long as there are numbers', () => {
    const numbers = new Set<string>();
    for (let n = 0; n < TEST_NUMBERS; n += 1) numbers.add(testNumber(n));
    expect(numbers.size).toBe(TEST_NUMBERS);
    expect(TEST_NUMBERS).toBeGreaterThan(20_000);
  });

  it.each([-1, -20, 0.5, Number.NaN, Infinity, TEST_NUMBERS])('does not exist for %p', (n) => {
    expect(() => demoPatient(n)).toThrow(RangeError);
  });
});

describe('an invented patient', () => {
  it('is the same for the same n, in whatever order one asks', () => {
    for (const n of [20_000, 7, 0, 7]) expect(demoPatient(n)).toEqual(patients[n]);
    // Written down once: changed values would rename the patients of every seeded database.
    expect(patients[0]).toEqual(EXPECTED_FIRST);
  });

  it('is 65 or older in 17 cases of 20, never a child and never past 100', () => {
    const ages = patients.map(({ number }) => YEAR - Number(number.slice(0, 4)));
    expect(share(ages.filter((age) => age >= 65).length)).toBeCloseTo(0.85, 2);
    expect(share(ages.filter((age) => age >= 85).length)).toBeCloseTo(0.35, 2);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(37);
    expect(Math.max(...ages)).toBeLessThanOrEqual(99);
    expect(new Set(ages).size).toBe(99 - 37 + 1);
  });

  it('has a name that fits age and sex', () => {
    for (const { number, name } of patients.slice(0, 2_000)) {
      const [given = '', family = ''] = name.split(' ');
      const names = Number(number.slice(0, 4)) < 1960 ? OLDER_NAMES : YOUNGER_NAMES;
      const isFemale = new Personnummer(number).isFemale();
      expect(isFemale ? names.female : names.male).toContain(given);
      expect(FAMILY_NAMES).toContain(family);
    }
    const women = patients.filter(({ number }) => new Personnummer(number).isFemale());
    expect(share(women.length)).toBeCloseTo(0.5, 2);
  });

  it('lives in the county as its inhabitants do', () => {
    const count = new Map<string, number>();
    for (const { municipality } of patients) {
      count.set(municipality, (count.get(municipality) ?? 0) + 1);
    }
    expect(count.size).toBe(15);
    // SCB's populations, rounded: 132,000, 75,000 and 12,000 of about 277,000.
    expect(share(count.get('2480') ?? 0)).toBeCloseTo(0.48, 2);
    expect(share(count.get('2482') ?? 0)).toBeCloseTo(0.27, 2);
    expect(share(count.get('2481') ?? 0)).toBeCloseTo(0.04, 2);
    expect(share(Math.min(...count.values()))).toBeGreaterThan(0.005);
  });

  it('has an address that looks like one', () => {
    for (const { address } of patients.slice(0, 2_000)) {
      expect(address).toMatch(
        /^[A-ZÅÄÖ][a-zåäöé]+ [1-9]\d?( [ABC])?, 9\d\d \d\d [A-ZÅÄÖ][a-zåäö]+$/,
      );
    }
  });
});
