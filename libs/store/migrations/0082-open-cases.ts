import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cases that are not over, by id: what figures go through on a new day (record 37). A county has thousands
 * of them among a million. No column that every command changes is in it, so commands stay as they are.
 */
export class OpenCases1795300000082 implements MigrationInterface {
  /** The index is made without locking the cases, which a transaction cannot. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // One that was interrupted stays behind and is of no use.
    await runner.query('drop index concurrently if exists cases_open');
    await runner.query('create index concurrently cases_open on cases (id) where ended_at is null');
  }

  /** A table that holds what happened to patients is not dropped by a command. */
  async down(): Promise<void> {
    throw new Error('Migrations only go forward. Write a new one that changes it back.');
  }
}
