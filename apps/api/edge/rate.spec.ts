import fc from 'fast-check';
import { RateCounter } from './rate';

const MINUTE = 60_000;

describe('a rate', () => {
  let now = 0;
  const counter = (times: number, keysMax?: number) =>
    new RateCounter({ times, perMs: MINUTE }, () => now, keysMax);

  beforeEach(() => {
    now = 1_000;
  });

  it('lets the whole number through at once, and not one more', () => {
    const rate = counter(3);
    expect([1, 2, 3].map(() => rate.count('a'))).toMatchObject([
      { allowed: true, left: 2 },
      { allowed: true, left: 1 },
      { allowed: true, left: 0 },
    ]);
    expect(rate.count('a')).toMatchObject({ allowed: false, left: 0, waitMs: 20_000 });
  });

  it('does not count what it refuses: who waits as told gets in', () => {
    const rate = counter(3);
    for (let n = 0; n < 50; n += 1) rate.count('a');
    now += 19_999;
    expect(rate.count('a').allowed).toBe(false);
    now += 1;
    expect(rate.count('a').allowed).toBe(true);
    expect(rate.count('a').allowed).toBe(false);
  });

  it('counts each caller for itself', () => {
    const rate = counter(1);
    expect(['a', 'b', 'a'].map((key) => rate.count(key).allowed)).toEqual([true, true, false]);
  });

  it('is full again after its span', () => {
    const rate = counter(5);
    for (let n = 0; n < 5; n += 1) rate.count('a');
    now += MINUTE;
    expect(rate.count('a')).toMatchObject({ allowed: true, left: 4 });
  });

  it('remembers so many callers and no more, and forgets first who may do everything anyhow', () => {
    const rate = counter(1, 2);
    rate.count('old');
    now += MINUTE - 1;
    rate.count('new');
    now += 1;
    rate.count('third');
    expect(rate.count('new').allowed).toBe(false);
    rate.count('fourth');
    expect(rate.count('fourth').allowed).toBe(false);
  });

  it('never lets more through in any span than twice its number', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 50, maxLength: 400 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), gaps, (times, waits) => {
        const rate = counter(times);
        const passed = waits.flatMap((wait) => {
          now += wait;
          return rate.count('a').allowed ? [now] : [];
        });
        const most = passed.map((from) => passed.filter((at) => at >= from && at < from + MINUTE));
        return most.every((span) => span.length <= 2 * times);
      }),
      { numRuns: 100 },
    );
  });
});
