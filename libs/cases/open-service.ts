import { NO_ISSUERS, type AccessSettings, type SignInNote } from '@hemgang/access';
import type { DatabaseUrls } from '@hemgang/config';
import { TERM_POLICY, type TermPolicy } from '@hemgang/directory';
import {
  DatabaseClock,
  DirectoryStore,
  Doorbell,
  migrationState,
  openDatabases,
  roleFaults,
  ShutOut,
  wallClockMs,
  type Databases,
} from '@hemgang/store';
import { WorkflowRegistry } from './registry';
import { Service } from './service';
import { RolesDoNotFit } from './roles-do-not-fit';
import type { BasisSource } from './settlement/basis-source';
import { TablesDoNotFit } from './tables-do-not-fit';

export interface ServiceOptions {
  readonly databases: DatabaseUrls;
  readonly mode: 'demo' | 'production';
  /** Connections of each role's pool, at most; one more listens to the doorbell. */
  readonly poolSize: number;
  readonly applicationName: string;
  /** Who vouches for people; nobody when left out: only the API needs to know. */
  readonly access?: AccessSettings;
  /** How long assignments last; as assumed when left out. A demo, whose time is moved, locks nobody. */
  readonly terms?: Partial<TermPolicy>;
  /** How long a nödöppning lasts, in minutes; an hour when left out. */
  readonly emergencyMinutes?: number;
  /** Takes what happens to sign-ins into the process's log. */
  noteSignIn?(event: SignInNote): void;
  /** Faults that no caller waits for. */
  warn(message: string, fields: Readonly<Record<string, string | number>>): void;
}

/**
 * Opens everything a process needs of the cases. The workflows are looked at last: that takes a
 * second of a processor, and whoever has the wrong database need not wait for it.
 * @param registry the workflows of this program; tests bring versions that are not in use
 * @param basis who computes what a month comes to; the logs of this database when left out
 * @throws EngineFault when a workflow is not sound: the process must not start
 * @throws RolesDoNotFit when a role is not let in, and in production when the walls do not stand
 *   against it
 * @throws TablesDoNotFit when the database is behind or ahead of this program
 * @throws DatabaseUnavailable
 */
export async function openService(
  options: ServiceOptions,
  registry?: WorkflowRegistry,
  basis: BasisSource | null = null,
): Promise<Service> {
  const { poolSize, applicationName } = options;
  const databases = await openDatabases({
    ...{ databases: options.databases, poolSize, applicationName },
  }).catch((error: unknown) => {
    if (!(error instanceof ShutOut)) throw error;
    throw new RolesDoNotFit([{ role: error.role, kind: 'shut-out' }]);
  });
  try {
    const state = await migrationState(databases.works);
    if (state !== 'current') throw new TablesDoNotFit(state);
    const faults = options.mode === 'production' ? await roleFaults(databases) : [];
    if (faults.length > 0) throw new RolesDoNotFit(faults);
    return await serviceOn(databases, registry ?? new WorkflowRegistry(), basis, options);
  } catch (error) {
    await databases.close();
    throw error;
  }
}

async function serviceOn(
  databases: Databases,
  registry: WorkflowRegistry,
  basis: BasisSource | null,
  options: ServiceOptions,
): Promise<Service> {
  const { mode, access = NO_ISSUERS } = options;
  const { works: database } = databases;
  const clock = await DatabaseClock.start(database, {
    wallMs: wallClockMs,
    onSkew: (skewMs, isSkewed) =>
      options.warn(`the clock of this machine is ${isSkewed ? 'wrong' : 'right again'}`, {
        skewMs,
      }),
  });
  const doorbell = new Doorbell(database);
  doorbell.listen((topic) => {
    if (topic === 'clock') void clock.refresh();
  });
  const directoryState = await new DirectoryStore(database).state();
  const terms = { ...TERM_POLICY, locks: mode === 'production', ...options.terms };
  const service = new Service({
    ...{ mode, registry, databases, clock, doorbell, directoryState, terms, basis, access },
    noteSignIn: (event) => options.noteSignIn?.(event),
    emergencyMinutes: options.emergencyMinutes,
  });
  doorbell.listen((topic) => {
    // Should the database be away, the next ring or start brings it.
    if (topic === 'directory') void service.refreshDirectory().catch(() => undefined);
  });
  return service;
}
