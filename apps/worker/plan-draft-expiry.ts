import type { PlanDrafts } from '@hemgang/cases';
import { HOUR_MS } from '@hemgang/kernel';
import type { Round } from './loop';

/** Removes drafts of plans that have ended or that nobody goes on with. An hour more does no harm. */
export class PlanDraftExpiry {
  constructor(private readonly drafts: Pick<PlanDrafts, 'forget'>) {}

  async round(): Promise<Round> {
    await this.drafts.forget();
    return { more: false, waitMs: HOUR_MS };
  }
}
