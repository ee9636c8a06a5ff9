import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from './source-tree';

interface Finding {
  readonly ruleId: string | null;
  readonly line: number;
}

/** A cold start with types takes seconds, on a busy machine many. */
const LINT_MS_MAX = 120_000;

/** What eslint says about the lines if they stood in this file; the broken rules of each line. */
function lint(path: string, lines: readonly string[]): string[][] {
  const eslint = join(checkout, 'node_modules/eslint/bin/eslint.js');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [eslint, '--stdin', '--stdin-filename', path, '--format', 'json'],
    { cwd: checkout, input: lines.join('\n'), encoding: 'utf8' },
  );
  if (stdout === '') throw new Error(stderr);
  const [{ messages }] = JSON.parse(stdout) as [{ messages: Finding[] }];
  return lines.map((_, index) =>
    messages.filter(({ line }) => line === index + 1).map(({ ruleId }) => String(ruleId)),
  );
}

const ownSyntax = 'no-restricted-syntax';
const bad: Record<string, string> = {
  'export const clock1 = Date.now();': ownSyntax,
  'export const clock2 = new Date();': ownSyntax,
  'export const clock3 = Date();': ownSyntax,
  'export const clock4 = Temporal.Now.instant();': ownSyntax,
  'export const chance1 = Math.random();': ownSyntax,
  'export const chance2 = randomUUID();': ownSyntax,
  'export const chance3 = crypto.randomUUID();': ownSyntax,
  'export const machine1 = { guard: () => true };': ownSyntax,
  'export const machine2 = { entry: [() => 1] };': ownSyntax,
  'export const machine3 = setup({}).createMachine({ after: {} });': ownSyntax,
  "export const machine4 = { type: 'final' };": ownSyntax,
  'actor.start();': ownSyntax,
  "export const lazy = import('@hemgang/store');": ownSyntax,
  'export function six(a: 1, b: 2, c: 3, d: 4, e: 5, f: 6) { return [a, b, c, d, e, f]; }':
    ownSyntax,
  "console.log('x');": 'no-console',
  'export const loose: any = 1;': '@typescript-eslint/no-explicit-any',
  'Promise.resolve(1);': '@typescript-eslint/no-floating-promises',
  '[1].forEach(async () => { await Promise.resolve(1); });':
    '@typescript-eslint/no-misused-promises',
  'export function part(x: 1 | 2) { switch (x) { case 1: return 1; } return 2; }':
    '@typescript-eslint/switch-exhaustiveness-check',
  "import { Text } from './text'; export type T = Text;":
    '@typescript-eslint/consistent-type-imports',
};
const good = [
  'export const time = new Date(0).getTime();',
  "export const state = { guard: 'isReady', entry: ['notify'], actions: { notify: () => 1 } };",
  "export const fileSystem = import('node:fs');",
];

describe('in pure code the linter', () => {
  const broken = Object.entries(bad);
  let found: string[][];

  beforeAll(() => {
    found = lint('libs/kernel/instant.ts', [...Object.keys(bad), ...good]);
  }, LINT_MS_MAX);

  it.each(broken)('stops %s', (line, rule) => {
    expect(found[Object.keys(bad).indexOf(line)]).toContain(rule);
  });

  it.each(good)('lets pass %s', (line) => {
    expect(found[broken.length + good.indexOf(line)]).toEqual([]);
  });
});
