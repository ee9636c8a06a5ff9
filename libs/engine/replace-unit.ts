/** The event by which a closed or merged unit hands everything in a case to its successor. */
export const UNIT_REPLACED = 'unit-replaced';

/**
 * A context in which one unit stands wherever another stood. Unit ids are unlike every other word
 * that a context holds, so no machine needs to say where it remembers units; the log still tells
 * who did what before.
 * @returns the same object when the unit does not occur
 */
export function withUnitReplaced<Value>(value: Value, from: string, into: string): Value {
  if (value === from) return into as Value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const before: readonly unknown[] = value;
    const items = before.map((item) => withUnitReplaced(item, from, into));
    return items.some((item, index) => item !== before[index]) ? (items as Value) : value;
  }
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const replaced = entries.map(
    ([key, inner]) => [key, withUnitReplaced(inner, from, into)] as const,
  );
  return replaced.some(([, inner], index) => inner !== entries[index]?.[1])
    ? (Object.fromEntries(replaced) as Value)
    : value;
}
