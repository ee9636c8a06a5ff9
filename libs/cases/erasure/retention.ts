import type { UnitKind } from '@hemgang/directory';
import { birthDate, localDate, type Citation, type Instant, type LocalDate } from '@hemgang/kernel';

/** How long something is kept, as the law says it or as we assume it; years, and the source. */
export interface RetentionRule {
  /** Whole years after the last entry. */
  readonly years: number;
  /** Kept at least until the person is so old; null: her age does not matter. */
  readonly untilAge: number | null;
  /** Whether it must go, by the end of the calendar year after it became due, or only may. */
  readonly must: boolean;
  readonly citation: Citation;
}

/** What a file about a person is, where it is kept. */
export type FileKind =
  | 'health-journal'
  | 'social-personakt'
  | 'private-social'
  | 'child-protection';

/**
 * Gallring by kind of file. Social services must erase; a health record may go after ten years, and
 * public bodies keep it longer when their archive says so (PDL 3:18): they do not run the command.
 */
export const RETENTION: Readonly<Record<FileKind, RetentionRule>> = {
  'health-journal': { years: 10, untilAge: null, must: false, citation: 'PDL 3:17' },
  'social-personakt': { years: 5, untilAge: null, must: true, citation: 'SoL 16:1' },
  'private-social': { years: 2, untilAge: null, must: true, citation: 'SoL 17:2' },
  'child-protection': { years: 5, untilAge: 30, must: true, citation: 'SoL 16:2 a' },
};

/** Logs are kept at least five years (HSLF-FS 2016:40 4:9); ten unless a controller says otherwise. */
export const LOG_YEARS_MIN = 5;
export const LOG_YEARS = 10;
export const LOG_CITATION = 'HSLF-FS 2016:40 4:9' satisfies Citation;

/** An authority's decision that a record is to be destroyed. */
export const ORDER_CITATION = 'PDL 8:4' satisfies Citation;

/** Units whose files are social services' and not health care's. */
const SOCIAL: readonly UnitKind[] = ['municipal-social', 'home-care', 'short-term'];

/** What a controller holds about one person, all cases together. */
export interface HeldFile {
  readonly form: 'authority' | 'private';
  /** Kinds of the controller's units that were in her cases. */
  readonly units: readonly UnitKind[];
  readonly aboutChild: boolean;
  /** When the last event of any of them was recorded. */
  readonly last: Instant;
  readonly number: string | null;
}

/**
 * What kind of file it is. Where health care took part it is a health record, which is kept longest;
 * so is what no unit can be named for.
 */
export function fileKind({ form, units, aboutChild }: HeldFile): FileKind {
  const isSocial = units.length > 0 && units.every((kind) => SOCIAL.includes(kind));
  if (!isSocial) return 'health-journal';
  if (aboutChild) return 'child-protection';
  return form === 'private' ? 'private-social' : 'social-personakt';
}

/**
 * From which day on a file may go.
 * @returns null when nobody can tell: it is kept until a person is thirty, and her age is not known
 */
export function dueFrom(file: HeldFile, { years, untilAge }: RetentionRule): LocalDate | null {
  const byEntry = yearsAfter(localDate(file.last), years);
  if (untilAge === null) return byEntry;
  const born = file.number === null ? null : birthDate(file.number);
  if (born === null) return null;
  const byAge = yearsAfter(born, untilAge);
  return byAge > byEntry ? byAge : byEntry;
}

/** The last day on which what became due may still be there: the end of the next calendar year. */
export function latestDay(due: LocalDate): LocalDate {
  return `${Number(due.slice(0, 4)) + 1}-12-31`;
}

/**
 * The same day some years later or earlier. The 29 February of a year that has none sorts as the
 * last day of its month, which is all that it is compared for.
 */
export function yearsAfter(date: LocalDate, years: number): LocalDate {
  return `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
}
