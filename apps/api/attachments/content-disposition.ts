/** What stands in a value without being escaped (RFC 8187 3.2.1) beyond letters and digits. */
const ESCAPED = /['()*]/g;

/** Accents on letters that ASCII has. */
const MARKS = /\p{M}/gu;

const NOT_PLAIN = /[^\x20-\x7e]|["\\%;]/g;

/**
 * Saves what is answered under a name instead of showing it (RFC 6266). Who does not know `filename*`
 * gets the name without its letters beyond ASCII.
 */
export function savedAs(name: string): string {
  const plain = name.normalize('NFD').replace(MARKS, '').replace(NOT_PLAIN, '_');
  const whole = encodeURIComponent(name).replace(
    ESCAPED,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
