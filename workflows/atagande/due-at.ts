import {
  endOfLocalDay,
  instantAt,
  type Instant,
  type LocalDate,
  type LocalTime,
} from '@hemgang/kernel';

/** By when something is promised: a Swedish day, perhaps with a time. */
export interface PromisedBy {
  readonly dueDate: LocalDate;
  readonly dueTime?: LocalTime | undefined;
}

/** A date without a time lasts to the end of that day in Sweden. */
export function dueAt({ dueDate, dueTime }: PromisedBy): Instant {
  return dueTime === undefined ? endOfLocalDay(dueDate) : instantAt(dueDate, dueTime);
}
