import { Attempt } from './attempt';

describe('an attempt', () => {
  const typed = { '/text': 'Hemtjänst' };

  it('is repeated unchanged, key and body, as long as nobody knows what came of it', () => {
    const attempt = new Attempt();
    const first = attempt.command(typed, () => ({ at: 'first' }));
    expect(attempt.command({ ...typed }, () => ({ at: 'second' }))).toEqual(first);
  });

  it('is another one after an answer, and after the person changed anything', () => {
    const attempt = new Attempt();
    const keys = [attempt.command(typed, () => ({})).key];
    attempt.decided();
    keys.push(attempt.command(typed, () => ({})).key);
    keys.push(attempt.command({ '/text': 'Trygghetslarm' }, () => ({})).key);
    expect(new Set(keys).size).toBe(3);
  });
});
