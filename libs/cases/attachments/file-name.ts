import { ENDINGS, type FileKind } from './file-kind';

/** A line of a list; file systems take 255 bytes. */
const NAME_LENGTH_MAX = 120;

/**
 * Control characters, halves of pairs, what no character is, and what is not seen: marks of direction
 * make `gpj.exe` look like `exe.jpg`.
 */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;

/** Parts of a path, and what a file system or a shell reads as something else. */
const RESERVED = /[\\/:*?"<>|]/;

/** Hidden, or dropped when the file is saved, so that it is saved as something else. */
const EDGES = /^[\s.]|[\s.]$/u;

/** Windows takes these for devices, whatever comes after the dot. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i;

/** Why a name is not taken: too long, unsafe on some computer, or with the ending of another kind. */
export type NameFault = 'too_long' | 'unsafe' | 'wrong_ending';

/**
 * The name of a file as it is kept: its letters put together (NFC), as computers differ in that. A name
 * that is unsafe is refused and not mended: nobody looks for a file by a name that she has not given.
 */
export function safeName(
  given: string,
  kind: FileKind,
): { readonly name: string } | { readonly fault: NameFault } {
  const name = given.normalize('NFC');
  if (name.length > NAME_LENGTH_MAX) return { fault: 'too_long' };
  const isUnsafe = [UNSEEN, RESERVED, EDGES, DEVICE].some((pattern) => pattern.test(name));
  if (name === '' || isUnsafe) return { fault: 'unsafe' };
  const lower = name.toLowerCase();
  const fits = ENDINGS[kind].some((ending) => lower.endsWith(ending) && lower !== ending);
  return fits ? { name } : { fault: 'wrong_ending' };
}
