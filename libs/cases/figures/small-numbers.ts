/** Fewer cases than this are shown to nobody outside the organisation whose they are. */
export const CASES_MIN = 5;

/** So many parts are never those of fewer than five cases: four that waited a whole leap year are 1,464. */
export const PARTS_OF_MANY = 2_000;

/** A figure beside others that add up to a sum that is shown as well. */
export interface Countable {
  /** Of how many cases it is made. */
  readonly cases: number;
  /** Of the reader's own organisation: shown whatever it is made of. */
  readonly isOwn: boolean;
}

/**
 * Which of the figures are not shown: those made of one to four cases, and, when that is one alone, also
 * the next smallest, since the sum would give the one away.
 * @returns in the order of the figures
 */
export function hiddenOf(figures: readonly Countable[]): readonly boolean[] {
  const hidden = figures.map(({ cases, isOwn }) => !isOwn && cases > 0 && cases < CASES_MIN);
  if (hidden.filter(Boolean).length !== 1) return hidden;
  const shown = figures
    .map(({ cases, isOwn }, index) => ({ cases, isOwn, index }))
    .filter(({ cases, index }) => cases > 0 && hidden[index] === false);
  const others = shown.filter(({ isOwn }) => !isOwn);
  // The own ones are known to the reader: to hide them would hide nothing.
  const next = others.sort((a, b) => a.cases - b.cases)[0];
  return hidden.map((isHidden, index) => isHidden || index === next?.index);
}
