import type { ChangedDraft, StreamFeed } from '@hemgang/store';
import type { Reader } from '@hemgang/access';
import type { PlanDrafts } from './sip/plan-drafts';

/** That a case the reader may see has a new version; nothing more. */
export interface LiveEvent {
  readonly caseId: string;
  readonly version: number;
  readonly cursor: string;
}

/** `reset`: the cursor is unknown here; read everything anew and go on from the new one. */
export type LiveBatch =
  | { readonly kind: 'events'; readonly events: readonly LiveEvent[]; readonly cursor: string }
  | { readonly kind: 'reset'; readonly cursor: string };

/** The event log of all cases as each reader may follow it. */
export class Live {
  constructor(
    private readonly feed: StreamFeed,
    private readonly drafts: Pick<PlanDrafts, 'changedLately'>,
  ) {}

  /** Drafts that were changed in the last seconds, whoever may know of them. */
  draftsChangedLately(): Promise<readonly ChangedDraft[]> {
    return this.drafts.changedLately();
  }

  /** The present end: where a new reader begins. */
  head(): Promise<string> {
    return this.feed.head();
  }

  /**
   * What is new after `cursor` for this reader. The cursor moves on also when nothing was for the
   * reader, so that the next call does not read the same events again.
   */
  async after(cursor: string, reader: Reader, limit: number): Promise<LiveBatch> {
    const batch = await this.feed.after(cursor, limit);
    if (batch.kind === 'reset') return batch;
    const mine = batch.events.filter(({ units }) => units.includes(reader.unit));
    return {
      kind: 'events',
      events: mine.map(({ caseId, version, cursor: at }) => ({ caseId, version, cursor: at })),
      cursor: batch.events.at(-1)?.cursor ?? cursor,
    };
  }
}
