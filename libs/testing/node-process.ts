import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { checkoutRoot } from '../dev-services/checkout';
import { waitUntil } from '../dev-services/wait-until';
import { guard, unguard } from '../dev-services/watchdog';

/** A Node process that a spec started. */
export interface NodeProcess {
  pid: number;
  /** Everything written to stdout and stderr so far. */
  output(): string;
  /** Settles when the text has been written; rejects with the output when it is not in time. */
  says(text: string): Promise<void>;
  /** Exit code; null when a signal ended it. */
  ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
}

/** A process that has said nothing new for this long is stuck, even on a busy machine. */
const SAYS_LIMIT_MS = 30_000;
/** The supervisor itself needs up to 5 s to end its children. */
const END_GRACE_MS = 6_000;

/**
 * Runs a piece of JavaScript in a process of its own, in which `require` also takes TypeScript
 * files with relative imports. `env` is added to ours; undefined takes a variable away.
 */
export function startNode(script: string, env: NodeJS.ProcessEnv = {}): NodeProcess {
  const hook = join(checkoutRoot(), 'libs', 'testing', 'register-swc.cjs');
  const child: ChildProcess = spawn(process.execPath, ['--require', hook, '-e', script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const { pid } = child;
  if (pid === undefined) throw new Error('Node could not be started');
  // A run of jest that is ended from outside must not leave it behind.
  guard({ pid, signals: ['SIGTERM', 'SIGKILL'], graceMs: END_GRACE_MS });
  return {
    pid,
    output: () => output,
    async says(text) {
      const said = await waitUntil(() => output.includes(text), SAYS_LIMIT_MS);
      if (!said) throw new Error(`Never said "${text}", but:\n${output}`);
    },
    ended: once(child, 'exit').then(async ([code]) => {
      await unguard(pid);
      return code as number | null;
    }),
    kill: (signal) => child.kill(signal),
  };
}
