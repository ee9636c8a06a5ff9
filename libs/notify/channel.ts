import type { Channel as ChannelName } from '@hemgang/store';
import type { Invitation } from './invitation';

/** What is sent to one person. Its words come from `messageOf` and nowhere else. */
export interface Outgoing {
  /** Number of the message: the same at every attempt, so that a receiver can tell a repeat. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Meetings that the message is about, each once; only mail carries them. */
  readonly invitations: readonly Invitation[];
}

/** What an attempt came to. A reason is a stable word of ours, never what a server wrote. */
export type Attempt =
  | { readonly kind: 'sent' }
  /** It may work later: the server is away, busy or does not know us. */
  | { readonly kind: 'deferred'; readonly reason: string }
  /** It will never work: there is no such address. */
  | { readonly kind: 'refused'; readonly reason: string };

/** A way out of the application. Tries once, and never throws for what a server does. */
export interface Channel {
  readonly name: ChannelName;
  send(message: Outgoing): Promise<Attempt>;
  close(): void;
}
