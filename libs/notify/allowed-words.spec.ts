import { instant } from '@hemgang/kernel';
import { allowedWords } from './allowed-words';
import { mailOf } from './message';

const titleOf = (kind: string) => ({ sv: `Gör ${kind}`, en: `Do ${kind}` });
const at = (hour: number) => instant(new Date(Date.UTC(2026, 2, 2, hour)));
const part = (caseId: string | null, kind: string | null, hour: number | null) => ({
  ...{ caseId, kind, acute: false },
  due: hour === null ? null : at(hour),
});

it('a message counts a case once, however many duties of it wait, the soonest kind first', () => {
  const parts = [part('a', 'b', 12), part('a', 'c', 9), part('b', 'b', 10), part('a', null, null)];
  const words = allowedWords(parts, 'https://h/1', titleOf);
  expect(words).toMatchObject({
    cases: 2,
    kinds: [
      { title: titleOf('c'), cases: 1, due: at(9) },
      { title: titleOf('b'), cases: 2, due: at(10) },
      { title: null, cases: 1, due: null },
    ],
  });
  expect(mailOf(words, 'sv').subject).toBe('2 ärenden väntar i Hemgång');
});

it('a message says of saved views that they are there to be read, and never as cases', () => {
  const views = [part(null, null, null), part(null, null, null)];
  const beside = allowedWords([...views, part('a', 'b', 12)], 'https://h/1', titleOf);
  expect(beside).toMatchObject({ cases: 1, views: 2, kinds: [{ title: titleOf('b'), cases: 1 }] });
  expect(mailOf(beside, 'sv').subject).toBe('1 ärende väntar i Hemgång');
  expect(mailOf(beside, 'sv').text).toContain('- 2 sparade vyer av statistiken\n');
  const alone = mailOf(allowedWords(views.slice(1), 'https://h/1', titleOf), 'en');
  expect(alone.subject).toBe('Statistics to read in Hemgång');
  expect(alone.text).toContain('- A saved view of the statistics\n');
});
