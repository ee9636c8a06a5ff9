import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A migration that is one script of SQL and only goes forward. */
export abstract class ForwardMigration implements MigrationInterface {
  protected abstract readonly sql: string;

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(this.sql);
  }

  /** A table that holds what happened to patients is not dropped by a command. */
  async down(): Promise<void> {
    throw new Error('Migrations only go forward. Write a new one that changes it back.');
  }
}
