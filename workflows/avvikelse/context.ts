import type { Instant } from '@hemgang/kernel';
import { z } from 'zod';
import { CATEGORIES, CONSEQUENCES, type Category, type Consequence } from './values';

/** What an avvikelse remembers: ids, values and times. Its words are content; whom it is about, nowhere. */
export interface AvvikelseContext {
  /** Whose unit reports. */
  readonly reporter: string;
  /** The unit that it concerns, of another huvudman. */
  readonly concerned: string;
  /** The case in which it happened. */
  readonly about: { readonly case: string; readonly type: string };
  readonly category: Category;
  readonly consequence: Consequence;
  /** When the other side could see it. */
  readonly reportedAt: Instant;
  readonly receivedAt: Instant | null;
  /** The first answer: whether it came in time is asked of this one. */
  readonly answeredAt: Instant | null;
  /** Since when the answer that stands waits for the reporter. */
  readonly answerSince: Instant | null;
  /** When the answer was sent back; at most once. */
  readonly sentBackAt: Instant | null;
  /** Closed or withdrawn. */
  readonly endedAt: Instant | null;
}

export const avvikelseInput = z.strictObject({
  reporter: z.string().min(1),
  concerned: z.string().min(1),
  about: z.strictObject({ case: z.string(), type: z.string() }),
  category: z.enum(CATEGORIES),
  consequence: z.enum(CONSEQUENCES),
  reportedAt: z.string(),
});

export type AvvikelseInput = z.infer<typeof avvikelseInput>;

export function initialContext(input: AvvikelseInput): AvvikelseContext {
  return {
    ...input,
    receivedAt: null,
    answeredAt: null,
    answerSince: null,
    sentBackAt: null,
    endedAt: null,
  };
}
