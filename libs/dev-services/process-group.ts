import { spawn, type ChildProcess } from 'node:child_process';
import { guard, unguard } from './watchdog';
import { waitUntil } from './wait-until';

/** A running program with everything it started. */
export interface ProcessGroup {
  pid: number;
  /** Standard output when it was asked for as a pipe. */
  stdout: ChildProcess['stdout'];
  /** The exit code; null when a signal ended it. */
  ended: Promise<number | null>;
  /** Asks the whole group to end and kills what does not; settles when the program is gone. */
  stop(): Promise<void>;
}

/** What to run. */
export interface ProgramStart {
  /** Arguments of Node: the script and its own arguments. */
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** File descriptors or `pipe`/`inherit` for stdout and stderr. */
  output: [number | 'pipe' | 'inherit', number | 'pipe' | 'inherit'];
}

/** A request in work may finish; together with the database's end this stays under 5 s. */
const STOP_GRACE_MS = 3_000;

/**
 * Starts a Node program in a process group of its own: a Ctrl-C in the terminal reaches only us,
 * and we end the programs in our order. The group ends with us, whatever happens.
 */
export function startGroup({ args, cwd, env, output }: ProgramStart): ProcessGroup {
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', ...output],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`Node could not be started for ${args.join(' ')}`);
  guard({ pid: -pid, signals: ['SIGTERM', 'SIGKILL'], graceMs: STOP_GRACE_MS });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      // Grandchildren that outlived their parent.
      signalGroup(pid, 'SIGKILL');
      void unguard(-pid).then(() => resolve(code));
    });
  });
  return { pid, stdout: child.stdout, ended, stop: () => stopGroup(child, pid, ended) };
}

async function stopGroup(child: ChildProcess, pid: number, ended: Promise<unknown>): Promise<void> {
  const isGone = (): boolean => child.exitCode !== null || child.signalCode !== null;
  if (!isGone()) {
    signalGroup(pid, 'SIGTERM');
    if (!(await waitUntil(isGone, STOP_GRACE_MS))) signalGroup(pid, 'SIGKILL');
  }
  await ended;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody is left in the group, which is what was wanted.
  }
}
