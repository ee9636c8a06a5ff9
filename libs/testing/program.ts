import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that some suites need and that npm does not bring. */
export type Program = 'redis-server' | 'chromium' | 'openssl';

/** Names under which a program is installed, by Debian's package or by others. */
const EXECUTABLES: Record<Program, string[]> = {
  'redis-server': ['redis-server', 'valkey-server'],
  openssl: ['openssl'],
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
};

/** Path of the program, or null when PATH does not lead to it. */
export function pathOf(program: Program): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = EXECUTABLES[program].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
