import { z } from 'zod';
import type { JobCatalogue } from '../job-catalogue';

/** Jobs of the contract suite's own, with waits that a test can afford. */
export const testCatalogue = {
  /** Is tried once. */
  count: {
    payload: z.strictObject({ n: z.int().positive() }),
    attempts: 1,
    firstRetryMs: 50,
    timeoutMs: 20_000,
  },
  /** Is tried three times, with waits of 200 and 400 ms between them. */
  stumble: {
    payload: z.strictObject({ n: z.int().positive() }),
    attempts: 3,
    firstRetryMs: 200,
    timeoutMs: 500,
  },
} as const satisfies JobCatalogue;

/** As another version of the application might have it: what is invalid for us is valid there. */
export const otherVersion = {
  count: { ...testCatalogue.count, payload: z.strictObject({ n: z.string() }) },
  retired: testCatalogue.count,
} as const satisfies JobCatalogue;
