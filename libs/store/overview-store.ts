import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import { LATE, QUALITY, type LateOfUnit, type QualityOfUnit } from './sql/overview';

/** What an administrator's units have before them, counted: ids of units, and nobody's name. */
export class OverviewStore {
  constructor(private readonly database: Database) {}

  /** What is late at the units and, in their cases, at others, the most first. */
  late(units: readonly string[], now: Instant): Promise<readonly LateOfUnit[]> {
    return this.database.run(LATE, [units, now]);
  }

  /** @param since a stay without any event after it counts as silent */
  quality(units: readonly string[], since: Instant): Promise<readonly QualityOfUnit[]> {
    return this.database.run(QUALITY, [units, since]);
  }
}
