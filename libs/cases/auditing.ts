import { Audit, LogExport, LogFollowUp } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import type { Clock } from '@hemgang/kernel';
import {
  AccessLog,
  AccessReader,
  ErasureStore,
  LogReviewStore,
  PersonStore,
  RetentionTermStore,
  SealReader,
  SealStore,
  type Database,
} from '@hemgang/store';
import { Gallring } from './erasure/gallring';
import { Terms } from './erasure/terms';

/** The audit trail and what is done with it. */
export interface Auditing {
  readonly audit: Audit;
  /** The access log as it leaves the service: in the national format, and to the patient. */
  readonly logExport: LogExport;
  readonly logFollowUp: LogFollowUp;
  /** Statutory erasure. */
  readonly gallring: Gallring;
}

interface AuditingGround {
  /** The command writer's role alone may remove content. */
  readonly writes: Database;
  readonly works: Database;
  readonly clock: Clock;
  /** Time that nobody moves. */
  readonly realClock: Clock;
  readonly directory: () => Directory;
}

export function openAuditing(ground: AuditingGround): Auditing {
  const { writes, works: database, clock, realClock, directory } = ground;
  const erasures = new ErasureStore(database, writes);
  const logged = {
    reader: new AccessReader(database),
    access: new AccessLog(database),
    clock,
    directory,
  };
  return {
    audit: new Audit({
      seals: new SealStore(database),
      reader: new SealReader(database),
      erasures,
      clock,
    }),
    logExport: new LogExport({ ...logged, persons: new PersonStore(database), realClock }),
    logFollowUp: new LogFollowUp({ ...logged, reviews: new LogReviewStore(database) }),
    gallring: new Gallring({
      store: erasures,
      terms: new Terms({ terms: new RetentionTermStore(database), clock, directory }),
      clock,
      directory,
    }),
  };
}
