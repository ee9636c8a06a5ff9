import type { Service } from '@hemgang/cases';
import { SECOND_MS } from '@hemgang/kernel';
import { Loop } from './loop';

/** An administrator sees within so long what has happened; nobody waits for it. */
const ROUND_MS = 2 * SECOND_MS;

/** The loop that keeps figures up with the log (record 37). */
export function figuring(
  { counted }: Pick<Service, 'counted'>,
  failed: (error: unknown) => void,
): Loop {
  return new Loop(async () => ({ more: await counted.keeping.round(), waitMs: ROUND_MS }), failed);
}
