import { dateField, lineText } from '@hemgang/engine';
import { COUNTY_NUMBERS, type CountyNumber } from '@hemgang/store';
import { z } from 'zod';

/** More than a county has in a hundred years; a longer list is another file. */
const ROWS_MAX = 10_000;

/** More people than live in Sweden are a slip of the hand. */
const VALUE_MAX = 10_000_000;

const file = z.strictObject({
  numbers: z
    .array(
      z.strictObject({
        kind: z.enum(COUNTY_NUMBERS),
        place: z.string().regex(/^(county|municipality:\d{4})$/),
        from: dateField,
        value: z.int().positive().max(VALUE_MAX),
        source: lineText,
      }),
    )
    .min(1)
    .max(ROWS_MAX),
});

/** Why a number of the file cannot be entered. */
export type CountyNumberFault = 'form' | 'repeated' | 'unknown-place' | 'county-alone';

/** Where the file is wrong, as a path in it: nothing of what stands there. */
export interface CountyNumberFaultAt {
  readonly at: string;
  readonly fault: CountyNumberFault;
}

/**
 * Reads what a file of JSON holds: `{ "numbers": [{ kind, place, from, value, source }] }`.
 * @param isPlace whether the county has such a place
 * @returns the numbers, or every place in the file that is wrong
 */
export function readCountyNumbers(
  content: unknown,
  isPlace: (place: string) => boolean,
): { readonly numbers: readonly CountyNumber[] } | readonly CountyNumberFaultAt[] {
  const read = file.safeParse(content);
  if (!read.success) {
    return read.error.issues.map(({ path }) => ({
      at: `/${path.map(String).join('/')}`,
      fault: 'form' as const,
    }));
  }
  const seen = new Set<string>();
  const faults = read.data.numbers.flatMap((number, index) => {
    const fault = faultOf(number, seen, isPlace);
    return fault === null ? [] : [{ at: `/numbers/${index}`, fault }];
  });
  return faults.length > 0 ? faults : read.data;
}

function faultOf(
  { kind, place, from }: CountyNumber,
  seen: Set<string>,
  isPlace: (place: string) => boolean,
): CountyNumberFault | null {
  const key = `${kind} ${place} ${from}`;
  if (seen.has(key)) return 'repeated';
  seen.add(key);
  if (!isPlace(place)) return 'unknown-place';
  return kind === 'available-beds' && place !== 'county' ? 'county-alone' : null;
}
