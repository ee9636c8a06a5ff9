import { errorName } from './queue-errors';

describe('the name of an error', () => {
  it('is its name and code', () => {
    expect(errorName(new RangeError('x'))).toBe('RangeError');
    expect(errorName(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toBe(
      'Error ECONNREFUSED',
    );
    expect(errorName(Object.assign(new Error('x'), { name: 'error', code: '23505' }))).toBe(
      'error 23505',
    );
  });

  it('never is what somebody wrote in it', () => {
    const text = 'Tolvan Tolvansson';
    const error = Object.assign(new Error(text), { name: text, code: text });
    for (const thrown of [error, text, null, undefined, { message: text }]) {
      expect(errorName(thrown)).toBe('Error');
    }
  });
});
