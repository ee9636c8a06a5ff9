/** How a try ended, in words of ours; nothing of what the receiver wrote. */
export type WebhookOutcome =
  /** A 2xx: it is told. */
  | 'sent'
  /** 410: it wants nothing more. */
  | 'gone'
  /** A 3xx; it is not followed. */
  | 'redirect'
  /** Any other answer. */
  | 'refused'
  /** No answer within the time. */
  | 'timeout'
  /** The name stands for nobody. */
  | 'name'
  /** The name stands for an address that nothing is sent to. */
  | 'address'
  /** The address itself is one that nothing is sent to. */
  | 'url'
  /** Its certificate is not its own, has run out, or nobody vouches for it. */
  | 'certificate'
  /** No connection, or one that broke. */
  | 'connection';

export interface WebhookTry {
  readonly outcome: WebhookOutcome;
  /** Null: there was no answer. */
  readonly status: number | null;
}

/** What an answer's status says. */
export function outcomeOf(status: number): WebhookOutcome {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 410) return 'gone';
  return status >= 300 && status < 400 ? 'redirect' : 'refused';
}
