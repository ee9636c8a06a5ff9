import type { CheckpointRecord, KeyRecord } from '@hemgang/access';
import { z } from 'zod';
import { instant, sequence } from './basic-schemas';

const hex = z.string().describe('Hexadecimal.');

export const sealCheckpoint = z.strictObject({
  kind: z.literal('checkpoint'),
  log: z.uuid().describe('Names the log of this installation.'),
  checkpoint: sequence,
  at: instant,
  batch: sequence.describe('The last batch that it covers.'),
  lines: sequence.describe('The number of the last line.'),
  chain: hex.describe('Chain value after the batch, hexadecimal.'),
  key: z.string().describe('The key that signed it.'),
  signature: hex.describe('Ed25519 over the canonical JSON of all the others, hexadecimal.'),
}) satisfies z.ZodType<CheckpointRecord>;

export const sealKey = z.strictObject({
  kind: z.literal('key'),
  id: z.string().describe('The first 16 digits of the SHA-256 of the key.'),
  publicKey: z.string().describe('SPKI, DER, base64.'),
  since: instant,
  introducedBy: z.string().nullable().describe('The key that vouches for it; null: none does.'),
  signature: hex.nullable().describe('By that key, hexadecimal.'),
}) satisfies z.ZodType<KeyRecord>;
