import type { Instant } from '@hemgang/kernel';
import type { WebhookKind } from '@hemgang/webhooks';

/** Where a controller's own system is told, as its administrators see it; never with a secret. */
export interface WebhookView {
  readonly id: string;
  readonly url: string;
  readonly kinds: readonly WebhookKind[];
  /** `gone`: the receiver has answered 410. */
  readonly state: 'active' | 'paused' | 'gone';
  readonly version: number;
  readonly createdAt: Instant;
  readonly formerSecretUntil: Instant | null;
  readonly waiting: number;
  readonly oldestAt: Instant | null;
  readonly dead: number;
  readonly lastSentAt: Instant | null;
}

/** A fact that was laid aside. */
export interface DeadWebhookView {
  readonly id: number;
  /** The receiver's `webhook-id`. */
  readonly key: string;
  readonly kind: WebhookKind;
  readonly unit: { readonly id: string; readonly name: string };
  readonly at: Instant;
  readonly deadAt: Instant;
  readonly errorCode: string;
  readonly tries: readonly {
    readonly at: Instant;
    readonly ms: number;
    readonly status: number | null;
    readonly outcome: string;
  }[];
}

/** What was changed; with the secret when one was made, this once. */
export interface WebhookChanged {
  readonly subject: string;
  readonly replayed: boolean;
  /** Null: none was made, or this is a repeat, which does not show it again. */
  readonly secret: string | null;
}
