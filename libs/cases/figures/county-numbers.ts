import type { Directory } from '@hemgang/directory';
import { isMunicipalityOfVasterbotten, type Clock } from '@hemgang/kernel';
import type { CountyNumberRow, CountyNumberStore } from '@hemgang/store';
import { isRegionAdministrator, nameOfAssigned } from '../region-administrator';
import { readCountyNumbers, type CountyNumberFaultAt } from './county-numbers-file';
import { COUNTY, municipalityPlace } from './places';

/** A number as it was entered, and whether it still counts. */
export interface CountyNumberView extends Omit<CountyNumberRow, 'enteredBy'> {
  readonly enteredBy: { readonly assignment: string; readonly name: string };
  /** False: a later one of the same kind, place and day has taken its place. */
  readonly inForce: boolean;
}

interface CountyNumberResources {
  readonly numbers: CountyNumberStore;
  readonly clock: Clock;
  directory(): Directory;
}

/**
 * Residents and available beds: what only the customer knows, with who says so and from when it holds.
 * What was entered stays readable; nothing stands in for what was not (record 43).
 */
export class CountyNumbers {
  constructor(private readonly on: CountyNumberResources) {}

  /**
   * Enters a whole file, or nothing of it.
   * @param content of the file, as JSON has it
   * @param by the assignment of an administrator of the region
   * @returns how many were entered, or why none was
   * @throws DatabaseUnavailable
   */
  async enter(
    content: unknown,
    by: string,
  ): Promise<number | 'not-an-administrator' | readonly CountyNumberFaultAt[]> {
    const directory = this.on.directory();
    if (!isRegionAdministrator(directory, by)) return 'not-an-administrator';
    const municipalities = directory.rows.huvudman
      .filter(({ code }) => isMunicipalityOfVasterbotten(code))
      .map(({ code }) => municipalityPlace(code));
    const places = [COUNTY, ...municipalities];
    const read = readCountyNumbers(content, (place) => places.includes(place));
    if (!('numbers' in read)) return read;
    await this.on.numbers.add(read.numbers, { enteredAt: this.on.clock.now(), enteredBy: by });
    return read.numbers.length;
  }

  /** Everything that was entered, the latest last. @throws DatabaseUnavailable */
  async history(): Promise<readonly CountyNumberView[]> {
    const rows = await this.on.numbers.all();
    const latest = new Map(rows.map((row) => [`${row.kind} ${row.place} ${row.from}`, row]));
    const counting = new Set(latest.values());
    const directory = this.on.directory();
    return rows.map((row) => ({
      ...row,
      enteredBy: { assignment: row.enteredBy, name: nameOfAssigned(directory, row.enteredBy) },
      inForce: counting.has(row),
    }));
  }
}
