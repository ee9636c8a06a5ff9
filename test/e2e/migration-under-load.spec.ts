import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';

import { migrate } from '@hemgang/cases';
import { MIGRATIONS } from '@hemgang/store';
import { County, MARIA, query, recordFinding, times } from '@hemgang/testing';
import { Client } from 'pg';
import { multiplyCases } from '../bench/multiply-cases';

jest.setTimeout(600_000);

const CASES = times({ quick: 1_500, full: 100_000 });

/** Promised: no command waits longer for a lock of the migration. */
const LOCK_MS_MAX = 1_000;

/** Commands side by side; each connection that waits is one that others wait for. */
const CLIENTS = 4;

/** A backup reads all tables in one transaction; the migration has to let others pass meanwhile. */
const BACKUP_MS = 2_500;

/** What a next version may do while this one runs: it adds, and takes nothing away. */
class TestOnly1799999999999 implements MigrationInterface {
  /** An index of a large table is made without locking it, which a transaction cannot. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table cases add column if not exists remark text,
        add column if not exists weight int not null default 1`);
    await runner.query('alter table duties add column if not exists remark text');
    await runner.query('create table if not exists remarks (case_id uuid primary key, text text)');
    await runner.query('drop index concurrently if exists duties_by_key');
    await runner.query('create index concurrently duties_by_key on duties (key, case_id)');
    await runner.query('alter table cases drop constraint if exists heavy');
    await runner.query('alter table cases add constraint heavy check (weight > 0) not valid');
    await runner.query('alter table cases validate constraint heavy');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index concurrently if exists duties_by_key');
    await runner.query('drop table if exists remarks');
    await runner.query('alter table duties drop column if exists remark');
    await runner.query(
      'alter table cases drop column if exists remark, drop column if exists weight',
    );
  }
}

/** The longest time that anybody but the migration is seen to wait for a lock, in milliseconds. */
class LockWatch {
  longestMs = 0;
  private isOver = false;
  private readonly watching: Promise<void>;

  constructor(client: Client) {
    this.watching = this.watch(client);
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.watching;
  }

  private async watch(client: Client): Promise<void> {
    while (!this.isOver) {
      const { rows } = await client.query<{ ms: number | null }>(
        `select max(extract(epoch from clock_timestamp() - waitstart) * 1000)::float as ms
         from pg_locks join pg_stat_activity using (pid)
         where not granted and datname = current_database()
           and application_name not in ('hemgang-migrate', 'hemgang-undo')`,
      );
      this.longestMs = Math.max(this.longestMs, rows[0]?.ms ?? 0);
      await pause(10);
    }
  }
}

describe('a migration of the next version', () => {
  let county: County;
  let watcher: Client;
  let ids: string[];

  beforeAll(async () => {
    county = await County.open();
    for (let n = 0; n < 20; n += 1) await county.told();
    await multiplyCases(county.databaseUrl, { openCases: CASES });
    watcher = new Client({ connectionString: county.databaseUrl });
    await watcher.connect();
    const rows = await query<{ id: string }>(county.databaseUrl, 'select id from cases');
    ids = rows.map(({ id }) => id);
  });

  afterAll(async () => {
    await watcher.end();
    await county.close();
  });

  /** Columns, constraints and indexes, in words. */
  const schema = () =>
    query(
      county.databaseUrl,
      `select table_name || '.' || column_name || ' ' || data_type as word
       from information_schema.columns where table_schema = 'public'
       union all select indexdef from pg_indexes where schemaname = 'public'
       union all select conname || pg_get_constraintdef(oid) from pg_constraint
       order by word`,
    );

  /** Gives commands and reads worklists until `work` is done; everything must succeed. */
  async function under(work: () => Promise<void>) {
    const watch = new LockWatch(watcher);
    const maria = county.reader(MARIA);
    let isOver = false;
    let commands = 0;
    let longestCommandMs = 0;
    const client = async (): Promise<void> => {
      while (!isOver) {
        const id = ids.pop();
        if (id === undefined) throw new Error('too few cases');
        const begin = performance.now();
        await county.give(id, 'acknowledge', MARIA);
        longestCommandMs = Math.max(longestCommandMs, performance.now() - begin);
        commands += 1;
        await county.service.views.worklist(maria, {}, { cursor: null, limit: 50 });
      }
    };
    const clients = Array.from({ length: CLIENTS }, client);
    const begin = performance.now();
    try {
      await work();
    } finally {
      isOver = true;
    }
    const tookMs = performance.now() - begin;
    await Promise.all(clients);
    await watch.end();
    return { commands, tookMs, longestCommandMs, longestLockMs: watch.longestMs };
  }

  /** As a backup does it. */
  async function whileSomebodyReads(work: () => Promise<void>): Promise<void> {
    const reader = new Client({ connectionString: county.databaseUrl });
    await reader.connect();
    await reader.query('begin isolation level repeatable read');
    await reader.query('select from cases limit 1');
    const backup = pause(BACKUP_MS).then(() => reader.query('commit'));
    await Promise.all([work(), backup]);
    await reader.end();
  }

  async function undo(): Promise<void> {
    const source = new DataSource({
      type: 'postgres',
      url: county.databaseUrl,
      migrations: [...MIGRATIONS, TestOnly1799999999999],
      installExtensions: false,
      applicationName: 'hemgang-undo',
    });
    await source.initialize();
    await source.undoLastMigration({ transaction: 'none' });
    await source.destroy();
  }

  it('comes and goes while commands run, and nobody waits for it as long as a second', async () => {
    const before = await schema();
    // As if the walls of the next version were others: every table gets its own anew.
    await query(county.databaseUrl, `update walls set revision = 'those of before'`);
    const up = await under(() =>
      whileSomebodyReads(() =>
        migrate(county.databaseUrl, null, [...MIGRATIONS, TestOnly1799999999999]),
      ),
    );
    const between = await schema();
    const on = await under(() => pause(300));
    const down = await under(undo);
    const round = Math.round;
    recordFinding('migration-under-load', {
      promise: 'Migrations while commands run',
      figures: {
        'cases under way': CASES,
        'commands during the migration': up.commands,
        'commands on the larger schema': on.commands,
        'commands during the way back': down.commands,
        'migration, ms (beside a reader that holds its tables)': round(up.tookMs),
        'way back, ms': round(down.tookMs),
        'longest wait for a lock, ms (pg_locks, every 10 ms)': round(
          Math.max(up.longestLockMs, down.longestLockMs),
        ),
        'longest command, ms': round(Math.max(up.longestCommandMs, down.longestCommandMs)),
      },
    });
    expect(between).not.toEqual(before);
    expect(await schema()).toEqual(before);
    expect(Math.min(up.commands, on.commands, down.commands)).toBeGreaterThan(0);
    expect(Math.max(up.longestLockMs, down.longestLockMs)).toBeLessThan(LOCK_MS_MAX);
  });
});
