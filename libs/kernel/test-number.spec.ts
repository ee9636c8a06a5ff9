import { isTestNumber, refuseTestNumber } from './test-number';

const NEWER_SERIES = [
  '199001012385',
  '200002292399',
  '202402292383',
  '202601612381',
  '191401682396',
];
const OLDER_SERIES = ['189001019802', '190402299812', '198611239883', '198501139995'];

describe('test numbers', () => {
  it.each([...NEWER_SERIES, ...OLDER_SERIES])('%s is recognised', (value) => {
    expect(isTestNumber(value)).toBe(true);
  });

  it.each([
    ['born 1990 or later, birth number 980', '199001019802'],
    ['born before 1990, birth number 238', '198001012380'],
    ['born before 1990, birth number 979', '198001019790'],
    ['a samordningsnummer with birth number 980', '198001619800'],
    ['born 1990 or later, birth number 240', '199001012400'],
    ['a reservnummer', 'VB2026000123'],
  ])('%s is none', (_, value) => {
    expect(isTestNumber(value)).toBe(false);
    expect(refuseTestNumber(value)).toBeNull();
  });
});

describe('the guard of a production system', () => {
  it.each(NEWER_SERIES)('refuses %s without repeating it', (value) => {
    expect(refuseTestNumber(value)).toEqual({ code: 'TEST_NUMBER_REFUSED' });
  });

  it.each(OLDER_SERIES)('refuses %s, a number of the older series, too', (value) => {
    expect(refuseTestNumber(value)?.code).toBe('TEST_NUMBER_REFUSED');
  });
});
