import { isSigned, keyId, keyText } from './keys';
import type { KeyRecord } from './records';
import type { SealFault } from './verdict';

/**
 * Whose signatures count: keys that somebody outside was handed, and those that they introduce.
 * When nobody outside holds any, the first key of the log itself.
 */
export class TrustedKeys {
  private readonly trusted: Map<string, string>;

  constructor(outside: readonly KeyRecord[]) {
    const named = outside.filter(({ id, publicKey }) => keyId(publicKey) === id);
    this.trusted = new Map(named.map(({ id, publicKey }) => [id, publicKey]));
  }

  publicKey(id: string): string | undefined {
    return this.trusted.get(id);
  }

  /** A key that the log names. Nobody need trust it until something is signed by it. */
  meet(log: string, key: KeyRecord): SealFault | null {
    const where = `key ${key.id}`;
    if (keyId(key.publicKey) !== key.id) return { code: 'signature', where };
    const { introducedBy, signature } = key;
    if (introducedBy !== null && signature !== null) {
      const by = this.trusted.get(introducedBy);
      if (by !== undefined && isSigned(keyText(log, key), signature, by)) this.trust(key);
    } else if (this.trusted.size === 0) this.trust(key);
    return null;
  }

  private trust({ id, publicKey }: KeyRecord): void {
    this.trusted.set(id, publicKey);
  }
}
