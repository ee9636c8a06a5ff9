import type { Directory, TermPolicy } from '@hemgang/directory';
import type { Clock } from '@hemgang/kernel';
import {
  AccessLog,
  MachineClientStore,
  SessionStore,
  SignInStore,
  type Database,
} from '@hemgang/store';
import { BackChannel } from './back-channel';
import { MachineTokens } from './machine-tokens';
import { Provider } from './provider';
import { Sessions } from './sessions';
import type { AccessSettings } from './settings';
import { SignIn, type SignInNote } from './sign-in';

export interface AccessGround {
  readonly database: Database;
  readonly settings: AccessSettings;
  /** Time that nobody moves: a session must not end because the demo's time was advanced. */
  readonly realClock: Clock;
  readonly terms: TermPolicy;
  directory(): Directory;
  /** Sees to it that the directory is of this revision or later. */
  newerDirectory(revision: number): Promise<void>;
  /** Sessions have ended; every process looks at its open streams. */
  sessionsEnded(): void;
  /** For the process's log. */
  note(event: SignInNote): void;
}

/** Coming in, being in, and being put out. */
export interface Access {
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly backChannel: BackChannel;
  readonly machineTokens: MachineTokens;
}

/** Puts together all by which people come in and are known. Asks no identity provider yet. */
export function openAccess(ground: AccessGround): Access {
  const { database, settings, realClock } = ground;
  const sessions = new SessionStore(database);
  const signIns = new SignInStore(database);
  const providers = settings.issuers.map((issuer) => new Provider(issuer, realClock));
  return {
    sessions: new Sessions({ ...ground, sessions, access: new AccessLog(database) }),
    signIn: new SignIn({ ...ground, providers, signIns, sessions }),
    machineTokens: new MachineTokens({
      ...ground,
      ...{ signIns, sessions, clients: new MachineClientStore(database) },
    }),
    backChannel: new BackChannel({ ...ground, providers, signIns, sessions }),
  };
}
