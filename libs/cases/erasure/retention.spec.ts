import { dueFrom, fileKind, latestDay, RETENTION, type HeldFile } from './retention';

const file = (more: Partial<HeldFile>): HeldFile => ({
  form: 'authority',
  units: ['municipal-social'],
  aboutChild: false,
  last: '2026-03-10T12:00:00.000Z',
  number: '201502100000',
  ...more,
});

describe('how long a file is kept', () => {
  it.each([
    ['a ward', { units: ['ward'] }, 'health-journal'],
    ['municipal health care', { units: ['municipal-health'] }, 'health-journal'],
    ['both sides of one authority', { units: ['municipal-social', 'rehab'] }, 'health-journal'],
    ['no unit that can be named', { units: [] }, 'health-journal'],
    ['social services', {}, 'social-personakt'],
    ['social services, a child at risk', { aboutChild: true }, 'child-protection'],
    ['a private provider', { form: 'private', units: ['home-care'] }, 'private-social'],
  ] as const)('%s: %j', (_, more, kind) => {
    expect(fileKind(file(more))).toBe(kind);
  });

  it('ten, five or two whole years after the last entry', () => {
    const due = (kind: keyof typeof RETENTION) => dueFrom(file({}), RETENTION[kind]);
    expect(due('health-journal')).toBe('2036-03-10');
    expect(due('social-personakt')).toBe('2031-03-10');
    expect(due('private-social')).toBe('2028-03-10');
  });

  it('by the Swedish day of the entry', () => {
    const late = file({ last: '2026-03-10T23:30:00.000Z' });
    expect(dueFrom(late, RETENTION['social-personakt'])).toBe('2031-03-11');
  });

  it('until a person is thirty when a child was at risk, and for good when her age is not known', () => {
    const rule = RETENTION['child-protection'];
    expect(dueFrom(file({ number: '201502100000' }), rule)).toBe('2045-02-10');
    expect(dueFrom(file({ number: '199502100000' }), rule)).toBe('2031-03-10');
    expect(dueFrom(file({ number: null }), rule)).toBeNull();
  });

  it('and what must go has gone at the end of the next calendar year', () => {
    expect(latestDay('2031-03-10')).toBe('2032-12-31');
  });
});
