import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of this checkout: the nearest one above that has a package.json. The same code runs
 * from `libs/` (tests) and from `dist/libs/` (service), so the path cannot be counted in dots.
 */
export function checkoutRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json above ${__dirname}`);
    folder = parent;
  }
  return folder;
}
