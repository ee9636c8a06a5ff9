const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Milliseconds, as every instant of ours has them. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** 18 digits fit the database's 64-bit numbers. */
const NUMBER = /^\d{1,18}$/;
/** More than any id of ours; a longer one was not made here. */
const ID_LENGTH_MAX = 200;

/** Before every id: where the first page of a list begins. */
export const LOWEST_ID = '00000000-0000-0000-0000-000000000000';

/** `due`: an instant, or `infinity` for a duty without a due time. */
type Part = 'uuid' | 'instant' | 'due' | 'number' | 'id';

/**
 * The key of a list's last row as an opaque string for a URL. Keys hold ids, numbers and times
 * only, never anything about a person.
 */
export function writeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/**
 * Reads a cursor back. Each part is checked against its kind, so that whatever a client sends can
 * at worst name another place of the same list and never makes the database fail.
 * @returns null when it was not written by `writeCursor` with these kinds
 */
export function readCursor(cursor: string, kinds: readonly Part[]): readonly string[] | null {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts.length !== kinds.length) return null;
  const texts = parts.filter((part): part is string => typeof part === 'string');
  return kinds.every((kind, index) => isOfKind(texts[index], kind)) ? texts : null;
}

function isOfKind(text: string | undefined, kind: Part): boolean {
  if (text === undefined) return false;
  switch (kind) {
    case 'uuid':
      return UUID.test(text);
    case 'instant':
      return isInstant(text);
    case 'due':
      return text === 'infinity' || isInstant(text);
    case 'number':
      return NUMBER.test(text);
    case 'id':
      return text.length > 0 && text.length <= ID_LENGTH_MAX && !text.includes('\0');
  }
}

function isInstant(text: string): boolean {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}
