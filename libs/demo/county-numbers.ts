import { DEMO_MUNICIPALITIES } from './municipalities';

const SOURCE = 'Påhittat för demonstrationen / Invented for the demonstration';

/** Before anything that a demo lives through. */
const FROM = '2020-01-01';

/** Plainly invented: the first municipality has so many, each of the following a little less. */
const MOST = 5_000;
const LESS = 250;

/** Residents and beds of the demo, in the form of the file that an operator enters. */
export function demoCountyNumbers() {
  const ofMunicipalities = DEMO_MUNICIPALITIES.map(({ code }, index) => ({
    ...{ kind: 'residents-65', place: `municipality:${code}`, from: FROM },
    ...{ value: MOST - index * LESS, source: SOURCE },
  }));
  const value = ofMunicipalities.reduce((sum, each) => sum + each.value, 0);
  const ofCounty = { place: 'county', from: FROM, source: SOURCE };
  return {
    numbers: [
      ...ofMunicipalities,
      { ...ofCounty, kind: 'residents-65', value },
      { ...ofCounty, kind: 'available-beds', value: 500 },
    ],
  };
}
