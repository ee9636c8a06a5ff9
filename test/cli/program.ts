import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { waitUntil } from '@hemgang/dev-services';

const MAIN = join(__dirname, '..', '..', 'dist', 'programs', 'cli.js');

/** The built program as an operator runs it, in a process of its own. */
export interface Program {
  readonly out: () => string;
  readonly err: () => string;
  /** The exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
}

/** A busy machine may need long to start a process that loads everything. */
const SAYS_WITHIN_MS = 60_000;

/** Starts `hemgang …` in demo mode. */
export function startProgram(args: readonly string[], databaseUrl: string): Program {
  const child: ChildProcess = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, HEMGANG_MODE: 'demo' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return {
    out: () => out,
    err: () => err,
    ended: once(child, 'close').then(([code]) => code as number | null),
    kill: (signal) => child.kill(signal),
  };
}

/** Waits until the program has written the words. @throws Error when it is not in time */
export async function says(program: Program, words: string): Promise<void> {
  const hasSaid = await waitUntil(() => program.out().includes(words), SAYS_WITHIN_MS);
  if (!hasSaid) throw new Error(`Never said "${words}", but: ${program.out()}${program.err()}`);
}
