import type { HomeArea } from './home-area';
import { HOME_AREAS } from './home-areas';
import { FAMILY_NAMES, OLDER_NAMES, YOUNGER_NAMES } from './names';
import { pick, seeded } from './random';
import { testNumber } from './test-number';

/** An invented patient: what an inskrivningsmeddelande needs (2017:612 2:2), and where home is. */
export interface DemoPatient {
  /** Personnummer, 12 digits without a sign. */
  readonly number: string;
  readonly name: string;
  /** Folkbokföringsadress on one line. */
  readonly address: string;
  /** SCB's code of the municipality of folkbokföring. */
  readonly municipality: string;
  /** Id in HOME_AREAS; decides which district of a larger municipality is responsible. */
  readonly homeArea: string;
  /** The unit where the patient is listed. */
  readonly halsocentral: string;
}

/** Until about this year of birth people bear the older names. */
const LAST_YEAR_OF_OLDER_NAMES = 1959;

const HOUSE_NUMBERS = 60;
const STAIRCASES = ['', '', '', ' A', ' B', ' C'] as const;

/** Most people are listed at the nearest hälsocentral of those near home. */
const SHARE_AT_NEAREST = 0.75;

const INHABITANTS = HOME_AREAS.reduce((sum, area) => sum + area.inhabitants, 0);

/**
 * The nth invented patient, always the same for the same n, no two with the same number. Homes are
 * spread over the county as its inhabitants are.
 * @throws RangeError unless n is a whole number from 0 to TEST_NUMBERS - 1
 */
export function demoPatient(n: number): DemoPatient {
  const number = testNumber(n);
  const random = seeded(`patient ${n}`);
  const area = areaOf(random() * INHABITANTS);
  return {
    number,
    name: `${givenName(number, random)} ${pick(FAMILY_NAMES, random)}`,
    address: address(area, random),
    municipality: area.municipality,
    homeArea: area.id,
    halsocentral: listedAt(area, random),
  };
}

/** The area in which the county's inhabitant with this running number lives. */
function areaOf(inhabitant: number): HomeArea {
  let upToHere = 0;
  for (const area of HOME_AREAS) {
    upToHere += area.inhabitants;
    if (inhabitant < upToHere) return area;
  }
  throw new RangeError(`The county has only ${INHABITANTS} inhabitants.`);
}

/** The tenth digit's parity gives the sex, as in every personnummer of this age. */
function givenName(number: string, random: () => number): string {
  const isOlder = Number(number.slice(0, 4)) <= LAST_YEAR_OF_OLDER_NAMES;
  const names = isOlder ? OLDER_NAMES : YOUNGER_NAMES;
  const isFemale = Number(number[10]) % 2 === 0;
  return pick(isFemale ? names.female : names.male, random);
}

function address(area: HomeArea, random: () => number): string {
  const street = pick(area.streets, random);
  const house = 1 + Math.floor(random() * HOUSE_NUMBERS);
  return `${street} ${house}${pick(STAIRCASES, random)}, ${area.postalTown}`;
}

function listedAt(area: HomeArea, random: () => number): string {
  const [nearest] = area.halsocentraler;
  const isAtNearest = nearest !== undefined && random() < SHARE_AT_NEAREST;
  return isAtNearest ? nearest : pick(area.halsocentraler, random);
}
