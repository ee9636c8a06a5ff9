import type { Attachments } from '@hemgang/cases';
import { HOUR_MS } from '@hemgang/kernel';
import type { Round } from './loop';

/** A file is up to 10 MB in some thousand rows beside its own: seconds of a disk, and no more. */
const BATCH_MAX = 50;

/** Between full batches, for a first round after days in which no worker ran. */
const REST_MS = 100;

/** Removes files that no message has named for a day. An hour more does no harm. */
export class AttachmentExpiry {
  constructor(private readonly attachments: Pick<Attachments, 'forget'>) {}

  /** Looks at one batch. */
  async round(): Promise<Round> {
    const isMore = await this.attachments.forget(BATCH_MAX);
    return { more: false, waitMs: isMore ? REST_MS : HOUR_MS };
  }
}
