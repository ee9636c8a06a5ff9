import type { Instant, LocalDate } from '@hemgang/kernel';

/** The kinds of care that an agreement may treat differently. */
export const CARE_TYPES = ['somatic', 'psychiatric', 'sjukstuga'] as const;

export type CareType = (typeof CARE_TYPES)[number];

/** The notices that start a period; the second counts as the first (2017:612 3:1 st.2). */
const NOTICES = ['utskrivningsklar-sent', 'opt-decision-notified'] as const;

/** What ends a stay, and with it its period (I-6). */
const ENDS = ['transferred-out', 'discharged', 'deceased'] as const;

/** Everything that has happened to a patient and that days or money depend on. */
export const PAYMENT_EVENTS = [
  'inskrivningsmeddelande-sent',
  ...NOTICES,
  'utskrivningsklar-withdrawn',
  'kallelse-sent',
  'open-care-unavailable',
  'open-care-clarified',
  'measures-opposed',
  'measures-opposition-withdrawn',
  'permission-start',
  'permission-end',
  ...ENDS,
] as const;

export type PaymentEventType = (typeof PAYMENT_EVENTS)[number];

/** One of them. */
export interface PaymentEvent {
  readonly type: PaymentEventType;
  readonly at: Instant;
  /** Its place in the file, or among what a log tells of the stay (libs/cases). From 1. */
  readonly id: number;
  /** Of a notice of admission: it came back felsänt. It reached the municipality, but the wrong unit. */
  readonly sentBack?: true;
}

/** The days on which a municipality is the one that pays. */
export interface PayingDays {
  readonly from: LocalDate;
  /** The first day on which it is another; null: it still is. */
  readonly until: LocalDate | null;
}

/** One stay as the ledger sees it; nothing in it says who the patient is. */
export interface PaymentFacts {
  readonly admittedAt: Instant;
  /** When the need was judged, if that was not at the admission (2:3). */
  readonly needAssessedAt: Instant | null;
  readonly careType: CareType;
  /** SCB code of the municipality of registration; null: none, or not known. */
  readonly folkbokforing: string | null;
  /** SCB code of the municipality that has placed her in another one (5:2 st.2). */
  readonly placedBy: string | null;
  /** Absent: the same municipality pays for the whole stay. */
  readonly pays?: PayingDays;
  /** SCB code of the region that cares for her. */
  readonly region: string;
  /** Whether a SIP must be made (4:1). */
  readonly sipRequired: boolean;
  /** Whether the patient has said no to it. */
  readonly sipDeclined: boolean;
  /** The moment it is looked at: later events are not known yet. */
  readonly asOf: Instant;
  /** In order (`inOrder`). */
  readonly events: readonly PaymentEvent[];
}

/** At the same instant a judgement is withdrawn before another is notified, and the end comes last. */
function rank({ type }: PaymentEvent): number {
  if (type === 'utskrivningsklar-withdrawn') return 0;
  if (isNotice({ type })) return 1;
  return isEnd({ type }) ? 3 : 2;
}

/** By time; what has the same time in an order that depends on nothing but what it is. */
export function inOrder(events: readonly PaymentEvent[]): readonly PaymentEvent[] {
  return [...events].sort((a, b) =>
    a.at === b.at ? rank(a) - rank(b) || a.id - b.id : a.at < b.at ? -1 : 1,
  );
}

export function isNotice({ type }: Pick<PaymentEvent, 'type'>): boolean {
  return (NOTICES as readonly string[]).includes(type);
}

export function isEnd({ type }: Pick<PaymentEvent, 'type'>): boolean {
  return (ENDS as readonly string[]).includes(type);
}
