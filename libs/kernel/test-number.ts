import type { Refusal } from './problems/refusal';

/** From this year on a birth number no longer tells the county, and the test series changed. */
const FIRST_YEAR_OF_NEW_SERIES = 1990;

/**
 * Whether a number lies in a series from which Skatteverket takes its published test numbers.
 * They are formally right and belong to nobody; demo data must come from here and nowhere else.
 *
 * - born before 1990: birth numbers 980-999
 * - born 1990 or later, and every samordningsnummer: birth numbers 238 and 239
 *
 * Confidence: secondary. The series were seen in copies of the published lists, not in a
 * description by the authority, and the lists hold a few single numbers outside them.
 * @param value a number as `parsePatientNumber` gives it; a reservnummer is never a test number
 */
export function isTestNumber(value: string): boolean {
  return isOfReservedSeries(value) || isOfSharedSeries(value);
}

/**
 * The guard that keeps test persons out of a production system, and with them demo data.
 * In the older series the published list skips numbers (982 where 980 is expected), so a living
 * person may hold one: such a patient is admitted with a reservnummer until the customer has
 * decided otherwise. Letting invented people among real ones is the worse of the two mistakes.
 * @returns the refusal, or `null` when the number may be used
 */
export function refuseTestNumber(value: string): Refusal | null {
  return isTestNumber(value) ? { code: 'TEST_NUMBER_REFUSED' } : null;
}

function isOfReservedSeries(value: string): boolean {
  if (!/^\d{12}$/.test(value)) return false;
  const birthNumber = value.slice(8, 11);
  const isNewer = Number(value.slice(0, 4)) >= FIRST_YEAR_OF_NEW_SERIES;
  return (birthNumber === '238' || birthNumber === '239') && (isNewer || isSamordning(value));
}

/** Holds both test numbers and numbers of real people born before 1990. */
function isOfSharedSeries(value: string): boolean {
  if (!/^\d{12}$/.test(value) || isSamordning(value)) return false;
  return Number(value.slice(0, 4)) < FIRST_YEAR_OF_NEW_SERIES && Number(value.slice(8, 11)) >= 980;
}

/** A samordningsnummer has 60 added to its day. */
function isSamordning(value: string): boolean {
  return Number(value.slice(6, 8)) >= 60;
}
