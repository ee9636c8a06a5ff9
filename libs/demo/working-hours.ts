import {
  addDays,
  instantAt,
  isNonWorkingDay,
  localDate,
  localTime,
  MINUTE_MS,
  plusMs,
  type Instant,
  type LocalDate,
  type LocalTime,
} from '@hemgang/kernel';
import type { Draw } from './draw';

/** When people at a kind of unit act, by the Swedish clock. */
export interface WorkingHours {
  readonly from: LocalTime;
  readonly to: LocalTime;
  /** Closed on Saturdays, Sundays and public holidays. */
  readonly onlyWorkingDays: boolean;
}

/** A ward is staffed at night too, but then it is not the paperwork that is done. */
export const WARD_HOURS: WorkingHours = { from: '07:00', to: '21:00', onlyWorkingDays: false };
/** When patients are sent home. */
export const LEAVING_HOURS: WorkingHours = { from: '09:30', to: '17:00', onlyWorkingDays: false };
export const NURSING_HOURS: WorkingHours = { from: '07:00', to: '20:30', onlyWorkingDays: false };
export const OFFICE_HOURS: WorkingHours = { from: '08:00', to: '16:30', onlyWorkingDays: true };

/** Work that waited for the morning is not all done at the first minute. */
const MORNING_MINUTES_MIN = 5;
const MORNING_MINUTES_MAX = 90;

/** The instant itself when people work then, otherwise some time after they have come. */
export function whenAtWork(at: Instant, hours: WorkingHours, draw: Draw): Instant {
  const time = localTime(at);
  let date = localDate(at);
  if (worksOn(date, hours) && time >= hours.from && time < hours.to) return at;
  if (time >= hours.from) date = addDays(date, 1);
  while (!worksOn(date, hours)) date = addDays(date, 1);
  const minutes = draw.between(MORNING_MINUTES_MIN, MORNING_MINUTES_MAX);
  return plusMs(instantAt(date, hours.from), Math.round(minutes * MINUTE_MS));
}

function worksOn(date: LocalDate, { onlyWorkingDays }: WorkingHours): boolean {
  return !onlyWorkingDays || !isNonWorkingDay(date);
}
