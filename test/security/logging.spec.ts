import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, sourceTree } from '../architecture/source-tree';

const inventory = readFileSync(join(checkout, 'docs/security/logging.md'), 'utf8');

const programs = sourceTree().filter(
  ({ path }) =>
    /^(?:apps\/(?:api|worker)|libs\/(?!(?:testing|dev-services|demo)\/)[^/]+)\/.*\.ts$/.test(
      path,
    ) && !/\.(?:spec|fixture|contract)\.ts$/.test(path),
);

/** A call of the logger with its words: `log.warn({ … }, 'words')` or `this.log.warn('words', …)`. */
const CALL =
  /\b(?:(?:log|logger|options)\.(?:info|warn|error|fatal)|warn)\(((?:'(?:[^'\\]|\\.)*'|`[^`]*`|[^;'`])*?)\);/gs;
const WORDS = /'((?:[^'\\]|\\.){6,})'|`([^`]{6,})`/g;

/** What the programs say, with `…` for what is filled in. */
const said = [
  ...new Set(
    programs.flatMap(({ text }) =>
      [...text.matchAll(CALL)].flatMap(([, given = '']) =>
        [...given.matchAll(WORDS)].map(([, plain, filled = '']) =>
          (plain ?? filled).replaceAll(/\$\{[^}]*\}/g, '…'),
        ),
      ),
    ),
  ),
];

describe('the lines that the programs log', () => {
  it('are all in the inventory', () => {
    expect(said.length).toBeGreaterThan(15);
    expect(said.filter((words) => !inventory.includes(`\`${words}\``))).toEqual([]);
  });

  it('go to the one logger, which writes to standard output', () => {
    const others = programs.filter(({ text }) =>
      /console\.\w+\(|from 'node:fs\/promises'.*appendFile/.test(text),
    );
    expect(others.map(({ path }) => path)).toEqual([]);
    const making = programs.filter(({ text }) => /from 'pino'/.test(text)).map(({ path }) => path);
    expect(making).toEqual(['libs/observability/logger.ts']);
  });
});
