import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import type { Statement } from './statement';

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
  name: 'release-timers',
  text: `update timers set live = true where case_id = any ($1::uuid[]) and not live`,
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

  /** The cases have reached the present: from now on the sweeper fires their timers. */
  async release(caseIds: readonly string[]): Promise<void> {
    await this.database.run(RELEASE, [caseIds]);
  }
}
