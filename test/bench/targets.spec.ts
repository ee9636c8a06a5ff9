import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMet, TARGETS, targetText, type Target } from './targets';

const PAGE = join(__dirname, '..', '..', 'docs', 'performance.md');

/** The rows of the page's first table, cells without the spaces around them. */
function listed(): string[][] {
  const [targets = ''] = readFileSync(PAGE, 'utf8').split('\n## ');
  return targets
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (promise|-)/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('the targets of the bench', () => {
  it('are those that docs/performance.md lists', () => {
    const rows = Object.values(TARGETS).map(({ promise, unit, must, aim }: Target) => [
      promise,
      unit,
      targetText({ promise, unit, must, aim: null }),
      aim === null ? '–' : String(aim),
    ]);
    expect(rows).toEqual(listed());
  });

  it('are met from one side', () => {
    const { 'commands at 32 clients': rate, 'a single timer': late } = TARGETS;
    expect([isMet(rate, 0.6), isMet(rate, 0.59)]).toEqual([true, false]);
    expect([isMet(late, 250), isMet(late, 251)]).toEqual([true, false]);
  });
});
