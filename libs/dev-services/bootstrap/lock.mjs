// Locks between processes of one checkout. A lock is a file that names its holder; a holder that
// was killed is recognised, and its lock taken over.
import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ownFolder } from './checkout.mjs';

const POLL_MS = 200;

/**
 * Takes the lock and gives `{ release }`, or `{ heldBy: pid }` when a living process has it.
 * The file appears by a hard link, which the system lets only one process make.
 */
export function tryLock(name) {
  mkdirSync(ownFolder, { recursive: true });
  const file = join(ownFolder, `${name}.lock`);
  const mine = `${file}.${process.pid}`;
  const content = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) });
  writeFileSync(mine, content);
  try {
    for (;;) {
      if (link(mine, file)) return { release: () => rmSync(file, { force: true }) };
      const holder = holderOf(file);
      if (holder !== null) return { heldBy: holder };
      discardStale(file, `${mine}.stale`);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Waits for the lock as long as its holder lives; `onWait(pid)` is told once. */
export async function lock(name, onWait) {
  for (let waited = false; ; waited = true) {
    const taken = tryLock(name);
    if (taken.release) return taken.release;
    if (!waited) onWait(taken.heldBy);
    await pause(POLL_MS);
  }
}

/** The number of the living process that holds the lock, or null. */
export function lockHolder(name) {
  return holderOf(join(ownFolder, `${name}.lock`));
}

function holderOf(file) {
  const content = read(file);
  if (content === null) return null;
  const { pid, identity } = JSON.parse(content);
  return processIdentity(pid) === identity ? pid : null;
}

/** Moves a dead holder's lock away; another process's fresh one that came between is put back. */
function discardStale(file, aside) {
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (holderOf(aside) !== null) link(aside, file);
  rmSync(aside, { force: true });
}

function link(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Tells a living process from a later one with the same number; null when none lives. As
 * ../process-identity.ts, which cannot be used before it is compiled.
 */
function processIdentity(pid) {
  if (process.platform !== 'linux') {
    const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return (ps.stdout ?? '').trim() || null;
  }
  const stat = read(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const boot = read('/proc/sys/kernel/random/boot_id')?.trim();
  return fields[0] === 'Z' || fields[0] === 'X' ? null : `${boot} ${fields[19]}`;
}
