/** A span of birth years, and how many of each 20 patients are born in it. */
interface AgeBand {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly ofEachTwenty: number;
}

/**
 * Mostly old people, as on the wards that discharge to municipal care: 17 of 20 are 65 or older in
 * 2026. Nobody is born after 1989, because Skatteverket's test numbers follow another rule then.
 */
const AGE_BANDS: readonly AgeBand[] = [
  { firstYear: 1962, lastYear: 1989, ofEachTwenty: 3 },
  { firstYear: 1952, lastYear: 1961, ofEachTwenty: 3 },
  { firstYear: 1942, lastYear: 1951, ofEachTwenty: 7 },
  { firstYear: 1932, lastYear: 1941, ofEachTwenty: 6 },
  { firstYear: 1927, lastYear: 1931, ofEachTwenty: 1 },
];

const ROUND = 20;

/** Which band each of 20 patients in a row belongs to, mixed so that any few are of mixed age. */
const BAND_OF_TURN: readonly number[] = [
  2, 3, 1, 2, 3, 0, 2, 3, 2, 1, 4, 3, 2, 0, 3, 2, 1, 2, 3, 0,
];

const FIRST_BIRTH_NUMBER = 980;
const BIRTH_NUMBERS_PER_DAY = 20;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A prime that divides no band's count of numbers, so that its multiples pass every number of the
 * band once before any comes again, and that throws neighbours years apart.
 */
const STRIDE = 1_000_003;

/**
 * How many different numbers there are. The scarcest band is the one of 1942-1951: 3,652 days x 20
 * birth numbers = 73,040 numbers, of which each round of 20 patients uses 7, so 10,434 rounds.
 */
export const TEST_NUMBERS = 10_434 * ROUND;

/**
 * The nth invented patient's personnummer: 12 digits without a sign, never the same for two n, with
 * a right check digit and a birth number from 980 to 999, the series from which Skatteverket takes
 * its test numbers for people born before 1990. The birth number is even for women.
 * The series is not free of real people (see the kernel's test-number.ts), so these numbers must
 * never be looked up in a register or sent to another system.
 * @throws RangeError unless n is a whole number from 0 to TEST_NUMBERS - 1
 */
export function testNumber(n: number): string {
  const isWhole = Number.isInteger(n) && n >= 0 && n < TEST_NUMBERS;
  const bandIndex = BAND_OF_TURN[n % ROUND] ?? -1;
  const band = AGE_BANDS[bandIndex];
  if (!isWhole || !band) throw new RangeError(`There is no demo patient ${n}.`);

  const earlierInRound = BAND_OF_TURN.slice(0, n % ROUND).filter((b) => b === bandIndex).length;
  const serial = Math.floor(n / ROUND) * band.ofEachTwenty + earlierInRound;
  return numberInBand(band, serial);
}

function numberInBand(band: AgeBand, serial: number): string {
  const firstDayMs = Date.UTC(band.firstYear, 0, 1);
  const days = (Date.UTC(band.lastYear + 1, 0, 1) - firstDayMs) / DAY_MS;
  const position = ((serial + 1) * STRIDE) % (days * BIRTH_NUMBERS_PER_DAY);

  const day = Math.floor(position / BIRTH_NUMBERS_PER_DAY);
  const birthDate = new Date(firstDayMs + day * DAY_MS).toISOString().slice(0, 10);
  const birthNumber = FIRST_BIRTH_NUMBER + (position % BIRTH_NUMBERS_PER_DAY);
  const elevenDigits = `${birthDate.replaceAll('-', '')}${birthNumber}`;
  return `${elevenDigits}${checkDigit(elevenDigits.slice(2))}`;
}

/** The last digit: nine digits are weighted 2, 1, 2 …, digit sums added, and raised to a ten. */
function checkDigit(nineDigits: string): number {
  let sum = 0;
  for (let index = 0; index < nineDigits.length; index += 1) {
    const product = Number(nineDigits[index]) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - (sum % 10)) % 10;
}
