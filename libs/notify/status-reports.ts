import { MINUTE_MS, plusMs, type Clock, type Instant } from '@hemgang/kernel';
import type { DeliveryStore } from '@hemgang/store';
import type { StatusTokens } from './status-tokens';

/** A provider's clock may be a little ahead of ours. */
const AHEAD_MAX_MS = 5 * MINUTE_MS;

/** What a provider tells of a message that it has taken. */
export interface StatusReport {
  readonly status: 'delivered' | 'failed';
  /** When it happened, as the provider says; null: it does not. */
  readonly at: Instant | null;
}

/** What a provider tells afterwards. Reports may come twice and in any order: their own time counts. */
export class StatusReports {
  constructor(
    private readonly deliveries: DeliveryStore,
    private readonly tokens: StatusTokens,
    private readonly clock: Clock,
  ) {}

  /** @returns false when the token is not of our making: nothing is written */
  async take(token: string, { status, at }: StatusReport): Promise<boolean> {
    const message = await this.tokens.read(token);
    if (message === null) return false;
    const now = this.clock.now();
    const happened = at === null || at > plusMs(now, AHEAD_MAX_MS) ? now : at;
    const reason = status === 'failed' ? 'NOT_DELIVERED' : null;
    await this.deliveries.reported(message, status, happened, reason);
    return true;
  }
}
