import { AccessLog, PlanDraftStore, type Databases, type Doorbell } from '@hemgang/store';
import { CaseReading } from '../case-reading';
import type { ViewResources } from '../view-resources';
import { PlanDrafts } from './plan-drafts';

export type { PlanDrafts };

interface PlanDraftsGround extends Omit<ViewResources, 'reads' | 'works'> {
  readonly databases: Databases;
  readonly doorbell: Doorbell;
}

/** Puts together how drafts of plans are kept and read. */
export function openPlanDrafts({ databases, doorbell, ...ground }: PlanDraftsGround): PlanDrafts {
  const { reads, writes, works } = databases;
  return new PlanDrafts({
    store: new PlanDraftStore(writes, works),
    access: new AccessLog(works),
    reading: new CaseReading({ ...ground, reads, works }),
    clock: ground.clock,
    changed: () => doorbell.ring('drafts'),
  });
}
