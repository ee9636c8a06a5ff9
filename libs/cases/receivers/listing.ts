import type { StoredContent } from '@hemgang/store';

/** What whoever names a patient keeps to her own authority. */
interface Own {
  readonly registration?: string | null;
  readonly listedAt?: string;
}

/** Says where she is folkbokförd now, and not who she is: what was said before stays. */
const SAME_PERSON = 'change-folkbokforing';

/**
 * The hälsocentral that the patient is listed at, as last entered in content that the reader's controller
 * holds. Whoever names another patient without it has said nothing of hers.
 */
export function listedAt(contents: readonly StoredContent[]): string | null {
  return contents.reduce<string | null>((before, { entry, body }) => {
    const own = body['own'] as Own | undefined;
    if (own?.registration === undefined) return before;
    return own.listedAt ?? (entry === SAME_PERSON ? before : null);
  }, null);
}
