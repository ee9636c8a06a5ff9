import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from './source-tree';

const OXFMT = join(checkout, 'node_modules', 'oxfmt', 'bin', 'oxfmt');

/** The text as `npm run check` wants it in a file of this name. */
export function formatted(name: string, text: string): string {
  const args = [OXFMT, '--stdin-filepath', name];
  return execFileSync(process.execPath, args, { cwd: checkout, input: text, encoding: 'utf8' });
}
