import { weekday, type LocalDate } from '@hemgang/kernel';
import type { UnitKind } from '../unit-kind';

/** Why a unit cannot begin before a day. */
export const START_REASONS = ['staffing', 'places', 'equipment', 'other'] as const;

export type StartReason = (typeof START_REASONS)[number];

/** How many patients a unit says that it can receive a day. Numbers alone: nothing of anybody. */
export interface UnitCapacity {
  readonly unit: string;
  /** Seven, Monday to Sunday; null: it has said nothing of that weekday. */
  readonly week: readonly (number | null)[];
  /** Local dates on which another number holds. */
  readonly days: readonly { readonly day: LocalDate; readonly places: number }[];
  /** Before this local date it begins with nobody; null: it has said nothing of that. */
  readonly start: { readonly day: LocalDate; readonly reason: StartReason } | null;
}

/** The kinds of municipal unit that a patient comes home to: who decides, and who carries it out. */
const RECEIVING_AT_HOME: ReadonlySet<UnitKind> = new Set<UnitKind>([
  'municipal-social',
  'municipal-health',
  'home-care',
  'short-term',
  'rehab',
]);

/** Whether a unit of this kind can say how many it receives a day. */
export function hasCapacity(kind: UnitKind): boolean {
  return RECEIVING_AT_HOME.has(kind);
}

/** How many the unit can receive on a local date: none before its earliest start. Null: it has not said. */
export function placesOn({ week, days, start }: UnitCapacity, on: LocalDate): number | null {
  if (start !== null && on < start.day) return 0;
  const exception = days.find(({ day }) => day === on);
  return exception?.places ?? week[weekday(on) - 1] ?? null;
}
