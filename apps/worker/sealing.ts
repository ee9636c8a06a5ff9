import { readFile } from 'node:fs/promises';
import { CheckpointFolder, ErasureFolder, readKeys, type Sealer } from '@hemgang/access';
import type { Service } from '@hemgang/cases';
import type { Config } from '@hemgang/config';

/** What is committed is sealed so soon; nobody waits for it. */
export const SEAL_ROUND_MS = 1_000;

/**
 * The sealer of this worker, with the key and the folder that the environment names.
 * @throws Error in production without a key, and when the file holds none
 */
export async function sealerOf(
  service: Service,
  { mode, sealKeyFile, checkpointFolder }: Config,
  warn: (message: string, fields: Readonly<Record<string, string | number>>) => void,
): Promise<Sealer> {
  if (sealKeyFile === undefined && mode === 'production') {
    throw new Error('SEAL_KEY_FILE must name the file of the private key that signs the seals.');
  }
  if (sealKeyFile === undefined) warn('seals are not signed: SEAL_KEY_FILE is not set', {});
  const keys = sealKeyFile === undefined ? [] : readKeys(await readFile(sealKeyFile, 'utf8'));
  const folder = checkpointFolder === undefined ? null : new CheckpointFolder(checkpointFolder);
  const controllers = (): readonly string[] =>
    service.directory().rows.controllers.map(({ id }) => id);
  return service.auditing.audit.sealer({ keys, folder, controllers });
}

/**
 * Repeats what was erased and is here again because the database was restored (record 24): nobody has
 * to remember it. Without a restore there is nothing to do.
 * @returns how many erasures were carried out anew
 * @throws Error when the database has been restored and the list of erasures cannot be relied on: the
 *   worker must not start, or what was erased would be served again
 */
export async function repeatErasures(
  { auditing }: Service,
  { checkpointFolder }: Config,
  warn: (message: string, fields: Readonly<Record<string, string | number>>) => void,
): Promise<number> {
  const folder = checkpointFolder === undefined ? null : new ErasureFolder(checkpointFolder);
  const { isAwaited, fault, erased } = await auditing.gallring.repeat(folder);
  if (fault !== null) {
    const { code, where } = fault;
    if (isAwaited) {
      throw new Error(
        `The database has been restored and the list of erasures is ${code} (${where}): ` +
          'see Restoring in docs/runbook.md.',
      );
    }
    warn('the list of erasures cannot be relied on after a restore', { code, where });
  }
  return erased.length;
}
