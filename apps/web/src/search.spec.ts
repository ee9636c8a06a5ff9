import { isFoundBy } from './search';

describe('a search', () => {
  const text = 'Linus Åström Medicinavdelning 2, NUS';

  it.each(['', 'linus', 'åst med', 'NUS linus', '2', 'medicinavdelning 2,'])(
    'finds by the beginnings of words: %s',
    (search) => expect(isFoundBy(search, text)).toBe(true),
  );

  it.each(['inus', 'linus karin', 'ast', '3'])('finds by nothing else: %s', (search) =>
    expect(isFoundBy(search, text)).toBe(false),
  );
});
