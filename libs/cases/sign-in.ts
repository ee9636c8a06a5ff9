import type { Directory } from '@hemgang/directory';
import { HOUR_MS, plusMs, type Clock, type Language, type Refusal } from '@hemgang/kernel';
import type { SessionStore } from '@hemgang/store';
import type { Reader } from './reader';

/** A working day and a bit: nobody is signed out in the middle of a night shift. */
const SESSION_HOURS = 12;

/** Somebody the demo can be used as: one person in one assignment. */
export interface DemoUser {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly unitId: string;
  readonly huvudman: string;
  readonly roles: readonly string[];
}

export interface SignInResources {
  readonly sessions: SessionStore;
  readonly clock: Clock;
  directory(): Directory;
}

/** Sessions: who a token stands for. */
export class Sessions {
  constructor(private readonly on: SignInResources) {}

  /** The person behind a token; null when it is unknown, ended, expired or its assignment is gone. */
  async reader(token: string, language: Language): Promise<Reader | null> {
    const session = await this.on.sessions.find(token, this.on.clock.now());
    return session === null ? null : readerOf(this.on.directory(), session.assignment, language);
  }

  /** Ends a session; an unknown token is no error. */
  async end(token: string): Promise<void> {
    await this.on.sessions.end(token, this.on.clock.now());
  }
}

/** Signing in without credentials, as one of the invented users. Exists in demo mode only. */
export class DemoSignIn {
  constructor(private readonly on: SignInResources) {}

  users(): readonly DemoUser[] {
    const directory = this.on.directory();
    return directory.rows.assignments.map(({ id, staff, unit, roles }) => ({
      id,
      name: directory.staff(staff)?.name ?? staff,
      unit: directory.unit(unit)?.name ?? unit,
      unitId: unit,
      huvudman: directory.huvudmanOf(unit)?.name ?? '',
      roles,
    }));
  }

  /** A new session for a demo user. */
  async signIn(user: string): Promise<{ readonly token: string } | Refusal> {
    if (readerOf(this.on.directory(), user, 'sv') === null) {
      return { code: 'PAYLOAD_INVALID', errors: [{ path: '/user', code: 'unknown' }] };
    }
    const createdAt = this.on.clock.now();
    const expiresAt = plusMs(createdAt, SESSION_HOURS * HOUR_MS);
    return { token: await this.on.sessions.create({ assignment: user, createdAt, expiresAt }) };
  }
}

/** The person behind an assignment, as use cases see her. */
export function readerOf(
  directory: Directory,
  assignmentId: string,
  language: Language,
): Reader | null {
  const assignment = directory.assignment(assignmentId);
  if (assignment === undefined) return null;
  const controller = directory.controllerOf(assignment.unit);
  const huvudman = directory.huvudmanOf(assignment.unit);
  if (controller === undefined || huvudman === undefined) return null;
  return {
    staff: assignment.staff,
    assignment: assignment.id,
    unit: assignment.unit,
    controller: controller.id,
    huvudman: huvudman.id,
    roles: assignment.roles,
    language,
  };
}
