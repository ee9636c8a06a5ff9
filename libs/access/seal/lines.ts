import { canonicalJson, type Instant } from '@hemgang/kernel';
import type { AccessLine, PendingRow, SealedBatch, ShownPatient } from '@hemgang/store';

/** What a line of the sealed log says. */
export type SealLine = EventLine | AccessSealLine | RestoreEntry;

/** An event: its hash stands for the row. */
export interface EventLine {
  readonly kind: 'event';
  readonly caseId: string;
  readonly seq: number;
  readonly hash: string;
}

/** A line of the access log, all of it, with the patients that it showed. */
export interface AccessSealLine extends Required<AccessLine> {
  readonly kind: 'access';
  readonly id: number;
  readonly patients: readonly ShownPatient[];
}

/** The database was restored: what came between its last line and what outsiders hold is lost. */
export interface RestoreEntry {
  readonly kind: 'restore';
  readonly log: string;
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
  /** Number of the last checkpoint that the restored database has; null: none. */
  readonly lastCheckpoint: number | null;
  /** The last one that was found outside; null: none, or none that is later. */
  readonly lastOutside: number | null;
  /** The first line that is lost, if any is. */
  readonly lostFrom: number;
  /** The last line that is known to be lost; null: what was lost is not known. */
  readonly lostThrough: number | null;
  readonly key: string | null;
  /** Ed25519 over the canonical text of all the others, hexadecimal; null: the worker had no key. */
  readonly signature: string | null;
}

/** What the row of a log says as a line. */
export function lineOf(row: Omit<PendingRow, 'isSealed' | 'tx'>): EventLine | AccessSealLine {
  const { kind, caseId, seq, hash } = row;
  if (kind === 'event') {
    if (caseId === null || seq === null || hash === null) throw new Error('An event without hash.');
    return { kind, caseId, seq, hash };
  }
  const { position: id, at, staff, assignment, unit, person, action, purpose, session } = row;
  if (at === null || action === null) throw new Error('A line of the access log without action.');
  const who = { staff, assignment, unit, purpose, session };
  return { kind, id, at, ...who, person, caseId, action, patients: row.patients };
}

/** The text that the chain value of a batch is made of. */
export function batchText({ batch, first, last, at, root, previous }: BatchHeader): string {
  return canonicalJson({ batch, first, last, at, root, previous });
}

type BatchHeader = Omit<SealedBatch, 'chain'>;
