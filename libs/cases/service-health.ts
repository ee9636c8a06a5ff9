import type { MigrationState, SeedingProgress } from '@hemgang/store';

/** Whether the service can do its work. */
export interface ServiceHealth {
  readonly migrations: MigrationState;
  /** Demo: whether enough of the county has been lived through to begin. */
  readonly seeded: boolean;
  /** The database has been restored, and what was erased since its backup is still here again. */
  readonly erasuresAwaited: boolean;
}

/** So many lived-through cases make a demo worth opening; the rest of the county fills in behind. */
const CASES_ENOUGH = 100;

/** Whether a demo has lived through enough to be opened. */
export function isEnough({ done, finishedAt }: SeedingProgress): boolean {
  return finishedAt !== null || done >= CASES_ENOUGH;
}
