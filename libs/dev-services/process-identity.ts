import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A word that tells one living process from a later one with the same number, or null when no such
 * process lives. Process numbers are reused, in containers after every restart, so a number in a
 * file proves nothing and must never be signalled alone.
 */
export function processIdentity(pid: number): string | null {
  if (process.platform === 'linux') return linuxIdentity(pid);
  const ps = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [state, ...started] = ps.stdout.trim().split(/\s+/);
  return state === undefined || started.length === 0 || state.startsWith('Z')
    ? null
    : started.join(' ');
}

/** Start time in ticks since boot (field 22 of proc_pid_stat(5)) together with the boot's own id. */
function linuxIdentity(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program name (field 2) may hold blanks and brackets, so count from its closing bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const dead = fields[0] === 'Z' || fields[0] === 'X';
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return dead ? null : `${boot} ${fields[19]}`;
  } catch {
    return null;
  }
}
