/** Our deepest command has four levels; what is far deeper is meant to hurt. */
const DEPTH_MAX = 32;

/**
 * Whether a JSON text has an object with the same name twice, or nests deeper than we read.
 * `"a"` and `"\u0061"` are the same name.
 * @param text valid JSON
 */
export function hasDuplicateOrTooDeep(text: string): boolean {
  /** The names of each open object; null for an open array. */
  const open: (Set<string> | null)[] = [];
  let mayBeName = false;
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '{':
      case '[':
        if (open.length === DEPTH_MAX) return true;
        open.push(text[at] === '{' ? new Set() : null);
        mayBeName = true;
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        mayBeName = true;
        break;
      case ':':
        mayBeName = false;
        break;
      case '"': {
        const end = endOfString(text, at);
        const names = open.at(-1);
        if (mayBeName && names != null) {
          const name = JSON.parse(text.slice(at, end)) as string;
          if (names.has(name)) return true;
          names.add(name);
        }
        at = end - 1;
        break;
      }
      default:
    }
  }
  return false;
}

/** The place after the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}
