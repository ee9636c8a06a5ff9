import { sha256 } from './contents';

/** The same names give the same id for ever: of a case, or of a file. */
export function namedId(names: readonly string[]): string {
  const hash = sha256(JSON.stringify(names));
  // A UUID of version 8: bits of our own, marked as such.
  const marked = `${hash.slice(0, 12)}8${hash.slice(13, 16)}8${hash.slice(17, 32)}`;
  return marked.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
