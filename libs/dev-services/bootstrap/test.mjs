// `npm test [-- arguments of jest]`: installs and builds what is missing, runs the suites, and ends
// with the line `N passed, N failed, N skipped` and jest's exit code. With `--full` as the first
// argument (`npm run test:full`) the fault suites run with their full counts.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './checkout.mjs';
import { ensureBuilt, ensureInstalled, main } from './ensure.mjs';
import { runNode } from './run.mjs';

/** Debian's packages of the programs that some suites need; see libs/testing/describe-with.ts. */
const INSTALL_COMMANDS = {
  'redis-server': 'apt-get install -y redis-server',
  openssl: 'apt-get install -y openssl',
  chromium: 'apt-get install -y chromium',
};

/** So many suites are kept by how long they lasted. */
const LONGEST = 60;

const full = process.argv[2] === '--full';
const args = process.argv.slice(full ? 3 : 2);

await main(async () => {
  await ensureInstalled();
  // Some suites start the real programs.
  await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'hemgang-jest-'));
  const file = join(folder, 'result.json');
  try {
    const jest = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${file}`];
    const env = full ? { ...process.env, HEMGANG_FULL: '1' } : process.env;
    // Jest reports on stderr; its stdout would be the result once more.
    const code = await runNode([...jest, ...args], { stdout: 'ignore', env });
    const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
    if (result !== null) nameMissingPrograms(result);
    if (result !== null && args.length === 0) keep(result);
    console.log(sumLine(result, code));
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A suite that could not even be loaded holds no test and counts as one failure. */
function sumLine(result, code) {
  const passed = result?.numPassedTests ?? 0;
  const unloadable = result?.numRuntimeErrorTestSuites ?? (code === 0 ? 0 : 1);
  const failed = (result?.numFailedTests ?? 0) + unloadable;
  const skipped = (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0);
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** For `npm run results`: how a whole run went. */
function keep(result) {
  const tests = result.testResults.flatMap(({ name, status, assertionResults }) => {
    const suite = relative(root, name);
    const own = assertionResults.map(({ fullName, status: ended }) => ({
      suite,
      title: fullName,
      status: ended,
    }));
    const unloadable = status === 'failed' && own.every((each) => each.status !== 'failed');
    return unloadable ? [...own, { suite, title: 'could not be loaded', status }] : own;
  });
  const lasted = result.testResults.map(({ name, startTime, endTime }) => ({
    suite: relative(root, name),
    seconds: Math.round((endTime - startTime) / 1_000),
  }));
  const [passed, failed, skipped] = sumLine(result, 0).match(/\d+/g).map(Number);
  const kept = {
    counts: full ? 'full' : 'quick',
    at: new Date().toISOString(),
    seconds: Math.round((Date.now() - result.startTime) / 1_000),
    ...{ passed, failed, skipped },
    failures: tests.filter(({ status }) => status === 'failed'),
    skips: tests.filter(({ status }) => status === 'pending').map(({ title }) => title),
    // Where the time of a run goes.
    longest: lasted.sort((a, b) => b.seconds - a.seconds).slice(0, LONGEST),
  };
  const folder = join(root, 'test-results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'suites.json'), `${JSON.stringify(kept, null, 2)}\n`);
}

function nameMissingPrograms({ testResults }) {
  const titles = testResults.flatMap((suite) => suite.assertionResults.map(({ title }) => title));
  for (const [program, command] of Object.entries(INSTALL_COMMANDS)) {
    const hindered = titles.filter((title) => title === `needs ${program}, which is not installed`);
    if (hindered.length === 0) continue;
    console.log(`${hindered.length} skipped because ${program} is missing: ${command}`);
  }
}
