import type { Directory } from '@hemgang/directory';
import { OPEN_CARE_KINDS } from '@workflows/handover';
import type { Places } from './stay-facts';

/** SCB writes a municipality with four digits and a region with two. */
const MUNICIPALITY_CODE_DIGITS = 4;

/** What a directory says of the units that logs name. @param region that the stays are in */
export function placesOf(directory: Directory, region: string): Places {
  const sjukstugor = new Set(directory.rows.units.map(({ ownWard }) => ownWard));
  return {
    region,
    municipalityOf: (unit) => municipalityOf(directory, unit),
    isOpenCare: (unit) => OPEN_CARE_KINDS.some((kind) => kind === directory.unit(unit)?.kind),
    careTypeOf: (ward) => {
      if (sjukstugor.has(ward)) return 'sjukstuga';
      const unit = directory.unit(ward);
      // Where it is not said: a ward whose very name is kept from others is one of psychiatric care.
      return unit?.care ?? (unit?.sensitive === true ? 'psychiatric' : 'somatic');
    },
  };
}

/** SCB code of the municipality that a unit works for; a region's unit has none. */
export function municipalityOf(directory: Directory, unit: string): string | null {
  const code = directory.huvudmanOf(unit)?.code;
  return code?.length === MUNICIPALITY_CODE_DIGITS ? code : null;
}
