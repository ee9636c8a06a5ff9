import { hasDuplicateOrTooDeep } from './json-structure';

/** Why a body is not taken as JSON; nothing of its content. */
export interface Unreadable {
  readonly unreadable: true;
}

const UNREADABLE: Unreadable = { unreadable: true };

/** Bytes that are no UTF-8 are refused instead of being replaced: a name would be stored wrong. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a body strictly: UTF-8, JSON (RFC 8259), no name twice in an object, not too deep. A name
 * that stands twice means one thing to us and another to a program on the way that read the first.
 */
export function readJson(body: Buffer): { readonly value: unknown } | Unreadable {
  try {
    const text = utf8.decode(body);
    // After JSON.parse the text is known to be JSON, so the second look can be simple.
    const value: unknown = JSON.parse(text);
    return hasDuplicateOrTooDeep(text) ? UNREADABLE : { value };
  } catch {
    return UNREADABLE;
  }
}
