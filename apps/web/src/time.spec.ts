import { noteDateHeader } from './api/server-time';
import {
  formatAge,
  formatClock,
  formatDay,
  formatInstant,
  formatLocalDay,
  fromLocalInput,
  toLocalInput,
} from './time';

describe('times on the screen', () => {
  beforeEach(() => noteDateHeader('Thu, 26 Nov 2026 12:00:00 GMT'));

  it('are Swedish, in winter and in summer', () => {
    expect(formatInstant('2026-11-26T12:00:00.000Z', 'sv')).toBe('tor 26/11 13:00');
    expect(formatInstant('2026-07-02T12:00:00.000Z', 'en')).toBe('Thu 2/7 14:00');
    expect(formatClock('2026-11-26T23:05:59.999Z')).toBe('00:05');
    expect(formatDay('2026-11-26T23:05:59.999Z')).toBe('2026-11-27');
  });

  it.each([
    ['2025-12-31T22:59:00.000Z', 'ons 31/12 2025 23:59'],
    ['2025-12-31T23:00:00.000Z', 'tor 1/1 00:00'],
    ['2026-12-31T22:59:00.000Z', 'tor 31/12 23:59'],
    ['2026-12-31T23:00:00.000Z', 'fre 1/1 2027 00:00'],
  ])('say of which year they are when it is not the one of now: %s', (at, text) => {
    expect(formatInstant(at, 'sv')).toBe(text);
    const [day] = /^.*(?= )/.exec(text) ?? [];
    expect(formatLocalDay(toLocalInput(at).slice(0, 10), 'sv')).toBe(day);
  });

  it('count the year by the Swedish clock', () => {
    noteDateHeader('Thu, 31 Dec 2026 23:30:00 GMT');
    expect(formatInstant('2026-12-31T22:00:00.000Z', 'sv')).toBe('tor 31/12 2026 23:00');
    expect(formatInstant('2027-01-02T12:00:00.000Z', 'en')).toBe('Sat 2/1 13:00');
  });

  it.each([
    [59_000, '0 min'],
    [14 * 60_000, '14 min'],
    [134 * 60_000, '2 h 14 min'],
    [27 * 3_600_000, '1 dag 3 h'],
    [80 * 3_600_000, '3 dagar'],
    [-5_000, '0 min'],
  ])('tell %d ms as %s', (ageMs, text) => {
    expect(formatAge(ageMs, 'sv').replaceAll('\u00a0', ' ')).toBe(text);
  });
});

describe('a date-and-time field', () => {
  it.each([
    ['an ordinary winter hour', '2026-01-15T08:30', '2026-01-15T07:30:00.000Z'],
    ['an ordinary summer hour', '2026-07-15T08:30', '2026-07-15T06:30:00.000Z'],
    ['the last minute before summer time', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['the first minute of summer time', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['an hour that comes twice: the first', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['the hour after it', '2026-10-25T03:30', '2026-10-25T02:30:00.000Z'],
  ])('means Swedish time: %s', (_what, local, instant) => {
    expect(fromLocalInput(local)).toBe(instant);
    expect(toLocalInput(instant)).toBe(local);
  });

  it('gives an hour that summer time skips the same distance into the next one', () => {
    expect(fromLocalInput('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('gives nothing for a text that is no time', () => {
    expect(fromLocalInput('')).toBeNull();
    expect(fromLocalInput('i morgon')).toBeNull();
  });
});
