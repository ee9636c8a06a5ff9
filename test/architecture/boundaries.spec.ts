import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { checkout } from './source-tree';

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

interface Cruise {
  readonly modules: readonly unknown[];
  readonly summary: { readonly violations: readonly Violation[] };
}

const config = join(checkout, '.dependency-cruiser.cjs');
/** Reading every import of the tree takes seconds, on a busy machine many. */
const CRUISE_MS_MAX = 120_000;

async function cruise(folder: string, under: readonly string[]): Promise<Cruise> {
  const program = join(checkout, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, ...under, '--config', config, '--output-type', 'json', '--no-progress'],
    { cwd: folder, maxBuffer: 256 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as Cruise;
}

/** One small file per forbidden import: who, what it imports, the rule that must object. */
const forbidden: readonly (readonly [from: string, imported: string, rule: string])[] = [
  ['libs/kernel/bad.ts', '@hemgang/engine', 'kernel-is-the-ground'],
  ['libs/engine/bad.ts', '@hemgang/store', 'engine-on-kernel'],
  ['libs/engine/bad.ts', '@workflows/sip', 'engine-on-kernel'],
  ['libs/engine/bad.ts', 'axios', 'few-packages-in-pure-code'],
  ['libs/engine/bad.ts', 'node:fs', 'no-io-in-pure-code'],
  ['workflows/sip/bad.ts', '@hemgang/store', 'workflows-are-pure'],
  ['workflows/sip/bad.ts', '../payment/ledger', 'workflows-through-their-index'],
  ['libs/reporting/bad.ts', '@workflows/payment', 'only-cases-knows-workflows'],
  ['libs/store/bad.ts', '@hemgang/cases', 'cases-is-on-top-of-libs'],
  ['libs/cases/bad.ts', '../store/rows', 'libs-through-their-index'],
  ['libs/testing/bad.ts', '../store/rows', 'helpers-through-their-index'],
  ['libs/cases/bad.ts', 'typeorm', 'only-store-knows-the-database'],
  [
    'libs/cases/bad.ts',
    '../../workflows/payment/ledger',
    'workflows-through-their-index-from-outside',
  ],
  ['libs/queue/bad.ts', 'pg', 'only-store-knows-the-database'],
  ['libs/notify/bad.ts', 'bullmq', 'only-queue-knows-bullmq'],
  ['libs/notify/bad.ts', 'ioredis', 'only-queue-knows-bullmq'],
  ['libs/notify/bad.ts', 'fast-check', 'no-dev-packages-in-production'],
  ['libs/notify/bad.ts', 'undeclared', 'packages-are-declared'],
  ['libs/notify/bad.ts', './nowhere', 'every-import-resolves'],
  ['libs/notify/bad.ts', '../../apps/api/main', 'nothing-imports-an-app'],
  ['libs/notify/bad.ts', '@hemgang/testing', 'helpers-stay-out-of-production'],
  ['apps/api/bad.ts', './rows.fixture', 'helpers-stay-out-of-production'],
  ['apps/worker/bad.ts', '@hemgang/dev-services', 'helpers-stay-out-of-production'],
  ['apps/api/bad.ts', '@hemgang/store', 'apps-use-cases'],
  ['apps/api/bad.ts', '@workflows/payment', 'apps-use-cases'],
  ['apps/api/bad.ts', '../worker/main', 'apps-stand-apart'],
  ['apps/api/bad.ts', '../../libs/store/rows', 'libs-through-their-index-from-outside'],
  ['apps/cli/bad.ts', '@workflows/sip', 'cli-computes-payment-alone'],
  ['apps/web/bad.ts', '@hemgang/kernel', 'web-knows-the-contract-only'],
  ['apps/web/bad.ts', '@workflows/sip', 'web-knows-the-contract-only'],
  ['libs/notify/bad.ts', './circle', 'no-circles'],
];

/** Imports that look alike and are allowed, so that no rule forbids everything. */
const allowed: readonly (readonly [from: string, imported: string])[] = [
  ['libs/engine/good.ts', '@hemgang/kernel'],
  ['libs/engine/good.ts', 'node:crypto'],
  ['libs/engine/good.ts', 'xstate'],
  ['libs/engine/good.spec.ts', 'fast-check'],
  ['workflows/sip/good.ts', '@hemgang/engine'],
  ['workflows/sip/good.ts', '@workflows/payment'],
  ['libs/cases/good.ts', '@hemgang/store'],
  ['libs/cases/good.ts', '@workflows/sip'],
  ['libs/cases/good.spec.ts', '@hemgang/testing'],
  ['libs/testing/good.ts', '../dev-services/wait'],
  ['libs/store/good.ts', 'typeorm'],
  ['libs/queue/good.ts', 'bullmq'],
  ['apps/api/good.ts', '@hemgang/cases'],
  ['apps/cli/good.ts', '@workflows/payment'],
  ['apps/web/good.ts', '../../workflows/sip/commands'],
];

const modules = [
  ...['kernel', 'engine', 'cases', 'store', 'testing', 'dev-services'].map(
    (library) => `libs/${library}/index.ts`,
  ),
  ...[
    'libs/store/rows.ts',
    'libs/dev-services/wait.ts',
    'apps/api/main.ts',
    'apps/api/rows.fixture.ts',
    'apps/worker/main.ts',
  ],
  ...['workflows/sip/index.ts', 'workflows/sip/commands.ts'],
  ...['workflows/payment/index.ts', 'workflows/payment/ledger.ts'],
];
const packages = ['axios', 'bullmq', 'ioredis', 'pg', 'typeorm', 'xstate'];

/** A checkout in small, with the imports above and packages that are empty. */
function samples(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hemgang-boundaries-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { flag: 'a' });
  };
  for (const path of modules) write(path, 'export const value = 1;\n');
  for (const [from, imported] of [...forbidden, ...allowed]) {
    write(from, `import '${imported}';\n`);
  }
  write('libs/notify/circle.ts', "import './bad';\n");
  for (const name of [...packages, 'fast-check', 'undeclared']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0' }));
    write(`node_modules/${name}/index.js`, 'module.exports = {};\n');
  }
  write(
    'package.json',
    JSON.stringify({
      dependencies: Object.fromEntries(packages.map((name) => [name, '1.0.0'])),
      devDependencies: { 'fast-check': '1.0.0' },
    }),
  );
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        paths: { '@hemgang/*': ['./libs/*/index.ts'], '@workflows/*': ['./workflows/*/index.ts'] },
      },
    }),
  );
  return folder;
}

describe('imports point one way', () => {
  it(
    'in this tree',
    async () => {
      const { modules: read, summary } = await cruise(checkout, [
        'apps',
        'libs',
        'workflows',
        'test',
      ]);
      expect(read.length).toBeGreaterThan(50);
      expect(
        summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
      ).toEqual([]);
    },
    CRUISE_MS_MAX,
  );
});

describe('the boundary rules', () => {
  let folder: string;
  let found: string[];

  beforeAll(async () => {
    folder = samples();
    const { summary } = await cruise(folder, ['apps', 'libs', 'workflows']);
    found = summary.violations.map(({ from, rule }) => `${from} ${rule.name}`);
  }, CRUISE_MS_MAX);

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(forbidden)('%s may not import %s', (from, _imported, rule) => {
    expect(found).toContainEqual(expect.stringContaining(`${from} ${rule}`));
  });

  it('let the ordinary imports pass', () => {
    expect(found.filter((line) => line.includes('good'))).toEqual([]);
  });

  it('are all tried here', () => {
    const { forbidden: rules } = jest.requireActual<{ forbidden: { name: string }[] }>(config);
    const tried = new Set(forbidden.map(([, , rule]) => rule));
    expect(rules.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });
});
