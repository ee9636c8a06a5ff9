import { Directory, type DirectoryRows } from '@hemgang/directory';
import type { Clock } from '@hemgang/kernel';
import {
  AccessLog,
  CaseStore,
  ClockStore,
  DatabaseClock,
  DirectoryStore,
  Doorbell,
  migrationState,
  NoticeStore,
  openDatabase,
  OutboxStore,
  PersonStore,
  SeedingStore,
  SessionStore,
  StreamFeed,
  TimerStore,
  type Database,
  type MigrationState,
} from '@hemgang/store';
import { Commands } from './commands';
import { Live } from './live';
import { WorkflowRegistry } from './registry';
import { Reminders } from './reminders';
import { DemoSignIn, Sessions } from './sign-in';
import { Views } from './views';

/** A new unit or a leaver is known to every process within this time. */
const DIRECTORY_REFRESH_MS = 60_000;

export interface ServiceOptions {
  readonly databaseUrl: string;
  readonly mode: 'demo' | 'production';
  /** Connections of the pool; one more listens to the doorbell. */
  readonly poolSize: number;
  readonly applicationName: string;
  /** Faults that no caller waits for. */
  warn(message: string, fields: Readonly<Record<string, string | number>>): void;
}

/** Whether the service can do its work. */
export interface ServiceHealth {
  readonly migrations: MigrationState;
  /** Demo: whether the first part of the county has been lived through. */
  readonly seeded: boolean;
}

/**
 * Opens everything a process needs of the cases: one pool, one clock, one directory.
 * @throws EngineFault when a workflow is not sound; DatabaseUnavailable
 */
export async function openService(options: ServiceOptions): Promise<Service> {
  const registry = new WorkflowRegistry();
  const database = await openDatabase(options);
  const clock = await DatabaseClock.start(database, {
    onSkew: (skewMs) => options.warn('the clock of this machine is wrong', { skewMs }),
  });
  const rows = await new DirectoryStore(database).load();
  return new Service(options, registry, database, clock, new Directory(rows));
}
