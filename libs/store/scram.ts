import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/** PostgreSQL's own number. The passwords are long and random, so that guessing is hopeless anyway. */
const ITERATIONS = 4_096;

const SALT_BYTES = 16;
const KEY_BYTES = 32;

/**
 * A password as PostgreSQL keeps it (RFC 5803). Sent in the place of the password, so that the
 * password itself is in no statement, and in no log of statements.
 * @param password letters, digits and signs of ASCII
 */
export function scramVerifier(password: string): string {
  const salt = randomBytes(SALT_BYTES);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, KEY_BYTES, 'sha256');
  const keyFor = (whom: string): Buffer => createHmac('sha256', salted).update(whom).digest();
  const stored = createHash('sha256').update(keyFor('Client Key')).digest('base64');
  const server = keyFor('Server Key').toString('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${server}`;
}
