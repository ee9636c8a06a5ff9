import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder } from './checkout.mjs';
import { lockHolder } from './lock.mjs';

/**
 * Address of the embedded database and mode of the Hemgång that runs from this checkout, as
 * environment variables for a command that joins it; null when none runs.
 */
export function runningEnvironment() {
  if (lockHolder('run') === null) return null;
  try {
    const { url, mode, roles } = JSON.parse(readFileSync(join(ownFolder, 'postgres.json'), 'utf8'));
    return { DATABASE_URL: url, HEMGANG_MODE: mode, ...roles };
  } catch (error) {
    // It runs but has no embedded database (yet).
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
