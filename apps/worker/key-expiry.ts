import type { IdempotencyStore } from '@hemgang/cases';
import { HOUR_MS, type Clock } from '@hemgang/kernel';
import type { Round } from './loop';

/** Removed in some ten milliseconds; a commit that waits behind it is not felt. */
const BATCH_MAX = 1_000;

/** Between full batches, for a first round after months in which no worker ran. */
const REST_MS = 100;

/** Forgets the idempotency keys that have been kept long enough. An hour more does no harm. */
export class KeyExpiry {
  constructor(
    private readonly idempotency: IdempotencyStore,
    private readonly clock: Clock,
  ) {}

  /** Removes one batch. */
  async round(): Promise<Round> {
    const removed = await this.idempotency.removeExpired(this.clock.now(), BATCH_MAX);
    return { more: false, waitMs: removed === BATCH_MAX ? REST_MS : HOUR_MS };
  }
}
