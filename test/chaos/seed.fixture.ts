import { randomInt } from 'node:crypto';
import { seeded } from '@hemgang/demo';

const SEED_MAX = 2 ** 32;

/** Chance that comes again: with HEMGANG_SEED set, the same draws. */
export function seedOf(): { readonly seed: number; readonly random: () => number } {
  const given = process.env['HEMGANG_SEED'];
  const seed = given === undefined ? randomInt(SEED_MAX) : Number(given);
  return { seed, random: seeded(String(seed)) };
}
