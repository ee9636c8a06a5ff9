import type { Instant } from '@hemgang/kernel';
import type { StoredContent } from '@hemgang/store';
import type { Underlag } from './underlag';

/** One computation as a side holds it. */
export interface HeldVersion {
  /** The event that computed it. */
  readonly event: number;
  readonly computedAt: Instant;
  readonly underlag: Underlag;
  /** Which case a pseudonym stands for; null for everybody but the region. */
  readonly cases: Readonly<Record<string, string>> | null;
}

/** Every computation that a controller holds, the oldest first. */
export function versionsHeld(contents: readonly StoredContent[]): readonly HeldVersion[] {
  return contents.flatMap(({ seq, recordedAt, body }) => {
    const underlag = body['underlag'] as Underlag | undefined;
    const own = body['own'] as Pick<HeldVersion, 'cases'> | undefined;
    return underlag === undefined
      ? []
      : [{ event: seq, computedAt: recordedAt, underlag, cases: own?.cases ?? null }];
  });
}
