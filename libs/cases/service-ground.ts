import type { AccessSettings, SignInNote } from '@hemgang/access';
import type { TermPolicy } from '@hemgang/directory';
import type { DatabaseClock, Databases, DirectoryState, Doorbell } from '@hemgang/store';
import type { WorkflowRegistry } from './registry';
import type { BasisSource } from './settlement/basis-source';

/** What `openService` has opened. */
export interface ServiceGround {
  readonly mode: 'demo' | 'production';
  readonly registry: WorkflowRegistry;
  readonly databases: Databases;
  readonly clock: DatabaseClock;
  readonly doorbell: Doorbell;
  readonly directoryState: DirectoryState;
  /** How long assignments last. */
  readonly terms: TermPolicy;
  /** Who vouches for people, and how long they stay. */
  readonly access: AccessSettings;
  /** Takes what happens to sign-ins into the process's log. */
  noteSignIn(event: SignInNote): void;
  /** How long a nödöppning lasts; undefined: as long as the program says. */
  readonly emergencyMinutes: number | undefined;
  /** Who computes months for settlements; null: they are read from the logs. */
  readonly basis: BasisSource | null;
}
