import { plusMs, type Instant } from '@hemgang/kernel';

/** RFC 9116 5.2: a contact that nobody has looked at for a year may be nobody's. Half of it. */
const VALID_MS = 180 * 24 * 60 * 60 * 1_000;

/** What the file says. */
export interface SecurityText {
  /** A URI: `mailto:`, `https:` or `tel:`. */
  readonly contact: string;
  /** Where browsers reach us, without a path; null: the file does not say where it belongs. */
  readonly publicUrl: string | null;
  readonly now: Instant;
}

/**
 * `security.txt` (RFC 9116): where somebody who has found a hole tells us. It holds from the
 * midnight (UTC) before now for half a year: whoever asks twice a day gets the same file.
 */
export function securityText({ contact, publicUrl, now }: SecurityText): string {
  const expires = plusMs(`${now.slice(0, 10)}T00:00:00.000Z`, VALID_MS);
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    'Preferred-Languages: sv, en',
    ...(publicUrl === null ? [] : [`Canonical: ${publicUrl}/.well-known/security.txt`]),
    '',
  ].join('\r\n');
}
