import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { checkoutRoot } from './checkout';

/** A process that must not outlive us, and how it is asked to end. */
export interface GuardedProcess {
  /** Process number; negative for a whole process group, as in kill(2). */
  pid: number;
  /** Signals to send one after another until the process is gone. */
  signals: NodeJS.Signals[];
  /** How long each signal may take, in milliseconds. */
  graceMs: number;
}

let watchdog: ChildProcess | null = null;
const guarded = new Set<number>();

/**
 * From now on the process ends with us, even when we are killed without a chance to tidy up: a
 * small process of ours holds the other end of a pipe, and when the pipe closes it ends what is
 * still guarded, the newest first. There is one such process however much is guarded.
 */
export function guard(target: GuardedProcess): void {
  watchdog ??= startWatchdog();
  guarded.add(target.pid);
  watchdog.stdin?.write(`${JSON.stringify({ guard: target })}\n`);
}

/** Call when the process has ended. After the last one the watchdog ends too. */
export async function unguard(pid: number): Promise<void> {
  if (!guarded.delete(pid) || watchdog === null) return;
  watchdog.stdin?.write(`${JSON.stringify({ unguard: pid })}\n`);
  if (guarded.size > 0) return;
  const idle = watchdog;
  watchdog = null;
  idle.ref();
  const ended = idle.exitCode === null && idle.signalCode === null ? once(idle, 'exit') : null;
  idle.stdin?.end();
  await ended;
}

function startWatchdog(): ChildProcess {
  const script = join(checkoutRoot(), 'libs', 'dev-services', 'bootstrap', 'watchdog.mjs');
  // Detached: a Ctrl-C in the terminal must not reach it before it has done its work.
  const child = spawn(process.execPath, [script], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Should it be killed, our writes fail; that must not take us down. The next start tidies up.
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  return child;
}
