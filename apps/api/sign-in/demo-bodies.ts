import { z } from 'zod';

/** Ids of ours are shorter. */
const USER_LENGTH_MAX = 120;

/** More than a year at a time is a typing error, and no stay in hospital is that long. */
const ADVANCE_MS_MAX = 366 * 24 * 60 * 60 * 1_000;

/** Whom to be. */
export const signInBody = z.strictObject({ user: z.string().min(1).max(USER_LENGTH_MAX) });

/** How far to move the demo's time; it never moves back. */
export const advanceBody = z.strictObject({ ms: z.int().min(1).max(ADVANCE_MS_MAX) });
