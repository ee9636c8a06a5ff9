const { availableParallelism } = require('node:os');

/**
 * Suites of the full run only: they last twelve seconds to two minutes, since they start whole services, live
 * through days, read every page, walk to every place, take servers away or do on Redis what another
 * does on PostgreSQL, and other suites of `npm test` go the same way with less.
 */
const OF_FULL_RUN = [
  'test/architecture/(boundaries|lint-rules)',
  'test/api/(audit|declared-methods|dev-idp|held-doors|invalid-inputs|mass-assignment|problems|process|protected-markers)',
  'test/audit/(gallring|restore|tampering)',
  'test/browser/(accessibility|conflict|hardening|main-tasks|permissions|reservrutin|settlement|sign-in|time|ward|worklist)',
  'test/chaos/(clock|crowd|exhausted|postgres-lost|redis-lost|stopping)',
  'test/cli/(doctor|program|seeded-settlements|seeding|stay-scripts|verify)',
  'test/e2e/(database-roles|database-tls|killed-processes|refreshed-figures|restored-backup|linked-facts.redis|notices.redis)',
  'test/simulation/(after-a-month|recount-courses|simulate)',
  'test/versions/(live-cases|side-by-side)',
  'libs/cases/(external-units|unit-closing)',
  'libs/dev-services/supervisor',
  'libs/demo/story-plan',
  'libs/queue/job-queue.redis',
  'libs/store/database-clock',
  'workflows/(reachability|discharge/liveness)',
].map((path) => `<rootDir>/${path}`);

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  // Suites of one process share what they load: a third of all the work of a run.
  testEnvironment: '<rootDir>/libs/testing/jest-environment.cjs',
  runtime: '<rootDir>/libs/testing/jest-runtime.cjs',
  testSequencer: '<rootDir>/libs/testing/jest-sequencer.cjs',
  testMatch: ['<rootDir>/{apps,libs,workflows,test}/**/*.spec.ts'],
  // One PostgreSQL for the run; a suite that needs a database gets its own (libs/testing).
  globalSetup: '<rootDir>/libs/testing/jest-global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/jest-global-teardown.ts',
  // Suites wait for servers, browsers and queues: three of them keep two processors busy.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // Hooks start servers; on a busy machine that takes longer than jest's five seconds.
  testTimeout: 60_000,
  testPathIgnorePatterns: [
    '/node_modules/',
    '/dist/',
    ...(process.env.HEMGANG_FULL === '1' ? [] : OF_FULL_RUN),
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.hemgang/'],
  transform: {
    '^.+\\.(t|m?j)sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true, tsx: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^@hemgang/([^/]+)$': '<rootDir>/libs/$1/index.ts',
    '^@workflows/([^/]+)$': '<rootDir>/workflows/$1/index.ts',
  },
};
