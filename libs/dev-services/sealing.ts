import { generateKeyPairSync } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a demo's worker needs in order to sign its seals, as environment variables: a key of its own,
 * made at the first start, and the folder in which controllers find their checkpoints.
 */
export function sealing(ownFolder: string): Readonly<Record<string, string>> {
  const keyFile = join(ownFolder, 'seal-key.pem');
  if (!existsSync(keyFile)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(keyFile, pem, { mode: 0o600 });
  }
  return { SEAL_KEY_FILE: keyFile, CHECKPOINT_FOLDER: join(ownFolder, 'checkpoints') };
}
