import { isMet, TARGETS, targetText, type Target, type TargetName } from './targets';

/** One line of the result. */
export interface Figure {
  readonly name: string;
  /** Null when it could not be measured here; `against` says why. */
  readonly value: number | null;
  readonly unit: string;
  /** What it is compared with, in numbers of the same run: a slow machine does not matter. */
  readonly against: string | null;
  /** `≥ 0.6, aim 1`; null when nothing is promised. */
  readonly target: string | null;
  readonly met: boolean | null;
}

/** A figure that nothing is promised about. */
export function shown(
  name: string,
  value: number,
  unit: string,
  against: string | null = null,
): Figure {
  return { name, value: rounded(value), unit, against, target: null, met: null };
}

/** A figure that a target is set for. */
export function judged(name: TargetName, value: number, against: string | null = null): Figure {
  const target: Target = TARGETS[name];
  const met = isMet(target, value);
  return {
    name,
    value: rounded(value),
    unit: target.unit,
    against,
    target: targetText(target),
    met,
  };
}

/** A target that could not be measured here, and why. A target not measured is not met. */
export function missed(name: TargetName, why: string): Figure {
  const target: Target = TARGETS[name];
  return {
    name,
    value: null,
    unit: target.unit,
    against: why,
    target: targetText(target),
    met: false,
  };
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
    .map(({ name, value, unit, against, target, met }) => {
      const judgement = target === null ? '' : `  ${met === true ? 'met' : 'MISSED'} (${target})`;
      const compared = against === null ? '' : `  ${against}`;
      return `${name.padEnd(56)} ${String(value ?? '–').padStart(10)} ${unit.padEnd(14)}${judgement}${compared}`;
    })
    .join('\n');
}

/** Three digits say all that a shared machine can. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
