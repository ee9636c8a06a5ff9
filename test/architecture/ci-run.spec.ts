import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from './source-tree';

/** What the npm of a sample checkout does at each step, in shell. */
interface Steps {
  readonly check?: string;
  readonly test?: string;
}

const folder = mkdtempSync(join(tmpdir(), 'hemgang-ci-run-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a copy of .ci/run where npm and the browser are small scripts. */
function ciRun({ check = 'true', test = 'true' }: Steps) {
  const program = (name: string, script: string): void => {
    writeFileSync(join(folder, 'bin', name), `#!/bin/bash\n${script}\n`, { mode: 0o755 });
  };
  mkdirSync(join(folder, 'bin'), { recursive: true });
  mkdirSync(join(folder, '.ci'), { recursive: true });
  copyFileSync(join(checkout, '.ci/run'), join(folder, '.ci/run'));
  program('chromium', 'true');
  program('redis-server', 'true');
  program(
    'npm',
    `case "$*" in
      'run check') ${check} ;;
      'run test:full') ${test} ;;
      *) exit 9 ;;
    esac`,
  );
  const { status, stdout } = spawnSync(join(folder, '.ci/run'), {
    env: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin` },
    encoding: 'utf8',
  });
  return { status, lastLine: stdout.trimEnd().split('\n').at(-1) };
}

const sum = (line: string, status = 0): string =>
  `echo "some suite"; echo "${line}"; exit ${status}`;

describe('.ci/run', () => {
  it('says that its suites contain those of npm test', () => {
    expect(readFileSync(join(checkout, '.ci/run'), 'utf8')).toContain('npm test');
  });

  it('ends with the sum over all suites and success', () => {
    expect(ciRun({ test: sum('120 passed, 0 failed, 0 skipped') })).toEqual({
      status: 0,
      lastLine: '120 passed, 0 failed, 0 skipped',
    });
  });

  it('fails when a test failed, whatever npm adds after the sum', () => {
    const test = `echo "119 passed, 1 failed, 0 skipped"; echo "npm error" >&2; exit 1`;
    expect(ciRun({ test })).toEqual({ status: 1, lastLine: '119 passed, 1 failed, 0 skipped' });
  });

  it('fails when a test was skipped', () => {
    expect(ciRun({ test: sum('119 passed, 0 failed, 1 skipped') })).toEqual({
      status: 1,
      lastLine: '119 passed, 0 failed, 1 skipped',
    });
  });

  it('counts a failed check and still runs the suites', () => {
    expect(ciRun({ check: 'exit 1', test: sum('120 passed, 0 failed, 0 skipped') })).toEqual({
      status: 1,
      lastLine: '120 passed, 1 failed, 0 skipped',
    });
  });

  it.each([
    ['the suites end without a sum', { test: 'echo "Segmentation fault"' }],
    ['no test ran', { test: sum('0 passed, 0 failed, 0 skipped') }],
  ])('fails when %s', (_name, steps) => {
    expect(ciRun(steps)).toEqual({ status: 1, lastLine: '0 passed, 1 failed, 0 skipped' });
  });

  it('fails when npm fails although no test did', () => {
    expect(ciRun({ test: sum('120 passed, 0 failed, 0 skipped', 1) })).toEqual({
      status: 1,
      lastLine: '120 passed, 1 failed, 0 skipped',
    });
  });
});
