import { serverNow } from './api/server-time';
import type { Language } from './language';

/** Every time on the screen is Swedish time, wherever the computer thinks it stands. */
const ZONE = 'Europe/Stockholm';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** From three days on, hours no longer help anybody decide (the server writes ages the same way). */
const DAYS_WITHOUT_HOURS = 3;

const WEEKDAYS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  sv: { Mon: 'mån', Tue: 'tis', Wed: 'ons', Thu: 'tor', Fri: 'fre', Sat: 'lör', Sun: 'sön' },
  en: { Mon: 'Mon', Tue: 'Tue', Wed: 'Wed', Thu: 'Thu', Fri: 'Fri', Sat: 'Sat', Sun: 'Sun' },
};

const DAY_WORDS: Readonly<Record<Language, readonly [one: string, many: string]>> = {
  sv: ['dag', 'dagar'],
  en: ['day', 'days'],
};

const calendar = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A point in time as a Swedish calendar and clock show it: `tor 26/11 13:00`, with its year in another than now. */
export function formatInstant(at: string | number, language: Language): string {
  return `${said(localParts(at), language)} ${formatClock(at)}`;
}

/** A local date (`2026-11-26`) as it is said: `tor 26/11`, with its year in another than now. */
export function formatLocalDay(date: string, language: Language): string {
  return said(localParts(`${date}T12:00:00.000Z`), language);
}

/** Nobody reads a day of another year as one of this; what is of this year needs no year. */
function said({ weekday, day, month, year }: LocalParts, language: Language): string {
  const shown = `${WEEKDAYS[language][weekday] ?? ''} ${Number(day)}/${Number(month)}`;
  return year === localParts(serverNow()).year ? shown : `${shown} ${year}`;
}

/** A day as a Swedish calendar shows it, with its year: `2026-11-26`. */
export function formatDay(at: string | number): string {
  return toLocalInput(at).slice(0, 'YYYY-MM-DD'.length);
}

/** The time of day alone: `13:00`. */
export function formatClock(at: string | number): string {
  const { hour, minute } = localParts(at);
  return `${hour}:${minute}`;
}

/** How long something lasts, in at most two units and never rounded up: `2 h 14 min`, `3 dagar`. */
export function formatAge(ageMs: number, language: Language): string {
  const minutes = Math.max(0, Math.floor(ageMs / MINUTE_MS));
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(ageMs / DAY_MS);
  if (hours < 1) return `${minutes}\u00a0min`;
  if (days < 1) return joined(`${hours}\u00a0h`, minutes % 60, 'min');
  const wholeDays = `${days}\u00a0${DAY_WORDS[language][days === 1 ? 0 : 1]}`;
  return days < DAYS_WITHOUT_HOURS ? joined(wholeDays, hours % 24, 'h') : wholeDays;
}

/** What a date-and-time field holds for this instant, Swedish time: `2026-11-26T13:00`. */
export function toLocalInput(at: string | number): string {
  const { year, month, day, hour, minute } = localParts(at);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/**
 * The instant that a date-and-time field means, Swedish time, as ISO 8601 in UTC; null when the text
 * is no time (to the minute). An hour that summer time skips means the same distance into the next one; an hour that
 * comes twice means the first.
 */
export function fromLocalInput(local: string): string | null {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  // Around a change of the clocks the day before and the day after have different offsets.
  const before = asUtc - offsetAt(asUtc - DAY_MS);
  const after = asUtc - offsetAt(asUtc + DAY_MS);
  const at = toLocalInput(before) !== local && toLocalInput(after) === local ? after : before;
  return new Date(at).toISOString();
}

/** How far Swedish time is ahead of UTC at a whole minute, in milliseconds. */
function offsetAt(at: number): number {
  return Date.parse(`${toLocalInput(at)}Z`) - at;
}

interface LocalParts {
  readonly weekday: string;
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
}

function localParts(at: string | number): LocalParts {
  const parts = { weekday: '', year: '', month: '', day: '', hour: '', minute: '' };
  for (const { type, value } of calendar.formatToParts(new Date(at))) {
    if (type in parts) parts[type as keyof LocalParts] = value;
  }
  return parts;
}

function joined(large: string, small: number, unit: string): string {
  return small === 0 ? large : `${large} ${small}\u00a0${unit}`;
}
