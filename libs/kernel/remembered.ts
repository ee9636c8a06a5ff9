/**
 * A function that makes its answer once for each thing it is asked about, for what never changes as
 * long as the process runs: what a declaration or a workflow says. The answer goes when the thing
 * does.
 */
export function remembered<Key extends object, Value>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const answers = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = answers.get(key) ?? { value: make(key) };
    answers.set(key, known);
    return known.value;
  };
}
