/** A hundred numbers: the fixed beginning, then two digits, spaced as people write them. */
type Series = (twoDigits: string) => string;

/**
 * The fixed-line series that Post- och telestyrelsen keeps out of use for books and films, so that
 * nobody is ever called by mistake [recalled, and repeated alike by several public test tools]:
 * 0980-319200..99, 031-3900600..99, 040-6280400..99, 08-46500400..99. None lies in Västerbotten,
 * which makes it visible that they are not real.
 */
const FICTIONAL_SERIES: readonly Series[] = [
  (twoDigits) => `0980-319 2${twoDigits}`,
  (twoDigits) => `031-390 06 ${twoDigits}`,
  (twoDigits) => `040-628 04 ${twoDigits}`,
  (twoDigits) => `08-465 004 ${twoDigits}`,
];

const NUMBERS_PER_SERIES = 100;

/** Running number of the first switchboard: above those of the units. */
export const SWITCHBOARDS_FROM = 384;

/**
 * The fictional telephone number with a running number from 0 to 399.
 * @throws RangeError when the series are used up
 */
export function fictionalPhone(index: number): string {
  const series = FICTIONAL_SERIES[Math.floor(index / NUMBERS_PER_SERIES)];
  if (!series) throw new RangeError(`There is no fictional telephone number ${index}.`);
  return series(String(index % NUMBERS_PER_SERIES).padStart(2, '0'));
}
