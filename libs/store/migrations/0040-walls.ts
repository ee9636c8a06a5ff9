import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the walls (record 18) need: a note of which are up, and the cases of a person, by which a
 * patient is found to be known to a unit. The walls themselves are no migration: they are compared
 * with those of the program at every migration (`raiseWalls`).
 *
 * Who reads `walls`: every role, at the start of a program. Who writes it: the owner.
 */
export class Walls1795300000040 implements MigrationInterface {
  /** The index is made without locking the cases, which a transaction cannot. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table if not exists walls (
        only_row boolean primary key default true check (only_row),
        revision text not null check (revision <> '')
      )`);
    // One that was interrupted stays behind and is of no use.
    await runner.query('drop index concurrently if exists cases_of_person');
    await runner.query('create index concurrently cases_of_person on cases (person_id)');
  }

  /** A table that holds what happened to patients is not dropped by a command. */
  async down(): Promise<void> {
    throw new Error('Migrations only go forward. Write a new one that changes it back.');
  }
}
