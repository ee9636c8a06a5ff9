import fc from 'fast-check';
import { instant } from '../instant';
import { addDays, daysBetween } from './local-date';
import { instantAt, localDate } from './local-time';
import { paymentStart } from './payment-start';
import { sundayRule } from './public-holidays';

const statute = { time: '12:00', atCutoffIsLate: false, freeDays: 3 };

/** Nights that the municipality pays for. */
function nights(start: string, dischargedOn: string): number {
  return Math.max(0, daysBetween(start, dischargedOn));
}

describe('payment by the statute', () => {
  it.each([
    ['in time on a Monday', '2026-03-02', '10:15', '2026-03-05', '2026-03-05', 0],
    ['one minute late on a Monday', '2026-03-02', '12:01', '2026-03-06', '2026-03-09', 3],
    ['on a Friday: the weekend counts', '2026-03-06', '11:00', '2026-03-09', '2026-03-10', 1],
    ['the second notice after a revoked one', '2026-03-06', '13:30', '2026-03-10', '2026-03-12', 2],
    ['the decision on open compulsory care', '2026-03-03', '13:10', '2026-03-07', '2026-03-08', 1],
    ['over midsummer, holidays count', '2026-06-18', '09:00', '2026-06-21', '2026-06-22', 1],
    ['over New Year', '2026-12-30', '15:00', '2027-01-03', '2027-01-03', 0],
    ['over a leap day', '2028-02-27', '08:00', '2028-03-01', '2028-03-01', 0],
    ['over the change to summer time', '2026-03-27', '12:00', '2026-03-30', '2026-03-31', 1],
    ['on the day of the change back', '2026-10-25', '12:01', '2026-10-29', '2026-10-30', 1],
  ])('notice %s', (_, date, time, start, dischargedOn, paidNights) => {
    const computed = paymentStart(instantAt(date, time), statute);
    expect(computed).toBe(start);
    expect(nights(computed, dischargedOn)).toBe(paidNights);
  });

  it('begins no period that ends by revocation before its first day', () => {
    const start = paymentStart(instantAt('2026-03-02', '09:00'), statute);
    expect(nights(start, '2026-03-04')).toBe(0);
  });

  it('counts exactly 12:00:00 as in time and the first millisecond after it as late', () => {
    const noon = Date.parse(instantAt('2026-03-02', '12:00'));
    expect(paymentStart(instant(noon), statute)).toBe('2026-03-05');
    expect(paymentStart(instant(noon + 1), statute)).toBe('2026-03-06');
  });

  it('equals the Stockholm rule that day 0, 1 and 2 are free', () => {
    const sentAt = instantAt('2026-03-02', '10:00');
    const stockholm = paymentStart(sentAt, { ...statute, atCutoffIsLate: true });
    expect(stockholm).toBe('2026-03-05');
    expect(stockholm).toBe(paymentStart(sentAt, statute));
  });

  it('is three or four days after the notice, whenever that is sent', () => {
    const ms = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2035, 11, 31) });
    fc.assert(
      fc.property(ms, (sentMs) => {
        const days = daysBetween(
          localDate(instant(sentMs)),
          paymentStart(instant(sentMs), statute),
        );
        const noonMs = Date.parse(instantAt(localDate(instant(sentMs)), '12:00'));
        expect(days).toBe(sentMs > noonMs ? 4 : 3);
      }),
    );
  });
});

describe('payment by an agreement', () => {
  const noon = instantAt('2026-03-02', '12:00');

  it('can make the cut-off itself late', () => {
    expect(paymentStart(noon, { ...statute, atCutoffIsLate: true })).toBe('2026-03-06');
  });

  it('can have another time and other free days', () => {
    expect(paymentStart(noon, { ...statute, time: '14:00', freeDays: 5 })).toBe('2026-03-07');
    expect(paymentStart(noon, { ...statute, freeDays: 0 })).toBe('2026-03-02');
  });

  it.each([
    { ...statute, freeDays: -1 },
    { ...statute, freeDays: 1.5 },
    { ...statute, time: '25:00' },
    { ...statute, time: '12' },
  ])('refuses the meaningless policy %j', (policy) => {
    expect(() => paymentStart(noon, policy)).toThrow(RangeError);
  });
});

describe('the last day for the kallelse', () => {
  it('is three days after the notice, and Monday when that is a Saturday', () => {
    const strict = addDays(localDate(instantAt('2026-03-04', '09:00')), 3);
    expect(strict).toBe('2026-03-07');
    expect(sundayRule(strict)).toBe('2026-03-09');
  });
});
