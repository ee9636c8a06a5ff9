const { availableParallelism } = require('node:os');

/** ESM-only packages that jest, which runs CommonJS, must transform. */
const esmOnly = [
  '@nestjs',
  '@fastify',
  'content-disposition',
  'cookie',
  'temporal-polyfill',
  'temporal-utils',
];

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{apps,libs,workflows,test}/**/*.spec.ts'],
  // One PostgreSQL for the run; a suite that needs a database gets its own (libs/testing).
  globalSetup: '<rootDir>/libs/testing/jest-global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/jest-global-teardown.ts',
  // Much of each suite is waiting, for a database or for time to pass: one worker more than there are
  // cores. The full run loads the machine by itself.
  maxWorkers: availableParallelism() + (process.env.HEMGANG_FULL === '1' ? 0 : 1),
  // Hooks start servers; on a busy machine that takes longer than jest's five seconds.
  testTimeout: 60_000,
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
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
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper: {
    '^@hemgang/([^/]+)$': '<rootDir>/libs/$1/index.ts',
    '^@workflows/([^/]+)$': '<rootDir>/workflows/$1/index.ts',
  },
};
