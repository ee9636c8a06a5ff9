import { HOUR_MS, MINUTE_MS } from '../instant';
import type { Instant, LocalDate } from '../instant';
import type { Language } from '../text';
import { weekday } from './local-date';
import { localDate, localTime } from './local-time';

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  sv: ['mån', 'tis', 'ons', 'tor', 'fre', 'lör', 'sön'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

const DAY_WORDS: Readonly<Record<Language, { readonly one: string; readonly many: string }>> = {
  sv: { one: 'dag', many: 'dagar' },
  en: { one: 'day', many: 'days' },
};

/** From three days on, hours no longer help anybody decide. */
const DAYS_WITHOUT_HOURS = 3;

/** A day for people who plan within weeks: `tor 26/11`, in English `Thu 26/11`. */
export function formatDate(date: LocalDate, language: Language): string {
  const name = WEEKDAYS[language][weekday(date) - 1] ?? '';
  return `${name} ${Number(date.slice(8))}/${Number(date.slice(5, 7))}`;
}

/** A point in time as a Swedish clock and calendar show it: `tor 26/11 13:00`. */
export function formatInstant(at: Instant, language: Language): string {
  return `${formatDate(localDate(at), language)} ${localTime(at)}`;
}

/**
 * How long something has lasted, in at most two units and never rounded up: `14 min`,
 * `2 h 14 min`, `1 dag 3 h`, `3 dagar`. A day is 24 elapsed hours.
 * Below zero reads as `0 min`, since two computers' clocks may differ by a few seconds.
 * @param ageMs elapsed milliseconds
 */
export function formatAge(ageMs: number, language: Language): string {
  const minutes = Math.max(0, Math.floor(ageMs / MINUTE_MS));
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(ageMs / (24 * HOUR_MS));
  if (hours < 1) return `${minutes} min`;
  if (days < 1) return joined(`${hours} h`, minutes % 60, 'min');
  const word = days === 1 ? DAY_WORDS[language].one : DAY_WORDS[language].many;
  const wholeDays = `${days} ${word}`;
  return days < DAYS_WITHOUT_HOURS ? joined(wholeDays, hours % 24, 'h') : wholeDays;
}

function joined(large: string, small: number, unit: string): string {
  return small === 0 ? large : `${large} ${small} ${unit}`;
}
