import {
  createCipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import type { Instant } from '@hemgang/kernel';
import type { SnapshotKey } from '@hemgang/store';

/** Before the 32 bytes of an X25519 public key, in its DER form (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');

const KEY_BYTES = 32;
const IV_BYTES = 12;
const FORMAT = 'hemgang-snapshot-1';

/** Whose page it is and when it was made; stands in the file for everybody to read. */
export interface SnapshotHead {
  readonly unit: string;
  readonly madeAt: Instant;
}

/**
 * Seals a page to a unit's key (record 31): an ephemeral X25519 key, HKDF-SHA-256, AES-256-GCM. The
 * head is bound to it, so that no other file's head fits.
 * @returns a JSON text that `reservrutin.html` opens
 * @throws Error when nothing can be sealed to the key
 */
export function sealed(html: string, { unit, madeAt }: SnapshotHead, key: SnapshotKey): string {
  const recipient = publicKeyOf(key.publicKey);
  const own = generateKeyPairSync('x25519');
  const ephemeral = rawOf(own.publicKey);
  const shared = diffieHellman({ privateKey: own.privateKey, publicKey: recipient });
  const salt = Buffer.concat([ephemeral, key.publicKey]);
  const secret = Buffer.from(hkdfSync('sha256', shared, salt, FORMAT, KEY_BYTES));
  const iv = randomBytes(IV_BYTES);
  const head = JSON.stringify({
    ...{ format: FORMAT, unit, madeAt, iterations: key.iterations },
    salt: key.salt.toString('base64'),
    recipient: key.publicKey.toString('base64'),
    ephemeral: ephemeral.toString('base64'),
    iv: iv.toString('base64'),
  });
  const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(Buffer.from(head));
  const bytes = [cipher.update(html, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return JSON.stringify({ head, data: Buffer.concat(bytes).toString('base64') });
}

/** Whether these 32 bytes are a public key that something can be sealed to. */
export function canSealTo(publicKey: Buffer): boolean {
  try {
    const { privateKey } = generateKeyPairSync('x25519');
    diffieHellman({ privateKey, publicKey: publicKeyOf(publicKey) });
    return true;
  } catch {
    return false;
  }
}

function publicKeyOf(raw: Buffer): KeyObject {
  return createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, raw]),
    format: 'der',
    type: 'spki',
  });
}

function rawOf(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length);
}
