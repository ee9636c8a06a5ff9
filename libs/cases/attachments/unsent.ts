import { createHash } from 'node:crypto';
import { HOUR_MS } from '@hemgang/kernel';

/** So many files a unit may have in one case that no message names yet. */
export const UNSENT_MAX = 20;

/** So long a message may name a file that was sent before it. */
export const UNSENT_MS = 24 * HOUR_MS;

/** SHA-256 of a file, hexadecimal. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
