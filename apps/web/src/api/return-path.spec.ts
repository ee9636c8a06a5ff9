import { choiceThenBackTo, returnPathIn, signInAddress } from './return-path';

const NOTICE = '/avisering/0198c0de-0000-7000-8000-000000000001';

describe('the way back to the page that somebody came for', () => {
  it('is told to the provider’s sign-in, and to the choice of an assignment', () => {
    expect(signInAddress('siths', NOTICE, false)).toBe(
      `/api/v1/sign-in/siths?next=${encodeURIComponent(NOTICE)}`,
    );
    expect(signInAddress('siths', '/', true)).toBe('/api/v1/sign-in/siths?fresh=true');
    expect(signInAddress('siths', '/', false)).toBe('/api/v1/sign-in/siths');
    const choice = new URL(choiceThenBackTo(NOTICE), 'https://hemgang.example');
    expect(choice.pathname).toBe('/uppdrag');
    expect(returnPathIn(choice.search)).toBe(NOTICE);
  });

  it.each([
    ...['//evil.test', 'https://evil.test', '/\\evil.test', 'javascript:alert(1)', '/a?b=c'],
    ...['/a#b', '/%2Fevil.test', '/a.b', '', `/${'a'.repeat(200)}`],
  ])('never leads to another site: %s', (path) => {
    expect(returnPathIn(`?vidare=${encodeURIComponent(path)}`)).toBe('/');
    expect(choiceThenBackTo(path)).toBe('/uppdrag');
    expect(signInAddress('siths', path, false)).toBe('/api/v1/sign-in/siths');
  });

  it('is the start when nothing is said', () => expect(returnPathIn('')).toBe('/'));
});
