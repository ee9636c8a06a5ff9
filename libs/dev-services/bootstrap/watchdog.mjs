// Ends what its parent started when the parent is gone, however it went: standard input closes
// even at `kill -9`. Each line is {"guard": {pid, signals, graceMs}} or {"unguard": pid}.
// See ../watchdog.ts, which starts it.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 50;
const guarded = new Map();

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  if (message.guard) guarded.set(message.guard.pid, message.guard);
  else guarded.delete(message.unguard);
}
for (const target of [...guarded.values()].reverse()) await end(target);

async function end({ pid, signals, graceMs }) {
  for (const signal of signals) {
    if (!lives(Math.abs(pid))) break;
    send(pid, signal);
    const limit = performance.now() + graceMs;
    while (lives(Math.abs(pid)) && performance.now() < limit) await pause(POLL_MS);
  }
  // The leader of a group is gone; whoever of the group outlived it is killed.
  if (pid < 0) send(pid, 'SIGKILL');
}

/** A zombie has ended; in many containers nobody collects what our parent left behind. */
function lives(pid) {
  if (!send(pid, 0)) return false;
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return process.platform !== 'linux';
  }
}

/** False when no such process exists any more. */
function send(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}
