import { canonicalJson, type Instant } from '@hemgang/kernel';
import type { CheckpointRow, SealHead } from '@hemgang/store';
import type { SigningKey } from './keys';
import type { RestoreEntry } from './lines';

/** What is known when a restore is found. */
export interface RestoreFacts {
  /** The last checkpoint in the restored database. */
  readonly last: CheckpointRow | null;
  /** The last one that was handed out, as it is found outside. */
  readonly outside: CheckpointRow | null;
  readonly key: SigningKey | null;
}

/** The line that says that the database was restored, and which lines are lost with that. */
export function restoreEntry(head: SealHead, at: Instant, facts: RestoreFacts): RestoreEntry {
  const { last, key } = facts;
  const outside = (facts.outside?.lines ?? 0) > head.lines ? facts.outside : null;
  const said = {
    kind: 'restore',
    log: head.log,
    at,
    from: head.timeline,
    to: head.here,
    lastCheckpoint: last?.checkpoint ?? null,
    lastOutside: outside?.checkpoint ?? null,
    lostFrom: head.lines + 1,
    lostThrough: facts.outside === null ? null : Math.max(facts.outside.lines, head.lines),
    key: key?.id ?? null,
  } as const;
  return { ...said, signature: key?.sign(canonicalJson(said)) ?? null };
}
