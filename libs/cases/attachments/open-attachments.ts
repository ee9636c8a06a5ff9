import { AccessLog, AttachmentStore, CaseStore, type Databases } from '@hemgang/store';
import { CaseReading } from '../case-reading';
import type { ViewResources } from '../view-resources';
import { Attachments } from './attachments';

interface AttachmentsGround extends Omit<ViewResources, 'reads' | 'works'> {
  readonly databases: Databases;
}

/** Puts together how files are kept and fetched. */
export function openAttachments({ databases, ...ground }: AttachmentsGround): Attachments {
  const { reads, writes, works } = databases;
  return new Attachments({
    registry: ground.registry,
    cases: new CaseStore(writes),
    store: new AttachmentStore(writes, works),
    access: new AccessLog(works),
    reading: new CaseReading({ ...ground, reads, works }),
    clock: ground.clock,
  });
}
