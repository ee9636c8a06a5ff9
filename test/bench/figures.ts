/** One line of the result. A ratio is taken within one run, so a slow machine does not matter. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with, and how many times that it is; null when it stands alone. */
  readonly against: { readonly name: string; readonly ratio: number } | null;
}

/** The middle of the values; of an even number the lower middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** The value that the share `p` of all values does not exceed. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * p) - 1)] ?? Number.NaN;
}

/** A table for people. */
export function table(figures: readonly Figure[]): string {
  return figures
    .map(({ name, value, unit, against }) => {
      const compared = against === null ? '' : `  ${against.ratio.toFixed(2)} × ${against.name}`;
      return `${name.padEnd(52)} ${value.toFixed(1).padStart(10)} ${unit.padEnd(6)}${compared}`;
    })
    .join('\n');
}
