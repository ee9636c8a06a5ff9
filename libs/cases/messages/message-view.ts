import type { Instant } from '@hemgang/kernel';
import type { UnitView } from '../case-view';

/** Who did something at a unit. */
export interface ByView {
  readonly unit: UnitView;
  /** Null: the system, or nobody whom the reader may know. */
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly at: Instant;
}

/** A message between the parties of a case, as one reader may see it. */
export interface MessageView {
  /** `m7`, after the event that sent it. */
  readonly id: string;
  readonly event: number;
  /** The message that it answers; null: it begins a thread. */
  readonly re: string | null;
  /** The message that its thread begins with. */
  readonly thread: string;
  readonly sent: ByView;
  readonly category: string;
  /** acute or ordinary. */
  readonly priority: string;
  /** Null: the words are not told to the reader, or are kept no more. */
  readonly text: string | null;
  readonly attachments: readonly MessageFileView[];
  readonly receivers: readonly MessageReceiverView[];
  /** The event that struck it; null while it stands. */
  readonly struckBy: number | null;
}

/** A file of a message. */
export interface MessageFileView {
  readonly id: string;
  /** Null: not told to the reader. */
  readonly name: string | null;
  readonly kind: string;
  /** Bytes. */
  readonly size: number;
}

/** How a message stands at one of those it was sent to. */
export interface MessageReceiverView {
  /** `m7-1`, as commands name it. */
  readonly id: string;
  /** Whom it was sent to. */
  readonly unit: UnitView;
  /** Who answers for it: another when it was handed over. */
  readonly owner: UnitView;
  /** owed, acknowledged, struck, withdrawn or lapsed. */
  readonly word: string;
  readonly wordText: string;
  /** When the kvittens is due; null when none is owed. */
  readonly dueAt: Instant | null;
  /** By whom and when it was acknowledged. */
  readonly acknowledged: (ByView & { readonly answer: string | null }) | null;
  readonly forwarded: readonly (ByView & {
    readonly to: UnitView;
    /** The kvittens went with it. */
    readonly handedOver: boolean;
  })[];
}
