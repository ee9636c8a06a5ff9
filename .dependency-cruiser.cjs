/**
 * Who may import whom. Imports point one way: kernel and engine are the ground, workflows stand on
 * them and on nothing else, libs/cases is where process meets database, the apps stand on top.
 * Type-only imports count too: a type from above is knowledge of what lies above.
 */

/** `npx hemgang` in a checkout: runs before anything is installed or built; no installation has it. */
const checkoutStarter = '^apps/cli/bin/';
// The bench is compiled without jest, which the index of libs/testing needs.
const benchGround = '^test/bench/ground\\.ts$';
const helpers = '^libs/(dev-services|testing)/';
const spec = '\\.(spec|contract|fixture|testing)\\.tsx?$';
/** Code that runs in a real installation; the web app is bundled and judged by its own rules. */
const production = '^(apps/(api|worker|cli)|libs/(?!dev-services/|testing/)[^/]+|workflows)/';
const npm = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

/** Everything under `from` (specs too) keeps away from `to`, except from what `allowed` matches. */
function forbid(name, comment, from, to, allowed) {
  return {
    name,
    comment,
    severity: 'error',
    from: typeof from === 'string' ? { path: from } : from,
    to: allowed === undefined ? { path: to } : { path: to, pathNot: allowed },
  };
}

const ours = '^(apps|libs|workflows|test)/';

const layers = [
  forbid(
    'kernel-is-the-ground',
    'kernel imports nothing of ours',
    '^libs/kernel/',
    ours,
    '^libs/kernel/',
  ),
  forbid(
    'engine-on-kernel',
    'engine imports only kernel',
    '^libs/engine/',
    ours,
    '^libs/(engine|kernel)/',
  ),
  forbid(
    'workflows-are-pure',
    'workflows import only engine, kernel and each other',
    '^workflows/',
    ours,
    '^(workflows|libs/(engine|kernel))/',
  ),
  forbid(
    'only-cases-knows-workflows',
    'libs/cases is the one place where process meets database',
    '^libs/(?!cases/|testing/)',
    '^workflows/',
    '^libs/',
  ),
  forbid(
    'cases-is-on-top-of-libs',
    'what libs/cases uses may not use libs/cases',
    '^libs/(?!cases/|testing/|dev-services/)',
    '^libs/cases/',
  ),
  forbid(
    'apps-use-cases',
    'apps reach process and database through libs/cases',
    { path: '^apps/', pathNot: '^apps/(cli|web)/' },
    '^(workflows|libs/store)/',
  ),
  forbid(
    'cli-computes-payment-alone',
    'the pure payment and settlement need no database; everything else goes through libs/cases',
    '^apps/cli/',
    '^(workflows|libs/store)/',
    '^workflows/(payment|settlement)/',
  ),
  forbid(
    'web-knows-the-contract-only',
    'the browser knows the generated client and the declarations of commands',
    '^apps/web/',
    ours,
    '^apps/web/|^workflows/[^/]+/commands(\\.ts$|/)',
  ),
  forbid('apps-stand-apart', 'an app is no library', '^apps/([^/]+)/', '^apps/', '^apps/$1/'),
  forbid(
    'nothing-imports-an-app',
    'only tests of the whole look into apps',
    '^(libs|workflows)/',
    '^(apps|test)/',
  ),
  forbid(
    'helpers-stay-out-of-production',
    'dev-services, testing and what only specs use never reach an installation',
    { path: `${production}|^apps/web/`, pathNot: `${spec}|${checkoutStarter}` },
    `${helpers}|${spec}`,
  ),
];

const shape = [
  {
    name: 'no-circles',
    comment:
      'modules that need each other at run time are one module or three; types may refer back',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  forbid(
    'libs-through-their-index',
    'a library is used through its index.ts',
    { path: '^libs/([^/]+)/', pathNot: helpers },
    '^libs/',
    '^libs/($1/|[^/]+/index\\.ts$)',
  ),
  forbid(
    'helpers-through-their-index',
    'testing and dev-services share files that also run where names are not mapped',
    helpers,
    '^libs/',
    `${helpers}|^libs/[^/]+/index\\.ts$`,
  ),
  forbid(
    'libs-through-their-index-from-outside',
    'a library is used through its index.ts',
    { path: '^(apps|workflows|test)/', pathNot: `${checkoutStarter}|${benchGround}` },
    '^libs/',
    '^libs/[^/]+/index\\.ts$',
  ),
  forbid(
    'workflows-through-their-index',
    'a workflow is used through its index.ts, and its helpers of tests by the tests of others',
    '^workflows/([^/]+)/',
    '^workflows/',
    '^workflows/($1/|[^/]+/index\\.ts$|[^/]+/[^/]+\\.testing\\.ts$)',
  ),
  forbid(
    'workflows-through-their-index-from-outside',
    'a workflow is used through its index.ts (the web app: its commands)',
    { path: '^(apps|libs|test)/', pathNot: '^apps/web/' },
    '^workflows/',
    // Helpers of their suites are open to other suites; the rule of helpers keeps production out.
    '^workflows/[^/]+/([^/]+\\.testing|index)\\.ts$',
  ),
  {
    name: 'every-import-resolves',
    comment: 'an import that resolves to nothing is checked by nobody (dist: only after a build)',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '^(\\.\\./)+dist/' },
  },
];

const packages = [
  {
    name: 'few-packages-in-pure-code',
    comment: 'engine, kernel and workflows: xstate, zod, temporal-polyfill, personnummer',
    severity: 'error',
    from: { path: '^(libs/(engine|kernel)|workflows)/', pathNot: spec },
    to: {
      dependencyTypes: npm,
      pathNot: '^node_modules/(xstate|zod|temporal-polyfill|personnummer)/',
    },
  },
  {
    name: 'no-io-in-pure-code',
    comment: 'of Node itself only pure functions: crypto for hashes, util for comparing',
    severity: 'error',
    from: { path: '^(libs/(engine|kernel)|workflows)/', pathNot: spec },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|util)$' },
  },
  forbid(
    'only-queue-knows-bullmq',
    'the port JobQueue hides which queue delivers',
    { path: ours, pathNot: '^(libs/(queue|testing)|test)/' },
    '^node_modules/(bullmq|ioredis)/',
  ),
  forbid(
    'only-store-knows-the-database',
    'SQL and entities stand in libs/store; only the migration of the queue must bring a client',
    {
      path: ours,
      pathNot: `^libs/(store|testing|dev-services)/|^libs/queue/migrate-queue\\.ts$|^test/|${spec}`,
    },
    '^node_modules/(typeorm|pg|@types/pg)/',
  ),
  {
    name: 'no-dev-packages-in-production',
    comment: 'an installation has only `dependencies`; add the package there',
    severity: 'error',
    from: { path: production, pathNot: spec },
    to: {
      dependencyTypes: ['npm-dev'],
      dependencyTypesNot: ['type-only'],
      pathNot: '^node_modules/@types/',
    },
  },
  {
    name: 'packages-are-declared',
    comment: 'a package that package.json does not name can vanish with any update',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...layers, ...shape, ...packages],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|apps/web/dist)/|^(apps|libs|workflows|test)/.+/generated/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
