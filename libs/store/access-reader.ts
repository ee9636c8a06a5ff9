import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import { LOG_ENDS, LOGGED_BETWEEN, LOGGED_LINES, type LoggedLine } from './sql/access-reading';

/** Which lines of the access log: of which units, from when, and until before when. */
export interface LoggedRange {
  readonly units: readonly string[];
  readonly since: Instant;
  readonly until: Instant;
  /** Lines about this person alone; absent: everybody's. */
  readonly person?: string;
}

/** Numbers looked at in one statement: some tens of milliseconds, whatever it finds. */
const WINDOW = 20_000;

/**
 * The access log as it is read back: for the national format, follow-up and the patient. It is read
 * in the order of its numbers and in windows of them, because no index of it costs a command anything.
 */
export class AccessReader {
  constructor(private readonly database: Database) {}

  /** The lines of a range in the order in which they were written, page by page. */
  async *lines({ units, since, until, person }: LoggedRange): AsyncGenerator<LoggedLine, void> {
    const [ends] = await this.database.run(LOG_ENDS, []);
    const last = ends?.last ?? 0;
    for (let from = ends?.first ?? 1; from <= last; from += WINDOW) {
      const to = Math.min(from + WINDOW - 1, last);
      const values = [units, since, until, from, to, person ?? null];
      yield* await this.database.run(LOGGED_BETWEEN, values);
    }
  }

  /** Lines by number, those of other units and erased ones left out. */
  byId(ids: readonly number[], units: readonly string[]): Promise<readonly LoggedLine[]> {
    return this.database.run(LOGGED_LINES, [ids, units]);
  }
}
