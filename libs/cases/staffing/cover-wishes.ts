import type { WeekHours } from '@hemgang/directory';
import type { Instant, LocalDate } from '@hemgang/kernel';

/** Hours of a unit from a day on. The edge has checked the form of each field, here and below. */
export interface HoursWish {
  readonly from: LocalDate;
  readonly week: WeekHours;
}

/** A watch with its turns that are not over. */
export interface WatchWish {
  readonly name: string;
  readonly units: readonly string[];
  readonly mayDecide: boolean;
  readonly turns: readonly TurnWish[];
}

export interface TurnWish {
  readonly staff: string;
  readonly from: Instant;
  /** Just before this. */
  readonly until: Instant;
}

export interface AbsenceWish {
  /** Who is away; null: who says so. */
  readonly staff: string | null;
  readonly from: Instant;
  /** Just before this. */
  readonly until: Instant;
}
