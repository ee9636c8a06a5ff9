import type { LocalDate } from './instant';
import type { Text } from './text';

/**
 * - `personnummer`: 12 digits, given to whoever is folkbokförd in Sweden.
 * - `samordningsnummer`: 12 digits, for others; the day of birth is increased by 60.
 * - `reservnummer`: given by the region when neither is known, also to a patient whom nobody can
 *   identify. When such a patient is identified, the number is corrected in the case; there is no
 *   number of its own for "unknown".
 */
export type PatientNumberKind = 'personnummer' | 'samordningsnummer' | 'reservnummer';

/** A number in its one stored spelling: 12 characters, without signs or spaces. */
export interface PatientNumber {
  readonly kind: PatientNumberKind;
  readonly value: string;
}

const DIGITS = /^(18|19|20)?(\d{2})(\d{2})(\d{2})([-+]?)(\d{3})(\d)$/;

/**
 * ASSUMPTION. Region Västerbotten's own format could not be found. Until the region names it, this
 * form serves the demo: `VB`, the year of issue, a running number of six digits. It tells nothing
 * about the person and cannot be mistaken for 12 digits.
 */
const RESERVNUMMER = /^VB(20\d{2})-?(\d{6})$/;

const HIGHEST_DAY_OF_PERSONNUMMER = 31;
const ADDED_TO_DAY_IN_SAMORDNINGSNUMMER = 60;

const problems = {
  shape: {
    sv: 'Skriv numret med 12 siffror (ååååmmddnnnn), med 10 siffror, eller som reservnummer.',
    en: 'Write the number with 12 digits (yyyymmddnnnn), with 10 digits, or as a reserve number.',
  },
  birthNumber: {
    sv: 'De fyra sista siffrorna kan inte börja med 000. Kontrollera numret.',
    en: 'The last four digits cannot begin with 000. Check the number.',
  },
  date: {
    sv: 'Födelsedatumet i numret finns inte. Kontrollera år, månad och dag.',
    en: 'The date of birth in the number does not exist. Check year, month and day.',
  },
  future: {
    sv: 'Födelseåret i numret ligger i framtiden. Kontrollera årtalet.',
    en: 'The year of birth in the number lies in the future. Check the year.',
  },
  checksum: {
    sv: 'Kontrollsiffran stämmer inte. En siffra är troligen felskriven.',
    en: 'The check digit does not match. A digit is probably mistyped.',
  },
} as const satisfies Record<string, Text>;

/**
 * Reads a patient number as people write it: 12 digits, or 10 digits with `-` (or nothing) below
 * the age of 100 and `+` from the year in which the person turns 100; hyphens, dashes, spaces and
 * small letters do not matter.
 *
 * A samordningsnummer may have month 00 and day 60, when month or day of birth is not known; that
 * Skatteverket gives out such numbers was read second-hand (users of the published test numbers
 * asked the authority).
 * @param year the current year, which decides the century of a 10-digit number
 * @returns the number, or what is wrong with it; the words never repeat what was typed
 */
export function parsePatientNumber(
  text: string,
  year: number,
): PatientNumber | { readonly problem: Text } {
  const written = text
    .replace(/\s/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toUpperCase();
  const reserve = RESERVNUMMER.exec(written);
  if (reserve) return { kind: 'reservnummer', value: `VB${reserve[1]}${reserve[2]}` };

  const parts = DIGITS.exec(written);
  if (!parts) return { problem: problems.shape };
  const [, century, yy = '', mm = '', dd = '', sign, birthNumber = '', checkDigit = ''] = parts;
  const birthYear = century ? Number(century + yy) : yearOfShortForm(Number(yy), sign, year);
  const value = `${birthYear}${mm}${dd}${birthNumber}${checkDigit}`;
  const kind = Number(dd) > HIGHEST_DAY_OF_PERSONNUMMER ? 'samordningsnummer' : 'personnummer';

  if (birthNumber === '000') return { problem: problems.birthNumber };
  if (!dateIsPossible(value, kind)) return { problem: problems.date };
  if (birthYear > year) return { problem: problems.future };
  if (luhnSum(value.slice(2)) % 10 !== 0) return { problem: problems.checksum };
  return { kind, value };
}

/**
 * The day of birth that the number carries. `null` for a reservnummer, and for a samordningsnummer
 * without a known month or day. The day in a number can differ from the true one by a few days.
 * @param value a number as `parsePatientNumber` gives it
 */
export function birthDate(value: string): LocalDate | null {
  if (!/^\d{12}$/.test(value)) return null;
  const { month, day } = monthAndDay(value);
  if (month === 0 || day === 0) return null;
  return `${value.slice(0, 4)}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Years at which somebody is no child any more. */
const GROWN_UP_AT = 18;

/** Whether somebody born on `born` is under 18 on a day. */
export function isUnder18(born: LocalDate, on: LocalDate): boolean {
  return isUnder(GROWN_UP_AT, born, on);
}

/** Whether somebody has not reached an age on a day; born on 29 February counts to 1 March. */
export function isUnder(years: number, born: LocalDate, on: LocalDate): boolean {
  return on < `${Number(born.slice(0, 4)) + years}${born.slice(4)}`;
}

/** The latest year, not after `year`, that ends in `yy`; with `+` a hundred years earlier. */
function yearOfShortForm(yy: number, sign: string | undefined, year: number): number {
  const latest = year - ((((year - yy) % 100) + 100) % 100);
  return sign === '+' ? latest - 100 : latest;
}

function dateIsPossible(value: string, kind: PatientNumberKind): boolean {
  const { month, day } = monthAndDay(value);
  const mayBeUnknown = kind === 'samordningsnummer';
  const lowest = mayBeUnknown ? 0 : 1;
  if (month < lowest || month > 12 || day < lowest) return false;
  // An unknown month can have up to 31 days; day 0 of the next month is the last of this one.
  const days =
    month === 0 ? 31 : new Date(Date.UTC(Number(value.slice(0, 4)), month, 0)).getUTCDate();
  return day <= days;
}

function monthAndDay(value: string): { readonly month: number; readonly day: number } {
  const day = Number(value.slice(6, 8));
  const isSamordningsnummer = day > HIGHEST_DAY_OF_PERSONNUMMER;
  return {
    month: Number(value.slice(4, 6)),
    day: isSamordningsnummer ? day - ADDED_TO_DAY_IN_SAMORDNINGSNUMMER : day,
  };
}

/**
 * The sum of the Luhn method over ten digits; a right number's sum ends in 0. Written here because
 * the `personnummer` package reads the computer's clock and refuses unknown birthdays.
 */
function luhnSum(tenDigits: string): number {
  let sum = 0;
  for (let index = 0; index < tenDigits.length; index += 1) {
    const product = Number(tenDigits[index]) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
