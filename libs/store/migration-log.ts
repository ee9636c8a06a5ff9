import type { Logger } from 'typeorm';

/** TypeORM tells only its log which migration failed; nothing of it belongs on the console. */
export class MigrationLog implements Logger {
  /** Names the migration and says what the database said; null while none has failed. */
  failure: string | null = null;

  logMigration(message: string): void {
    this.failure = message;
  }

  logQuery(): void {}
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  log(): void {}
}
