import fc from 'fast-check';
import Personnummer from 'personnummer';
import { birthDate, isUnder18, parsePatientNumber } from './patient-number';

const YEAR = 2026;

/** The problem's words, to see that it is the right one. */
function problemOf(text: string, year = YEAR): string {
  const parsed = parsePatientNumber(text, year);
  return 'problem' in parsed ? parsed.problem.en : `accepted as ${parsed.kind}`;
}

// Every number here is one of Skatteverket's published test numbers, or derived from one.
describe('a personnummer', () => {
  it.each([
    ['199001012385', '199001012385'],
    ['19900101-2385', '199001012385'],
    ['900101-2385', '199001012385'],
    ['9001012385', '199001012385'],
    [' 900101 2385 ', '199001012385'],
    ['900101–2385', '199001012385'], // a dash from a word processor
    ['189001019802', '189001019802'],
    ['202402292383', '202402292383'],
    ['240229-2383', '202402292383'],
    ['000229-2399', '200002292399'],
    ['000101+9801', '190001019801'],
    ['19000101+9801', '190001019801'],
  ])('"%s" is read as %s', (text, value) => {
    expect(parsePatientNumber(text, YEAR)).toEqual({ kind: 'personnummer', value });
  });

  it('takes its century from the year it is read in: + from the year one turns 100', () => {
    const nineteen = { kind: 'personnummer', value: '190402299812' };
    expect(parsePatientNumber('040229-9812', 2003)).toEqual(nineteen);
    expect(parsePatientNumber('040229+9812', 2004)).toEqual(nineteen);
    expect(parsePatientNumber('040229+9812', 2026)).toEqual(nineteen);
    expect(parsePatientNumber('040229-9812', 2026)).toMatchObject({ value: '200402299812' });
  });

  it.each([
    ['19900101238', /12 digits/],
    ['1990010123855', /12 digits/],
    ['', /12 digits/],
    ['21900101-2385', /12 digits/],
    ['900101*2385', /12 digits/],
    ['٩٩٠٠١٠١٢٣٨٥', /12 digits/],
    ['199001010009', /000/],
    ['199013012385', /does not exist/],
    ['199002302385', /does not exist/],
    ['190002292385', /does not exist/],
    ['199001002385', /does not exist/],
    ['203001012385', /future/],
    ['199001012386', /check digit/],
    ['199001102385', /check digit/],
  ])('"%s" is refused with words that say why', (text, why) => {
    expect(problemOf(text)).toMatch(why);
  });

  it('is refused with words in both languages that never repeat it', () => {
    const parsed = parsePatientNumber('199001012386', YEAR);
    if (!('problem' in parsed)) throw new Error('accepted a wrong check digit');
    expect(parsed.problem.sv).toContain('Kontrollsiffran');
    expect(JSON.stringify(parsed)).not.toMatch(/1990|2386/);
  });

  it('is judged as the public personnummer package judges it', () => {
    const digits = fc.tuple(
      fc.integer({ min: 1890, max: YEAR }),
      fc.integer({ min: 0, max: 13 }),
      fc.oneof(fc.integer({ min: 0, max: 32 }), fc.integer({ min: 61, max: 92 })),
      fc.integer({ min: 0, max: 9_999 }),
    );
    const pad = (value: number, length: number): string => String(value).padStart(length, '0');
    fc.assert(
      fc.property(digits, ([year, month, day, last]) => {
        const text = `${year}${pad(month, 2)}${pad(day, 2)}${pad(last, 4)}`;
        // The package does not know that month 00 is possible in a samordningsnummer.
        fc.pre(!(month === 0 && day > 60));
        expect('value' in parsePatientNumber(text, YEAR)).toBe(Personnummer.valid(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it('is found among all ten check digits exactly once, and any wrong digit is noticed', () => {
    const place = fc.integer({ min: 8, max: 11 });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 9 }), (index, step) => {
        const right = '199001012385';
        const wrongDigit = (Number(right[index]) + step) % 10;
        const wrong = `${right.slice(0, index)}${wrongDigit}${right.slice(index + 1)}`;
        expect(problemOf(wrong)).toMatch(/check digit|000/);
      }),
    );
  });
});

describe('a samordningsnummer', () => {
  it.each([
    ['202601612381', '202601612381'],
    ['191401682396', '191401682396'],
    ['140168+2396', '191401682396'],
    ['191500722390', '191500722390'], // month of birth not known
    ['191711602399', '191711602399'], // day of birth not known
  ])('"%s" is read as %s', (text, value) => {
    expect(parsePatientNumber(text, YEAR)).toEqual({ kind: 'samordningsnummer', value });
  });

  it.each([
    ['202601922380', /does not exist/], // day 32
    ['202602892380', /does not exist/], // 29 February 2026
    ['202613612380', /does not exist/],
    ['202601502380', /does not exist/], // day 50 is neither kind
    ['202601612382', /check digit/],
  ])('"%s" is refused with words that say why', (text, why) => {
    expect(problemOf(text)).toMatch(why);
  });
});

describe('a reservnummer', () => {
  it.each(['VB2026000123', 'vb2026000123', 'VB2026-000123', ' VB 2026 000123 '])(
    '"%s" is read in its one spelling',
    (text) => {
      expect(parsePatientNumber(text, YEAR)).toEqual({
        kind: 'reservnummer',
        value: 'VB2026000123',
      });
    },
  );

  it.each(['VB202600012', 'VB1926000123', 'AC2026000123', 'VB20260001234'])(
    '"%s" is refused',
    (text) => {
      expect(problemOf(text)).toMatch(/12 digits/);
    },
  );
});

describe('the day of birth', () => {
  it.each([
    ['199001012385', '1990-01-01'],
    ['202402292383', '2024-02-29'],
    ['191401682396', '1914-01-08'],
    ['191500722390', null],
    ['191711602399', null],
    ['VB2026000123', null],
  ])('of %s is %s', (value, expected) => {
    expect(birthDate(value)).toBe(expected);
  });
});

describe('somebody', () => {
  it.each([
    ['2008-03-03', '2026-03-02', true],
    ['2008-03-03', '2026-03-03', false],
    ['2008-02-29', '2026-02-28', true],
    ['2008-02-29', '2026-03-01', false],
    ['1946-05-29', '2026-03-02', false],
  ])('born %s is a child on %s: %s', (born, on, expected) => {
    expect(isUnder18(born, on)).toBe(expected);
  });
});
