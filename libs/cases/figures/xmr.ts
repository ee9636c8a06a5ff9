/** What an ordinary value lies between, by how much one differs from the next. */
export interface ControlLimits {
  readonly centre: number;
  /** Never below 0: nothing here is counted below it. */
  readonly lower: number;
  readonly upper: number;
}

/** Fewer values say nothing of what is ordinary. */
const VALUES_MIN = 8;

/** Natural process limits of an individuals chart: three over d2 of pairs (Wheeler, XmR). */
const LIMIT_FACTOR = 2.66;

/**
 * The limits of an XmR chart: mean, and 2.66 times the mean moving range on either side.
 * @returns null for fewer than eight values
 */
export function controlLimits(values: readonly number[]): ControlLimits | null {
  if (values.length < VALUES_MIN) return null;
  const centre = meanOf(values);
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const reach = LIMIT_FACTOR * meanOf(ranges);
  return { centre, lower: Math.max(0, centre - reach), upper: centre + reach };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
