import fc from 'fast-check';
import { DEMO_COUNTY } from '@hemgang/demo';
import { Directory } from '@hemgang/directory';
import type { ExperienceCell } from '@hemgang/store';
import { PLACE_LEVELS } from '../figures/places';
import { hiddenPlaces, placeAt } from './hidden-places';

const FEW = 5;
const MUNICIPALITY = '2480';
/** Wards of either care at two hospitals, of a sjukstuga, and units of open care and of a municipality. */
const UNITS = [
  'nus-medicin-2',
  'nus-stroke',
  'nus-psykiatri-1',
  'lycksele-medicin',
  'lycksele-kirurgi',
  'asele-sjukstuga',
  'ersboda-halsocentral',
  'umea-bistand-norr',
];
const LEVELS = PLACE_LEVELS.filter((level) => level !== 'municipality');

const directory = new Directory(DEMO_COUNTY);

const cell = (unit: string, answers: number): ExperienceCell => ({
  ...{ kind: 'staff', version: 1, quarter: '2026-01-01', unit, municipality: MUNICIPALITY },
  ...{ question: 'in_time', answers, rated: answers, sum: answers },
});

/** Which cells each sum that is shown is made of, as ones and zeros. */
function shownSums(cells: readonly ExperienceCell[]): number[][] {
  return LEVELS.flatMap((level) => {
    const hidden = hiddenPlaces(level, cells, directory);
    const places = cells.map((each) => placeAt(level, each, directory));
    const shown = new Set(places.filter((place) => place !== '' && !hidden.has(place)));
    return [...shown].map((place) => places.map((each) => (each === place ? 1 : 0)));
  });
}

/** How many of the sums are not made of the others. */
function rank(sums: readonly (readonly number[])[]): number {
  let rows = sums.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < UNITS.length; column += 1) {
    const pivot = rows.find((row) => Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot === undefined) continue;
    found += 1;
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) => {
        const times = (row[column] ?? 0) / pivot[column]!;
        return row.map((value, at) => value - times * pivot[at]!);
      });
  }
  return found;
}

describe('places of which nothing is shown', () => {
  it('are so many that no adding and subtracting tells of fewer than five', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 12 }), {
      minLength: UNITS.length,
      maxLength: UNITS.length,
    });
    fc.assert(
      fc.property(counts, (answers) => {
        const cells = UNITS.flatMap((unit, at) =>
          answers[at] === 0 ? [] : [cell(unit, answers[at]!)],
        );
        const sums = shownSums(cells);
        const known = rank(sums);
        for (let group = 1; group < 2 ** cells.length; group += 1) {
          const its = cells.map((_, at) => (group >> at) & 1);
          const together = its.reduce((sum, is, at) => sum + is * cells[at]!.answers, 0);
          if (together < FEW) expect(rank([...sums, its])).toBeGreaterThan(known);
        }
      }),
    );
  });

  it('are none where all have answered enough', () => {
    const cells = UNITS.map((unit) => cell(unit, FEW));
    for (const level of PLACE_LEVELS) expect(hiddenPlaces(level, cells, directory).size).toBe(0);
  });
});
