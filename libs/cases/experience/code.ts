import { randomBytes } from 'node:crypto';

/** Without I, L, O and U: what is read out is heard right (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Five bits each: 80 bits, as many as nobody can try. */
const LENGTH = 16;
const WHOLE = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);

/** A new code, in groups of four for who reads it out. */
export function newCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS.charAt(byte % LETTERS.length));
  return letters.join('').replace(/.{4}(?=.)/g, '$&-');
}

/** What somebody has typed as it is kept, without groups; null: it is no code. */
export function readCode(typed: string): string | null {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return WHOLE.test(letters) ? letters : null;
}
