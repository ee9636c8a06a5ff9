// Where this checkout and its own files are. Everything in this folder is plain JavaScript without
// packages, because it runs before anything is installed.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Data and locks of this checkout; ignored by git. */
export const ownFolder = join(root, '.hemgang');

/** Progress is for people: it goes to stderr, so that stdout carries results alone. */
export function say(message) {
  process.stderr.write(`${message}\n`);
}
