import { HOUR_MS, plusMs, type Clock } from '@hemgang/kernel';
import type { ClaimedWebhook, WebhookStore } from '@hemgang/store';
import {
  cloudEvent,
  postOnce,
  retryAfterMs,
  signedHeaders,
  type PostSettings,
  type WebhookTry,
} from '@hemgang/webhooks';

/** At one time to one endpoint: some hundred a second, and a slow receiver holds no more than these. */
const AT_ONCE = 16;

/** A month for whoever asks what was sent; the case itself is kept as its controller says. */
const FORGET_AFTER_MS = 30 * 24 * HOUR_MS;
const FORGOTTEN_MAX = 1_000;

export interface SendingGround {
  readonly store: WebhookStore;
  readonly clock: Clock;
  /** Time that nobody moves: a receiver compares a signature's with its own. */
  readonly realClock: Clock;
  /** Names this installation in each event. */
  readonly source: string;
  readonly post: PostSettings;
  /** From 0 to 1, anew at each call. */
  chance(): number;
  /** A try has failed: for the process's log, without an address. */
  failed(fields: Readonly<Record<string, string | number>>): void;
}

/**
 * Sends what waits for endpoints, each of them by itself: one that is slow or away holds up nobody else.
 * A fact is sent at least once; each try has the same id, by which a receiver knows a repeat.
 */
export class WebhookSending {
  /** Endpoints that are being sent to, and when that is over. */
  private readonly busy = new Map<string, Promise<void>>();

  /** @param afterwards called when an endpoint may be sent more */
  constructor(
    private readonly on: SendingGround,
    private readonly afterwards: () => void,
  ) {}

  /**
   * Takes what is due and begins to send it; does not wait for the answers.
   * @returns how many were taken
   * @throws DatabaseUnavailable
   */
  async begin(): Promise<number> {
    const { store, clock } = this.on;
    const due = await store.claim(AT_ONCE, clock.now(), [...this.busy.keys()]);
    for (const endpoint of new Set(due.map((each) => each.endpoint))) {
      const own = due.filter((each) => each.endpoint === endpoint);
      this.busy.set(endpoint, this.sendAll(endpoint, own));
    }
    return due.length;
  }

  /** Waits until nothing is on its way; an answer is waited for 15 s at most. */
  async quiet(): Promise<void> {
    while (this.busy.size > 0) await Promise.all(this.busy.values());
  }

  /** Removes what was ended a month ago. @returns whether there may be more */
  async forget(): Promise<boolean> {
    const { store, clock } = this.on;
    const before = plusMs(clock.now(), -FORGET_AFTER_MS);
    return (await store.forget(before, FORGOTTEN_MAX)) === FORGOTTEN_MAX;
  }

  private async sendAll(endpoint: string, facts: readonly ClaimedWebhook[]): Promise<void> {
    // What could not be noted is handed out again.
    await Promise.allSettled(facts.map((fact) => this.send(fact)));
    this.busy.delete(endpoint);
    this.afterwards();
  }

  private async send(fact: ClaimedWebhook): Promise<void> {
    const { store, clock, realClock, source, post } = this.on;
    const body = cloudEvent(fact, source);
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'hemgang-webhooks',
      ...signedHeaders(fact.key, body, fact.secrets, realClock.now()),
    };
    const begun = performance.now();
    const tried = await postOnce(fact.url, body, headers, post);
    const ms = Math.round(performance.now() - begun);
    const now = clock.now();
    const next = plusMs(now, retryAfterMs(fact.tries, this.on.chance()));
    const isOver = tried.outcome === 'gone' || next > fact.giveUpAt;
    if (tried.outcome !== 'sent') this.on.failed(failureOf(fact, tried, isOver));
    await store.note(fact, { ...tried, at: now, ms, next: isOver ? null : next });
  }
}

function failureOf({ endpoint, tries }: ClaimedWebhook, tried: WebhookTry, isOver: boolean) {
  const { outcome, status } = tried;
  return { endpoint, tries, outcome, status: status ?? 0, becomes: isOver ? 'dead' : 'retry' };
}
