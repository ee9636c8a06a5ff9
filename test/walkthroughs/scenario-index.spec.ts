import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCitation } from '@hemgang/kernel';
import { scenariosOf } from './narrative';

const INDEX = join(__dirname, '../../docs/scenarios.md');
const FOLDER = join(__dirname, '../../docs/scenarios');

/** What stands in the index above its table. */
const BEGINNING = `# Scenarios

Turns that a real stay takes, each told in a nurse's words and carried out word for word over HTTP by
\`test/walkthroughs\`. \`UPDATE_DOCS=1 npx jest test/walkthroughs/scenario-index\` makes this list from the files.

`;

const scenarios = readdirSync(FOLDER)
  .sort()
  .flatMap((file) =>
    scenariosOf(readFileSync(join(FOLDER, file), 'utf8')).map(([name, text]) => ({
      file,
      name,
      rule: /^Regel: (.+)$/m.exec(text)?.[1] ?? '',
    })),
  );

function index(): string {
  const rows = [
    ['scenario', 'rule', 'file'],
    ...scenarios.map(({ name, rule, file }) => [name, rule, `[${file}](scenarios/${file})`]),
  ];
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const line = (row: readonly string[], fill: string) =>
    `| ${row.map((cell, column) => cell.padEnd(width(column), fill)).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  const lines = [line(head, ' '), line(['', '', ''], '-'), ...rest.map((row) => line(row, ' '))];
  return `${BEGINNING}${lines.join('\n')}\n`;
}

describe('the scenarios', () => {
  it('rest each on a rule of the rule table', () => {
    expect(scenarios.filter(({ rule }) => !isCitation(rule))).toEqual([]);
  });

  it('have names of their own', () => {
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
  });

  it('are all in docs/scenarios.md (UPDATE_DOCS=1 writes it)', () => {
    const current = index();
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(INDEX, current);
    expect(readFileSync(INDEX, 'utf8')).toBe(current);
  });
});
