import { languageOf } from './language';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'sv'],
    ['', 'sv'],
    ['*', 'sv'],
    ['sv', 'sv'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['en-GB,en;q=0.9,sv;q=0.8', 'en'],
    ['sv;q=0.8, en;q=0.9', 'en'],
    ['fi, en;q=0.5, sv;q=0.5', 'en'],
    ['fi, de', 'sv'],
    ['en;q=0', 'sv'],
    ['en;q=2, sv;q=0.1', 'sv'],
    ['en;q=abc', 'sv'],
    ['fi;q=1, *;q=0.1', 'sv'],
    ['engelska', 'sv'],
  ] as const)('for %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
