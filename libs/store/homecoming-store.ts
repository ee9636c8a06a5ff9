import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import { EXPECTED_HOMECOMINGS } from './reads/homecomings';

/** A patient in hospital whom a unit waits for. */
export interface ExpectedHomecoming {
  readonly case: string;
  readonly unit: string;
  /** When she is expected: the start that the unit has planned, else the ward's expected discharge. */
  readonly at: Instant;
}

/** Whom municipal units wait for, without anybody's name. Works for figures, outside any reader's context. */
export class HomecomingStore {
  constructor(private readonly database: Database) {}

  /** One row for each case and unit. @throws DatabaseUnavailable */
  of(units: readonly string[]): Promise<readonly ExpectedHomecoming[]> {
    return this.database.run(EXPECTED_HOMECOMINGS, [units]);
  }
}
