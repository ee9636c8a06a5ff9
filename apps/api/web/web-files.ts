import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Where vite leaves the built web app, from the top of the checkout or the image. */
const WEB_DIST = join('apps', 'web', 'dist');

/** The built web app as it was when the process started; a new build means a new start. */
export interface WebFiles {
  readonly folder: string;
  /** Paths from the folder, with forward slashes; empty when the web app has not been built. */
  readonly paths: ReadonlySet<string>;
}

/**
 * Lists the files of the web app. Only what is listed is ever sent, so no address leads out of the
 * folder.
 * @param from a folder inside the checkout or the image; package.json marks its top
 */
export function webFiles(from: string): WebFiles {
  const folder = join(topOf(from), WEB_DIST);
  const paths = existsSync(folder) ? filesUnder(folder) : [];
  return { folder, paths: new Set(paths) };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));
}

function topOf(folder: string): string {
  const above = join(folder, '..');
  if (existsSync(join(folder, 'package.json')) || above === folder) return folder;
  return topOf(above);
}
