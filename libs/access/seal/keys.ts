import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { canonicalJson } from '@hemgang/kernel';
import type { CheckpointRow, SealKeyRow } from '@hemgang/store';

/** Enough of the digest that nobody finds a second key with the same name. */
const ID_DIGITS = 16;

const PEM = /-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----/g;

/** A key that signs. */
export interface SigningKey {
  readonly id: string;
  /** SPKI, DER, base64. */
  readonly publicKey: string;
  /** @returns hexadecimal */
  sign(text: string): string;
}

/**
 * The keys of a file in PEM (PKCS 8, Ed25519): the one that signs first, then those that it replaced,
 * as long as they are to introduce it.
 * @throws Error when it holds none, or one of another kind
 */
export function readKeys(pem: string): readonly [SigningKey, ...SigningKey[]] {
  const [first, ...others] = (pem.match(PEM) ?? []).map(signingKey);
  if (first === undefined) throw new Error('The file of the seal holds no private key in PEM.');
  return [first, ...others];
}

/** A new key, in PEM. */
export function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Whether a text was signed by a key. Whatever is no key or no signature has not. */
export function isSigned(text: string, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.from(publicKey, 'base64'),
      format: 'der',
      type: 'spki',
    });
    const bytes = Buffer.from(signature, 'hex');
    return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, bytes);
  } catch {
    return false;
  }
}

/** The name of a public key. @param publicKey SPKI, DER, base64 */
export function keyId(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');
  return digest.slice(0, ID_DIGITS);
}

/** What a checkpoint's signature is over. */
export function checkpointText({
  log,
  checkpoint,
  at,
  batch,
  lines,
  chain,
  key,
}: Omit<CheckpointRow, 'signature'>): string {
  return canonicalJson({ kind: 'checkpoint', log, checkpoint, at, batch, lines, chain, key });
}

/** What the signature of the key that introduces another is over. */
export function keyText(log: string, { id, publicKey, since }: IntroducedKey): string {
  return canonicalJson({ kind: 'key', log, id, publicKey, since });
}

type IntroducedKey = Pick<SealKeyRow, 'id' | 'publicKey' | 'since'>;

function signingKey(pem: string): SigningKey {
  const key: KeyObject = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The key of the seal is not Ed25519.');
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
  const id = keyId(publicKey);
  return { id, publicKey, sign: (text) => sign(null, Buffer.from(text), key).toString('hex') };
}
