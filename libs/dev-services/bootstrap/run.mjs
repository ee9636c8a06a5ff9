import { spawn } from 'node:child_process';
import { root } from './checkout.mjs';

/** 128 + the number of SIGTERM, as a shell reports a program that a signal ended. */
const ENDED_BY_SIGNAL = 143;

/**
 * Runs a Node program of this checkout or of a package, without npx and its warnings, and gives its
 * exit code. `stdout` may be 'ignore', an open file, or 2 to show it as progress on stderr; `stderr` an open file.
 */
export function runNode(args, options = {}) {
  return runProgram(process.execPath, args, options);
}

/** As `runNode`, for any program. Signals that ask us to end are passed on, and waited for. */
export function runProgram(program, args, options) {
  const { stdout = 'inherit', stderr = 'inherit', cwd = root, env = process.env } = options;
  const child = spawn(program, args, { cwd, env, stdio: ['inherit', stdout, stderr] });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const passOn = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      for (const signal of signals) process.off(signal, passOn);
      resolve(code ?? ENDED_BY_SIGNAL);
    });
  });
}
