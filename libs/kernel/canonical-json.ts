/** Everything JSON can say. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** Half of a surrogate pair on its own: no character, and UTF-8 would silently replace it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The one spelling of a JSON value (RFC 8785): keys sorted by UTF-16 code units, no white space,
 * numbers as ECMAScript writes them. Two equal values give the same text, so that a digest made
 * today can be checked in twenty years. The caller encodes the text as UTF-8.
 *
 * Whatever JSON would drop or change is refused instead: undefined (also as a property), NaN and
 * infinities, bigint, functions, symbols, lone surrogates, holes, and objects that are no plain
 * objects, such as Date or Map. A value that contains itself ends in a RangeError.
 * @throws TypeError naming the place, never the content
 */
export function canonicalJson(value: unknown): string {
  return write(value, '');
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeString(value, path);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return writeArray(value, path);
  if (typeof value === 'object' && isPlainObject(value)) return writeObject(value, path);
  throw notJson(path);
}

function writeString(value: string, path: string): string {
  if (LONE_SURROGATE.test(value)) throw notJson(path);
  return JSON.stringify(value);
}

function writeArray(values: readonly unknown[], path: string): string {
  const items: string[] = [];
  // Not map: it would step over holes, which must be refused.
  for (let index = 0; index < values.length; index += 1) {
    items.push(write(values[index], `${path}/${index}`));
  }
  return `[${items.join(',')}]`;
}

function writeObject(value: object, path: string): string {
  const members = Object.entries(value).sort(byKey);
  return `{${members.map(([key, item]) => writeMember(key, item, path)).join(',')}}`;
}

function writeMember(key: string, item: unknown, path: string): string {
  return `${writeString(key, path)}:${write(item, `${path}/${key}`)}`;
}

/** Strings compare by UTF-16 code units, which is the order RFC 8785 asks for. */
function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** True for object literals and parsed JSON, also from another realm; false for class instances. */
function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function notJson(path: string): TypeError {
  return new TypeError(`Not a JSON value at ${path === '' ? 'the top' : path}`);
}
