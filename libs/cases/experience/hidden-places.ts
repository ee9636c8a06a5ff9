import type { Directory } from '@hemgang/directory';
import { groupBy } from '@hemgang/kernel';
import type { ExperienceCell } from '@hemgang/store';
import { OPEN_CARE_KINDS } from '@workflows/handover';
import {
  COUNTY,
  inpatientPlaces,
  municipalityPlace,
  openCarePlace,
  wardPlace,
  type PlaceLevel,
} from '../figures/places';
import { CASES_MIN } from '../figures/small-numbers';

type Cells = readonly ExperienceCell[];

/** Belongs to no place of the level; what does is counted as one place together. */
const NOWHERE = '';

/** To which place of a level an answer belongs. */
export function placeAt(
  level: PlaceLevel,
  { unit, municipality }: ExperienceCell,
  directory: Directory,
): string {
  if (level === 'county') return COUNTY;
  if (level === 'municipality')
    return municipality === '' ? NOWHERE : municipalityPlace(municipality);
  const kind = directory.unit(unit)?.kind;
  const isOpenCare = OPEN_CARE_KINDS.some((each) => each === kind);
  if (level === 'open-care') return isOpenCare ? openCarePlace(unit) : NOWHERE;
  if (kind !== 'ward') return NOWHERE;
  if (level === 'ward') return wardPlace(unit);
  const places = inpatientPlaces(directory, unit);
  return places.find((place) => place.startsWith(`${level}:`)) ?? NOWHERE;
}

/**
 * Places of a level of which nothing is shown for a quarter: too few have answered, or a place of few could
 * be told by subtracting what is shown, also of other levels, from each other (record 38).
 * @param cells all of one questionnaire and one quarter
 */
export function hiddenPlaces(
  level: PlaceLevel,
  cells: Cells,
  directory: Directory,
): ReadonlySet<string> {
  const at = (its: PlaceLevel) => (cell: ExperienceCell) => placeAt(its, cell, directory);
  if (level === 'county' || level === 'municipality') return tooFew(groupBy(cells, at(level)));
  const unitAt = (cell: ExperienceCell) => at('ward')(cell) || at('open-care')(cell);
  const hidden = tooFew(groupBy(cells, unitAt));
  if (level === 'ward' || level === 'open-care') return hidden;
  // A place made of wards tells of those among them that are hidden: the others are subtracted.
  const untold = cells.filter((cell) => hidden.has(unitAt(cell)));
  if (level === 'care') {
    const cares = groupBy(untold, at(level));
    // All of them in one kind of care are what the county tells too.
    return cares.size > 1 ? new Set(cares.keys()) : new Set();
  }
  return tooFew(groupBy(untold, (cell) => at('hospital')(cell) || at('sjukstuga')(cell)));
}

/**
 * Places of fewer than five answers, and as many of the next smallest as it takes that those which can be
 * told by subtraction from the county are five together.
 */
function tooFew(cells: ReadonlyMap<string, Cells>): ReadonlySet<string> {
  const answers = [...cells].map(([place, its]) => [place, answersIn(its)] as const);
  const hidden = new Set<string>();
  let together = 0;
  for (const [place, count] of answers.sort((a, b) => a[1] - b[1])) {
    const wouldTell = hidden.size > 0 && together < CASES_MIN;
    if (count >= CASES_MIN && !wouldTell) break;
    hidden.add(place);
    together += count;
  }
  return hidden;
}

/** Every question is answered by everybody, so that each of them tells how many there were. */
export function answersIn(cells: Cells): number {
  const [first] = cells;
  const ofFirst = cells.filter(({ question }) => question === first?.question);
  return ofFirst.reduce((sum, { answers }) => sum + answers, 0);
}
