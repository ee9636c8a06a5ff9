import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';

/** A file of the project as the house rules see it. */
export interface SourceFile {
  /** From the top of the checkout, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export const checkout = resolve(__dirname, '../..');

/** Made by a program; nobody reads or edits them. */
const made = new Set(['node_modules', 'dist', 'generated', 'coverage', 'package-lock.json']);
/** Hidden folders belong to tools and editors, except the one with our checks. */
const ours = /^(?!\.).|^\.ci$|^\..*rc\.json$|^\..*\.cjs$/;
const text = /(\.(ts|tsx|mts|mjs|cjs|js|json|md|css|html|sql|ya?ml|example)|Dockerfile|\/run)$/;

/** Every text file that people write, read anew from the disk. */
export function sourceTree(): SourceFile[] {
  return filesUnder('').map((path) => ({ path, text: readFileSync(join(checkout, path), 'utf8') }));
}

/** The folders directly under libs/. */
export function libraries(): string[] {
  return readdirSync(join(checkout, 'libs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(checkout, folder), { withFileTypes: true })
    .filter(({ name }) => ours.test(name) && !made.has(name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(path);
      return text.test(path) ? [path] : [];
    });
}
