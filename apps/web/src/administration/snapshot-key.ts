/** What the server is told of a passphrase: how its key follows from it, never the passphrase. */
export interface SnapshotKey {
  /** X25519, in base64. */
  readonly publicKey: string;
  readonly salt: string;
  readonly iterations: number;
}

/** Before the 32 bytes of a private X25519 key, in its DER form (RFC 8410). */
const PKCS8_PREFIX = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 110, 4, 34, 4, 32];

/** A second of a ward's computer, once. */
const ITERATIONS = 600_000;
const SALT_BYTES = 16;
const SEED_BITS = 256;

/** Seventeen bits a word: five of them take longer to guess than anybody has. */
const WORDS = 5;
const CONSONANTS = 'bdfghjklmnprstvx';
const VOWELS = 'aeiouyåö';

/** Fewer can be guessed. */
const WORDS_MIN = 4;
const LENGTH_MIN = 20;

/** The key of a passphrase, the same as `reservrutin.html` finds. `reservrutin.spec` compares them. */
export async function snapshotKeyOf(
  passphrase: string,
  salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES)),
): Promise<SnapshotKey> {
  const words = new TextEncoder().encode(spoken(passphrase));
  const base = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-512', salt, iterations: ITERATIONS };
  const seed = new Uint8Array(await crypto.subtle.deriveBits(how, base, SEED_BITS));
  const der = new Uint8Array([...PKCS8_PREFIX, ...seed]);
  const key = await crypto.subtle.importKey('pkcs8', der, 'X25519', true, ['deriveBits']);
  const { x = '' } = await crypto.subtle.exportKey('jwk', key);
  const publicKey = `${x.replaceAll('-', '+').replaceAll('_', '/')}=`;
  return { publicKey, salt: btoa(String.fromCharCode(...salt)), iterations: ITERATIONS };
}

/** Words that nobody has chosen, and that can be read aloud. */
export function proposedPassphrase(): string {
  return Array.from({ length: WORDS }, word).join(' ');
}

/** Whether it is long enough, of several words. */
export function isStrong(passphrase: string): boolean {
  const words = new Set(spoken(passphrase).split(' '));
  return words.size >= WORDS_MIN && spoken(passphrase).length >= LENGTH_MIN;
}

/** As it is meant, however it was typed. */
function spoken(passphrase: string): string {
  return passphrase.normalize('NFC').trim().toLowerCase().split(/\s+/).join(' ');
}

function word(): string {
  const [first, second, third, fourth, fifth] = crypto.getRandomValues(new Uint8Array(5));
  return [
    one(CONSONANTS, first),
    one(VOWELS, second),
    one(CONSONANTS, third),
    one(VOWELS, fourth),
    one(CONSONANTS, fifth),
  ].join('');
}

/** Both rows have a length that divides 256, so that each of their places is as likely. */
function one(row: string, byte = 0): string {
  return row.charAt(byte % row.length);
}
