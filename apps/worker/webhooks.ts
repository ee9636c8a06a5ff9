import { randomInt } from 'node:crypto';
import { WebhookSending, type Service } from '@hemgang/cases';
import type { Config } from '@hemgang/config';
import { HOUR_MS } from '@hemgang/kernel';
import type { Logger } from '@hemgang/observability';
import { Loop } from './loop';

/** A retry is due half a minute later at the earliest; what is new wakes the loop. */
const POLL_MS = 1_000;

/** A round asks the database once, for however many facts have come. */
const REST_MS = 50;

/** Chances from 0 to 1 in so many steps. */
const CHANCES = 1_000_000;

/** Names an installation that has no address of its own yet. */
const NO_ADDRESS = 'urn:hemgang';

/** Sends to the systems of controllers, and forgets what was sent long ago. */
export class Webhooks {
  private readonly sending: WebhookSending;
  private readonly loops: readonly Loop[];

  /** @param failedIn takes the error of a round of the loop with that name */
  constructor(
    { programs, clock }: Service,
    { mode, publicUrl }: Config,
    log: Logger,
    failedIn: (loop: string) => (error: unknown) => void,
  ) {
    this.sending = new WebhookSending(
      {
        ...{ store: programs.webhookStore, clock, realClock: { now: () => clock.realNow() } },
        ...{
          source: publicUrl ?? NO_ADDRESS,
          post: { mode },
          chance: () => randomInt(CHANCES) / CHANCES,
        },
        failed: (fields) => log.warn(fields, 'a webhook failed'),
      },
      () => this.wake(),
    );
    this.loops = [
      new Loop(() => this.round(), failedIn('webhooks'), REST_MS),
      new Loop(
        async () => ({ more: await this.sending.forget(), waitMs: HOUR_MS }),
        failedIn('webhook expiry'),
      ),
    ];
  }

  wake(): void {
    this.loops[0]?.wake();
  }

  /** Waits for the answers to what is on its way, 15 s at most. */
  async stop(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await this.sending.quiet();
  }

  private async round() {
    await this.sending.begin();
    return { more: false, waitMs: POLL_MS };
  }
}
