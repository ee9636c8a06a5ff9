import type { Instant, LocalDate } from '@hemgang/kernel';
import { unitsForwardedTo, type KeptMessage } from '@workflows/message';
import { z } from 'zod';

/** Who gave the consent, or spoke for somebody who cannot. */
export const CONSENT_GIVERS = [
  'person',
  'guardian',
  'child-and-guardian',
  'representative',
] as const;
export const CONSENT_WAYS = ['spoken', 'written', 'digital'] as const;
/** Who speaks for somebody who cannot consent. */
export const REPRESENTATIVES = ['none', 'god-man', 'forvaltare', 'fullmakt'] as const;
export const MEETING_WAYS = ['home', 'video', 'phone', 'hospital', 'other-place'] as const;
/** A SIP, or the samordnad vårdplan of open compulsory care, which every unit must approve. */
export const PLAN_FORMS = ['sip', 'samordnad-vardplan'] as const;
export const CALL_ANSWERS = ['attends', 'does-not-attend', 'new-time'] as const;
export const FOLLOW_UP_RESULTS = ['still-valid', 'to-be-changed', 'goals-met'] as const;
export const CLOSE_REASONS = ['goals-met', 'no-longer-needed', 'moved', 'other'] as const;
export const CONTACT_KINDS = ['vardkontakt', 'lakarkontakt', 'omsorgskontakt'] as const;

export type MeetingWay = (typeof MEETING_WAYS)[number];
export type PlanForm = (typeof PLAN_FORMS)[number];
export type CallAnswer = (typeof CALL_ANSWERS)[number];
export type CloseReason = (typeof CLOSE_REASONS)[number];
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** The stay that the SIP belongs to now; absent for outpatients and children at home. */
export interface LinkedStay {
  readonly case: string;
  /** When the notice that the patient is utskrivningsklar was sent; null: not sent, or withdrawn. */
  readonly noticeAt: Instant | null;
  /** The unit of the fast vårdkontakt that calls (2017:612 4:3); null until somebody is named. */
  readonly caller: string | null;
}

/** A consent in force: who gave it how and until when; what it covers stands in the event's content. */
export interface Consent {
  readonly event: number;
  readonly at: Instant;
  /** The last day on which it holds; absent: until it is withdrawn. */
  readonly until?: LocalDate | undefined;
}

/** A unit that has been called. */
export interface Participant {
  readonly participant: string;
  readonly unit: string;
}

export interface Meeting {
  readonly at: Instant;
  readonly way: MeetingWay;
}

/** Times that the called units choose from, with one way to meet. */
export interface ProposedMeeting {
  readonly times: readonly Instant[];
  readonly way: MeetingWay;
}

/** One version of the plan: named by the event that wrote it, its words are that event's content. */
export interface PlanVersion {
  readonly version: number;
  readonly draftedAt: Instant;
  readonly form: PlanForm;
  /** The unit of the huvudman that has the overall responsibility. */
  readonly responsible: string;
  /** Units that have approved it, with or without a reservation. */
  readonly approved: readonly string[];
}

export interface EstablishedPlan {
  readonly version: number;
  readonly at: Instant;
}

/** A named contact: the event that says who it is. */
export interface NamedContact {
  readonly event: number;
  readonly from: LocalDate;
}

/** What few SIPs have; absent while there is none. */
interface Seldom {
  readonly stay?: LinkedStay | undefined;
  /** The event that tells how a person who cannot consent stands to the SIP. */
  readonly attitude?: number | undefined;
  readonly meeting?: Meeting | undefined;
  /** Times that a call has proposed; a meeting ends them. */
  readonly proposed?: ProposedMeeting | undefined;
  /** The version last written, established or not. */
  readonly plan?: PlanVersion | undefined;
  readonly established?: EstablishedPlan | undefined;
  readonly followUpOn?: LocalDate | undefined;
  readonly followedUpAt?: Instant | undefined;
  readonly closed?: CloseReason | 'deceased' | 'struck' | undefined;
  /** What the units have written to each other: whom each message lies between. */
  readonly messages?: readonly KeptMessage[] | undefined;
}

/** What a SIP remembers: only what a guard, a refusal or a due time reads. */
export interface SipContext extends Seldom {
  /** Who answers for it: who started it, later the unit with the overall responsibility. */
  readonly unit: string;
  readonly startedAt: Instant;
  /** Whether every unit approves the plan also where LPT and LRV do not ask for it. */
  readonly justering: boolean;
  readonly offeredAt: Instant | null;
  /** Null: none in force. */
  readonly consent: Consent | null;
  /** When consent, or an attitude in its place, last let the work begin. */
  readonly clearedAt: Instant | null;
  readonly calledAt: Instant | null;
  readonly participants: readonly Participant[];
  readonly heldAt: Instant | null;
  readonly contacts: Partial<Readonly<Record<ContactKind, NamedContact>>>;
}

const stayInput = z.strictObject({
  case: z.string(),
  noticeAt: z.string().nullable(),
  caller: z.string().nullable(),
});

export const sipInput = z.strictObject({
  unit: z.string(),
  startedAt: z.string(),
  justering: z.boolean(),
  stay: stayInput.nullable(),
});

export type SipInput = z.infer<typeof sipInput>;

export function initialContext({ unit, startedAt, justering, stay }: SipInput): SipContext {
  return {
    unit,
    startedAt,
    justering,
    offeredAt: null,
    consent: null,
    clearedAt: null,
    calledAt: null,
    participants: [],
    heldAt: null,
    contacts: {},
    ...(stay === null ? {} : { stay }),
  };
}

/** Who leads until the plan says who is responsible: in a stay the calling contact's unit. */
export function leaderOf({ unit, stay, established }: SipContext): string {
  return established === undefined ? (stay?.caller ?? unit) : unit;
}

/** Units that run the SIP: who started it and who calls. */
export function leadersOf(context: SipContext): readonly string[] {
  return [...new Set([context.unit, leaderOf(context), context.stay?.caller ?? context.unit])];
}

/** Every unit that takes part. */
export function unitsOf(context: SipContext): readonly string[] {
  const called = context.participants.map(({ unit }) => unit);
  return [...new Set([...leadersOf(context), ...called])];
}

/** Units that write to each other: those that take part, and whom a message reached later. */
export function writingUnits(context: SipContext): readonly string[] {
  return [...new Set([...unitsOf(context), ...unitsForwardedTo(context)])];
}

/** Whether something may be handed out now: a consent, or an attitude clarified in its place. */
export function mayDisclose({ consent, attitude }: SipContext): boolean {
  return consent !== null || attitude !== undefined;
}

/** Whether every unit must approve the version before it is established. */
export function needsApproval({ justering }: SipContext, form: PlanForm): boolean {
  return justering || form === 'samordnad-vardplan';
}
