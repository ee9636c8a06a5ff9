import type { Instant, Text } from '@hemgang/kernel';

/** What must be with the patient on the way home, in the order in which a ward goes through it. */
export const READINESS_ITEMS = [
  'medicines',
  'aids',
  'transport',
  'key',
  'food',
  'information',
] as const;

export type ReadinessItem = (typeof READINESS_ITEMS)[number];

/** `undone`: somebody took a tick back; an item that nobody has ticked is in no list at all. */
export const READINESS_STATUSES = ['done', 'not-needed', 'undone'] as const;

export type ReadinessStatus = (typeof READINESS_STATUSES)[number];

/** The last tick of an item: who said so, and when it happened. */
export interface Tick {
  readonly status: ReadinessStatus;
  readonly unit: string;
  readonly at: Instant;
}

export type Readiness = Readonly<Partial<Record<ReadinessItem, Tick>>>;

/** The items as people say them. */
export const READINESS_WORDS = {
  medicines: { sv: 'Läkemedel med hem', en: 'Medicines to take home' },
  aids: { sv: 'Hjälpmedel på plats', en: 'Aids in place' },
  transport: { sv: 'Resa bokad', en: 'Transport booked' },
  key: { sv: 'Nyckel', en: 'Key' },
  food: { sv: 'Mat hemma', en: 'Food at home' },
  information: { sv: 'Patient och närstående informerade', en: 'Patient and relatives informed' },
} as const satisfies Readonly<Record<ReadinessItem, Text>>;
