import type { PartyUnit } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import { z } from 'zod';

/** What a message is about; the words themselves are content. */
export const MESSAGE_CATEGORIES = [
  'planering',
  'lakemedel',
  'hjalpmedel',
  'transport',
  'anhoriga',
  'ovrigt',
] as const;

/** How soon its sender needs to know that it has been read. */
export const MESSAGE_PRIORITIES = ['acute', 'ordinary'] as const;

/** What is remembered of a message at one of its receivers. Who read it when stands in the log. */
export interface MessageContext {
  /** Who owes the kvittens: the receiver, until it hands the message over to another unit. */
  readonly unit: string;
  readonly sender: string;
  /** The event that sent it. */
  readonly message: number;
  readonly priority: (typeof MESSAGE_PRIORITIES)[number];
  /** When the receiver got it. */
  readonly since: Instant;
  /** Units that it was forwarded to: they take part in the case by it. */
  readonly forwarded?: readonly PartyUnit[] | undefined;
  /** The event by which it turned out that they should never have known of the case. */
  readonly strangerSince?: number | undefined;
}

/** What the main machine of a case hands over when somebody sends a message. */
export const messageInput = z.strictObject({
  unit: z.string(),
  sender: z.string(),
  message: z.number(),
  priority: z.enum(MESSAGE_PRIORITIES),
  since: z.string(),
});

export type MessageInput = z.infer<typeof messageInput>;
