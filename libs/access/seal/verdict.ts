import type { RestoreEntry } from './lines';

/** What does not fit. One word for each attack, so that a reader knows where to look. */
export type SealFaultCode =
  /** Records are missing at the end, or are in no order. */
  | 'incomplete'
  /** A number is missing or comes twice. */
  | 'numbering'
  /** The row of a numbered line is gone. */
  | 'missing'
  /** A line says something else than was sealed. */
  | 'line'
  /** An erasure says something else than was sealed. */
  | 'erasure'
  /** The row of an event is not the one whose hash was sealed. */
  | 'event'
  /** The lines of a batch are not those that were sealed, or not in their order. */
  | 'root'
  /** A batch does not follow the one before it. */
  | 'chain'
  /** A checkpoint or an entry was not signed by a key that is trusted. */
  | 'signature'
  /** A checkpoint says something else than the log. */
  | 'checkpoint'
  /** A checkpoint held outside says something else than the log: it was written anew. */
  | 'rewritten'
  /** A checkpoint held outside names lines that are not there: the end was cut off. */
  | 'truncated'
  /** A committed row was never sealed. */
  | 'unsealed'
  /** A case stands where no event has brought it. */
  | 'case'
  /** What is held outside belongs to another log. */
  | 'other-log';

/** The first fault that was found, and where. */
export interface SealFault {
  readonly code: SealFaultCode;
  /** `line 17`, `batch 3`, `checkpoint 2`, `event <case>.<seq>`. */
  readonly where: string;
}

/** What a log that has been read comes to. */
export interface SealVerdict {
  readonly fault: SealFault | null;
  readonly lines: number;
  /** Lines of which only the leaf was there. */
  readonly hidden: number;
  readonly batches: number;
  readonly checkpoints: number;
  /** Checkpoints held outside that agree. */
  readonly agreeing: number;
  /** Checkpoints held outside of lines that a restore took. */
  readonly lost: number;
  readonly restores: readonly RestoreEntry[];
  /** Lines that were erased, and the erasures that are sealed. */
  readonly erased: number;
  readonly erasures: number;
}
