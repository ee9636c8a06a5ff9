import type { Instant } from '@hemgang/kernel';
import { z } from 'zod';

/** Kinds of unit that can receive a patient; each has a machine of its own shape. */
export const RECEIVER_KINDS = [
  'municipal-social',
  'municipal-health',
  'halsocentral',
  'specialist-open-care',
] as const;

/** Kinds that belong to the region's open care. */
export const OPEN_CARE_KINDS: readonly ReceiverKind[] = ['halsocentral', 'specialist-open-care'];

export type ReceiverKind = (typeof RECEIVER_KINDS)[number];

/** Something sent to the receiver that it has not yet acknowledged. */
export interface UnacknowledgedMessage {
  /** `m` and the sequence number of the event that sent it; `m7-2` is the second of that event. */
  readonly id: string;
  readonly entry: string;
  /** When it could be seen: the receiver's clock starts here. */
  readonly sentAt: Instant;
}

/** What one receiving unit's side of a discharge remembers: only what a guard or a due time reads. */
export interface HandoverContext {
  readonly unit: string;
  readonly kind: ReceiverKind;
  /** The ward that answers are sent to. */
  readonly sender: string;
  /** When the receiver was first told. */
  readonly toldAt: Instant;
  readonly unacknowledged: readonly UnacknowledgedMessage[];
  readonly expectedDischargeAt: Instant;
  /** When the utskrivningsklar notice in force was sent; null while there is none. */
  readonly utskrivningsklarSentAt: Instant | null;
  readonly canReceiveFrom: Instant | null;
  readonly leftAt: Instant | null;
  readonly standingContact: string | null;
  /** The fast vårdkontakt: the member of staff, or null when only a name was given. */
  readonly fastVardkontakt: { readonly staff: string | null } | null;
}

/** What the ward's machine hands over when it opens this one. */
export const handoverInput = z.strictObject({
  unit: z.string(),
  kind: z.enum(RECEIVER_KINDS),
  sender: z.string(),
  toldAt: z.string(),
  expectedDischargeAt: z.string(),
  /** Who the head of the unit has appointed for every new patient, weekends too. */
  standingContact: z.string().nullable(),
});

export type HandoverInput = z.infer<typeof handoverInput>;
