import { hinders, isBlocked } from './blocks';

const NOW = '2026-03-02T10:00:00.000Z';
const LATER = '2026-03-02T10:30:00.000Z';
const block = { unit: 'psyk', releasedUntil: null };

describe('a spärr', () => {
  it.each([
    ['keeps what its unit wrote from the others', 'psyk', 'medicin', null, true],
    ['keeps nothing from the unit itself', 'psyk', 'psyk', null, false],
    ['keeps nothing that others wrote', 'kirurgi', 'medicin', null, false],
    ['keeps nothing that the system wrote', null, 'medicin', null, false],
    ['gives way while it is released', 'psyk', 'medicin', LATER, false],
    ['holds again from the moment the release ends', 'psyk', 'medicin', NOW, true],
  ])('%s', (_, author, unit, releasedUntil, isKept) => {
    expect(isBlocked([{ ...block, releasedUntil }], author, { unit }, NOW)).toBe(isKept);
  });
});

describe('an objection', () => {
  it.each([
    ['STATUTORY_MIN', false],
    ['OSL_25_12', false],
    ['OSL_26_9', false],
    ['OSL_10_2', false],
    ['CONSENT', true],
    ['NO_HARM', true],
    ['SAME_REGION_CARE', true],
    ['SAME_MUNICIPALITY_CARE', true],
    ['OSL_25_13', true],
    ['PSL_6_12', true],
  ])('to a disclosure by %s hinders it: %s', (basis, isHindered) => {
    expect(hinders(NOW, basis)).toBe(isHindered);
    expect(hinders(null, basis)).toBe(false);
  });
});
