import { instant } from '@hemgang/kernel';
import fc from 'fast-check';
import { writtenInstant } from './sql-types';

describe('a time as the database writes it', () => {
  it('is the same instant, plain, in JSON, in UTC and in another zone', () => {
    const time = fc.integer({ min: 0, max: 4_102_444_800_000 });
    fc.assert(
      fc.property(time, (ms) => {
        const at = instant(ms);
        const [day = '', clock = ''] = at.slice(0, -1).split('T');
        // PostgreSQL leaves out what of a fraction is nought.
        const said = clock.replace(/\.000$|(?<=\.\d{1,2})0{1,2}$/, '');
        expect(writtenInstant(`${day} ${said}+00`)).toBe(at);
        expect(writtenInstant(`${day}T${said}+00:00`)).toBe(at);
        const there = new Date(ms + 2 * 3_600_000).toISOString().slice(0, -1).replace('T', ' ');
        expect(writtenInstant(`${there}+02`)).toBe(at);
      }),
    );
  });
});
