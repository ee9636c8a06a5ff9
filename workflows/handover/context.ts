import type { Instant } from '@hemgang/kernel';
import { z } from 'zod';
import type { RehabFact } from './rehab';

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

/** Where the patient goes when the stay ends. */
export const DESTINATIONS = ['own-home', 'relatives-home', 'korttids', 'sabo', 'other'] as const;

export type Destination = (typeof DESTINATIONS)[number];

/** Where somebody receives the patient at the door: the arrival counts, not a first visit. */
export function isArrival(destination: Destination | undefined): boolean {
  return destination === 'korttids' || destination === 'sabo';
}

/** Kinds of unit that carry out what a municipal unit has decided. */
export const EXECUTOR_KINDS = ['home-care', 'short-term', 'rehab'] as const;

/** What a receiver may answer, beside that the notice was felsänt. */
export const ANSWERS = [
  'known',
  'not-known',
  'partly',
  'no-measures',
  'not-applied',
  'declined',
] as const;

export type Answer = (typeof ANSWERS)[number];

/** After these the receiver has nothing to take over. */
export const NOTHING_TO_TAKE_OVER: readonly Answer[] = ['no-measures', 'not-applied', 'declined'];

/** How the start of the help turned out, as last reported. */
export const START_OUTCOMES = [
  'started',
  'not-home',
  'postponed-agreed',
  'nobody-came',
  'readmitted',
  'deceased',
] as const;

export type StartOutcome = (typeof START_OUTCOMES)[number];

/** Who told it, and how it reached us. */
export interface StartReport {
  readonly outcome: StartOutcome;
  readonly at: Instant;
  readonly reporter: 'receiving-unit' | 'executor' | 'patient' | 'relative';
  readonly source: 'app' | 'link' | 'phone';
}

/** A one-time link by which the start is reported without signing in. */
export interface StartLink {
  /** `l` and the sequence number of the event that made it. */
  readonly id: string;
  readonly expiresAt: Instant;
}

/** Something sent to the receiver that it has not yet acknowledged. */
export interface UnacknowledgedMessage {
  /** `m` and the sequence number of the event that sent it; `m7-2` is the second of that event. */
  readonly id: string;
  readonly entry: string;
  /** When it could be seen: the receiver's clock starts here. Null until it has gone outside. */
  readonly sentAt: Instant | null;
  /** That the patient is utskrivningsklar, taken back before it had gone outside. */
  readonly withdrawn?: true;
}

/** The event that sent a message: 7 of `m7-2`. */
export function eventOf(message: string): number {
  return Number(message.slice(1).split('-')[0]);
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
  /*
   * What follows is absent until it is known: a case is read and written whole with every command.
   */
  /** A sjukstuga: the ward that is one care unit with this one. */
  readonly ownWard?: string | undefined;
  /** When the patient was moved from the own ward to another: only then is an answer owed. */
  readonly ownWardUntil?: Instant | undefined;
  /** Nobody there has an account: the ward sends by hand and registers what it is told. */
  readonly external?: true | undefined;
  /** Nothing has reached a receiver outside yet: its clocks stand still. */
  readonly unreached?: true | undefined;
  readonly standingContact?: string | undefined;
  /** The fast vårdkontakt: the member of staff, or null when only a name was given. */
  readonly fastVardkontakt?: { readonly staff: string | null } | undefined;
  readonly destination?: Destination | undefined;
  readonly answer?: Answer | undefined;
  /** When an answer changed to needing help: the time counts from then, not from the notice. */
  readonly concernedSince?: Instant | undefined;
  /** The first visit as planned. */
  readonly plannedStart?: Instant | undefined;
  /** Open care: the contact that has been agreed with the patient. */
  readonly contactAt?: Instant | undefined;
  /** The unit that carries out the help. */
  readonly executor?: string | undefined;
  readonly report?: StartReport | undefined;
  readonly link?: StartLink | undefined;
  /** Days of rehabilitation, in the order in which they were registered. */
  readonly rehab?: readonly RehabFact[] | undefined;
  /** The going home after a korttids stay, a machine of its own. */
  readonly homecoming?: string | undefined;
  /** Duties that the leaving let lapse: they are owed again when it turns out to be an error. */
  readonly lapsed?: readonly string[] | undefined;
  /** The event by which it turned out that the unit should never have known. */
  readonly strangerSince?: number | undefined;
}

/**
 * Whether the patient lies in the receiver's own ward (a sjukstuga is both): nobody acknowledges or
 * answers oneself. The named contact (2:5) and its measures (5:5) are owed all the same.
 */
export function liesAtOwnWard({
  unit,
  ownWard,
  sender,
}: Pick<HandoverContext, 'unit' | 'ownWard' | 'sender'>): boolean {
  return ownWard === sender || unit === sender;
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
  destination: z.enum(DESTINATIONS).optional(),
  ownWard: z.string().optional(),
  external: z.literal(true).optional(),
});

export type HandoverInput = z.infer<typeof handoverInput>;

/** What a receiver knows when it is told. */
export function initialContext({ standingContact, ...input }: HandoverInput): HandoverContext {
  return {
    ...input,
    ...(standingContact === null ? {} : { standingContact }),
    ...(input.external === undefined ? {} : { unreached: true as const }),
    unacknowledged: [],
    utskrivningsklarSentAt: null,
    canReceiveFrom: null,
    leftAt: null,
  };
}

/** What a receiver outside would know if everything that waits reached it at a time. */
export function ifReachedAt(context: HandoverContext, at: Instant): HandoverContext {
  const waiting = context.unacknowledged.filter(({ sentAt }) => sentAt === null);
  const isReady = waiting.some(
    ({ entry, withdrawn }) => entry === 'utskrivningsklar' && withdrawn !== true,
  );
  return {
    ...context,
    unacknowledged: context.unacknowledged.map((m) => ({ ...m, sentAt: m.sentAt ?? at })),
    ...(isReady ? { utskrivningsklarSentAt: at } : {}),
    ...(context.unreached === true ? { unreached: undefined, toldAt: at } : {}),
  };
}
