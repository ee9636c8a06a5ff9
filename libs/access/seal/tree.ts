import { createHash } from 'node:crypto';

/** Told apart by their first byte, so that no leaf is ever taken for a node (RFC 6962 2.1). */
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);
const CHAIN = Buffer.from([2]);

/**
 * Digest of a line.
 * @param salt 16 random bytes, hexadecimal: who holds the digest alone cannot guess the line
 * @param text canonical
 * @returns hexadecimal
 */
export function leafOf(salt: string, text: string): string {
  return digest(LEAF, Buffer.from(salt, 'hex'), text).toString('hex');
}

/** Root of the Merkle tree over at least one leaf (RFC 6962 2.1). All digests hexadecimal. */
export function rootOf(leaves: readonly string[]): string {
  return subtree(leaves.map((leaf) => Buffer.from(leaf, 'hex'))).toString('hex');
}

/** Value of the chain after a batch. @param text canonical, with the value before in it */
export function chainOf(text: string): string {
  return digest(CHAIN, text).toString('hex');
}

/** The left side takes the largest power of two that leaves something for the right. */
function subtree(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (first === undefined) throw new RangeError('A tree has at least one leaf.');
  if (leaves.length === 1) return first;
  const left = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return digest(NODE, subtree(leaves.slice(0, left)), subtree(leaves.slice(left)));
}

function digest(...parts: readonly (Buffer | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
