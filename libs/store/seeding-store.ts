import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import type { Statement } from './statement';
import type { DueTimer } from './timer-store';

/** How far the demo's seeding has come. */
export interface SeedingProgress {
  readonly done: number;
  readonly total: number;
  /** Null while it is unfinished, also when the process was stopped in the middle. */
  readonly finishedAt: Instant | null;
}

const LOAD: Statement<SeedingProgress> = {
  name: 'load-seeding',
  text: `select done, total, finished_at as "finishedAt" from seeding`,
};

const SAVE: Statement<never> = {
  name: 'save-seeding',
  text: `
    insert into seeding (done, total, finished_at) values ($1, $2, $3)
    on conflict (only_row) do update set
      done = excluded.done, total = excluded.total, finished_at = excluded.finished_at`,
};

const IS_EMPTY: Statement<{ empty: boolean }> = {
  name: 'is-empty',
  text: `select not exists (select from cases) as empty`,
};

const RELEASE: Statement<never> = {
  name: 'release-seeded',
  text: `
    with facts as (
      update outbox set dispatched_at = null
      where case_id = any ($1::uuid[]) and dispatched_at = 'infinity'
    )
    update timers set live = true where case_id = any ($1::uuid[]) and not live`,
};

const NEXT_TIMER: Statement<DueTimer> = {
  name: 'next-seeded-timer',
  text: `
    select case_id as "caseId", duty, step, due_at as due, fire_at as "fireAt" from timers
    where case_id = any ($1::uuid[]) and not live and fire_at <= $2
    order by fire_at, case_id, duty
    limit 1`,
};

const VERSION_AT: Statement<{ version: number }> = {
  name: 'seeded-version',
  text: 'select version from idempotency where caller = $1 and key = $2',
};

const SYSTEM_EVENTS: Statement<{ count: number }> = {
  name: 'system-events-after',
  text: `
    select count(*)::int as count from events
    where case_id = $1 and seq > $2 and seq < coalesce(
      (select min(seq) from events where case_id = $1 and seq > $2 and actor ->> 'system' is null),
      2147483647)`,
};

/** The one row that tells whether this database was seeded, and the end of a case's seeding. */
export class SeedingStore {
  constructor(private readonly database: Database) {}

  /** Null when this database was never seeded. */
  async load(): Promise<SeedingProgress | null> {
    const [row] = await this.database.run(LOAD, []);
    return row ?? null;
  }

  async record({ done, total, finishedAt }: SeedingProgress): Promise<void> {
    await this.database.run(SAVE, [done, total, finishedAt]);
  }

  /** True when the database holds no case; only then may a seeding begin. */
  async isEmpty(): Promise<boolean> {
    const [row] = await this.database.run(IS_EMPTY, []);
    return row?.empty ?? true;
  }

  /** The next timer of these cases, which live through their past, that fires until then. */
  async nextTimer(caseIds: readonly string[], until: Instant): Promise<DueTimer | null> {
    const [row] = await this.database.run(NEXT_TIMER, [caseIds, until]);
    return row ?? null;
  }

  /** The version that a step of an invented life has led to; null when it has not been taken. */
  async versionAt(caller: string, key: string): Promise<number | null> {
    const [row] = await this.database.run(VERSION_AT, [caller, key]);
    return row?.version ?? null;
  }

  /** How many events the system has written after this version before anybody else wrote one. */
  async systemEventsAfter(caseId: string, version: number): Promise<number> {
    const [row] = await this.database.run(SYSTEM_EVENTS, [caseId, version]);
    return row?.count ?? 0;
  }

  /**
   * The cases have reached the present: from now on the sweeper fires their timers and the relay
   * tells their facts.
   */
  async release(caseIds: readonly string[]): Promise<void> {
    await this.database.run(RELEASE, [caseIds]);
  }
}
