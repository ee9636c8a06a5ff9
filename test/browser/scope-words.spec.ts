import { scopesOf } from '@hemgang/cases';
import { registryInUse } from '@hemgang/testing';
import { scopeWords } from '../../apps/web/src/administration/scope-words';

it('each scope that a program may be given has words in both languages, and no other has', () => {
  const scopes = scopesOf(registryInUse().newest.map(({ definition }) => definition));
  expect(Object.keys(scopeWords).sort()).toEqual([...scopes].sort());
  expect(Object.values(scopeWords).every(({ sv, en }) => sv !== '' && en !== '')).toBe(true);
});
