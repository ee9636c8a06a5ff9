import type { Instant } from '@hemgang/kernel';
import { z } from 'zod';

/** What one commitment remembers. Its words are content and stand with those who were told. */
export interface AtagandeContext {
  /** Who answers for it now: the proposer until the other party has accepted it. */
  readonly owner: string;
  /** Who took it on, or proposed it. */
  readonly by: string;
  /** Whom it was proposed to; null when it was taken on. */
  readonly to: string | null;
  /** The other units that were told its words, and learn how it goes. */
  readonly told: readonly string[];
  /** Since when its owner answers for it. */
  readonly since: Instant;
  readonly dueAt: Instant;
}

/** What the ward's machine hands over when somebody takes something on or proposes it. */
export const atagandeInput = z.strictObject({
  by: z.string(),
  to: z.string().nullable(),
  told: z.array(z.string()),
  since: z.string(),
  dueAt: z.string(),
});

export type AtagandeInput = z.infer<typeof atagandeInput>;
