import { createPublicKey } from 'node:crypto';

/** A program's public key as a JSON Web Key (RFC 7517). */
export interface MachineKey {
  readonly kty: string;
  readonly kid: string;
  readonly [member: string]: unknown;
}

/** 128 bits of security (ASVS 11.2.3). */
const RSA_BITS_MIN = 3072;

/** Curves of ES256, ES384 and EdDSA. */
const CURVES: readonly unknown[] = ['P-256', 'P-384', 'Ed25519'];

/** Members that only a private or a shared key has. */
const SECRET = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** What is wrong with a key as a stable word; null: signatures can be checked with it. */
export function machineKeyFault(key: MachineKey): 'private' | 'weak' | 'unreadable' | null {
  if (SECRET.some((member) => Object.hasOwn(key, member))) return 'private';
  if (key.kty !== 'RSA' && !CURVES.includes(key['crv'])) return 'unreadable';
  try {
    const { asymmetricKeyDetails } = createPublicKey({ key: { ...key }, format: 'jwk' });
    const bits = asymmetricKeyDetails?.modulusLength ?? RSA_BITS_MIN;
    return bits < RSA_BITS_MIN ? 'weak' : null;
  } catch {
    return 'unreadable';
  }
}
