const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The last day of a stretch.
 * @param next the first day of the one after it; undefined: it is the last of its period
 * @param to the last day of the period
 */
export function lastDayOf(next: string | undefined, to: string): string {
  if (next === undefined) return to;
  const day = 'YYYY-MM-DD'.length;
  return new Date(Date.parse(`${next}T00:00:00Z`) - DAY_MS).toISOString().slice(0, day);
}
