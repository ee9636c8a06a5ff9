import { spawnSync } from 'node:child_process';
import { checkout } from './source-tree';

interface Finding {
  readonly ruleId: string | null;
  readonly line: number;
}

/** A cold start with types takes seconds, on a busy machine many. */
const LINT_MS_MAX = 120_000;

/** Lints texts as if they stood in files; one start of eslint for all of them. */
const LINT = `
  const { ESLint } = require('eslint');
  const texts = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  const eslint = new ESLint();
  Promise.all(texts.map(([filePath, text]) => eslint.lintText(text, { filePath })))
    .then((results) => console.log(JSON.stringify(results.map(([{ messages }]) => messages))));`;

/** What eslint says about lines if they stood in these files; the broken rules of each line of each file. */
function lint(files: readonly (readonly [path: string, lines: readonly string[]])[]): string[][][] {
  const input = JSON.stringify(files.map(([path, lines]) => [path, lines.join('\n')]));
  const options = { cwd: checkout, input, encoding: 'utf8' } as const;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', LINT], options);
  if (stdout === '') throw new Error(stderr);
  const found = JSON.parse(stdout) as Finding[][];
  return files.map(([, lines], file) =>
    lines.map((_, index) =>
      found[file]!.filter(({ line }) => line === index + 1).map(({ ruleId }) => String(ruleId)),
    ),
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

const ownImports = 'no-restricted-imports';
const library = [
  "import '@midas-ds/components/button';",
  "import 'react-aria-components';",
  "import '@react-aria/focus';",
  "import '@midas-ds/theme/variables.css';",
  '<button />;',
  "import '@midas-ds/components';",
];
/** What each place may not have of it. */
const web: Record<string, readonly (string | null)[]> = {
  'pages/sips.tsx': [ownImports, ownImports, ownImports, ownImports, ownSyntax, ownImports],
  'main.tsx': [ownImports, ownImports, ownImports, null, ownSyntax, ownImports],
  'ui/button.tsx': [null, null, null, null, null, ownImports],
};

let inPureCode: string[][];
let inTheWebApp: string[][][];

beforeAll(() => {
  const ofTheWebApp = Object.keys(web).map((path) => [`apps/web/src/${path}`, library] as const);
  const pure = ['libs/kernel/instant.ts', [...Object.keys(bad), ...good]] as const;
  [inPureCode = [], ...inTheWebApp] = lint([pure, ...ofTheWebApp]);
}, LINT_MS_MAX);

describe('in the web app the linter', () => {
  it.each(Object.entries(web))('keeps the design system behind ui: %s', (path, rules) => {
    const found = inTheWebApp[Object.keys(web).indexOf(path)] ?? [];
    const ours = found.map(
      (broken) => broken.find((rule) => [ownImports, ownSyntax].includes(rule)) ?? null,
    );
    expect(ours).toEqual(rules);
  });
});

describe('in pure code the linter', () => {
  const broken = Object.entries(bad);

  it.each(broken)('stops %s', (line, rule) => {
    expect(inPureCode[Object.keys(bad).indexOf(line)]).toContain(rule);
  });

  it.each(good)('lets pass %s', (line) => {
    expect(inPureCode[broken.length + good.indexOf(line)]).toEqual([]);
  });
});
