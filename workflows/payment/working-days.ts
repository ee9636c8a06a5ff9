import { nextWorkingDay, type LocalDate } from '@hemgang/kernel';

/** The day that is `count` working days after a day; the day itself when none is asked for. */
export function workingDaysAfter(date: LocalDate, count: number): LocalDate {
  return Array.from({ length: count }).reduce<LocalDate>((day) => nextWorkingDay(day), date);
}
