import type { Directory } from '@hemgang/directory';
import type { Clock, Language } from '@hemgang/kernel';
import type { SessionStore } from '@hemgang/store';
import type { UnitView } from './case-view';
import { personView, unitView } from './names';
import type { Reader } from './reader';

/** The signed-in person, in her one assignment. */
export interface MeView {
  readonly id: string;
  readonly name: string;
  readonly unit: UnitView;
  readonly huvudman: string;
  readonly roles: readonly string[];
}

export interface SessionResources {
  readonly sessions: SessionStore;
  /** Time that nobody moves: a session must not end because the demo's time was advanced. */
  readonly realClock: Clock;
  directory(): Directory;
}

/** Sessions: who a token stands for. */
export class Sessions {
  constructor(private readonly on: SessionResources) {}

  /** The person behind a token; null when it is unknown, ended, expired or its assignment is gone. */
  async reader(token: string, language: Language): Promise<Reader | null> {
    const session = await this.on.sessions.find(token, this.on.realClock.now());
    return session === null ? null : readerOf(this.on.directory(), session.assignment, language);
  }

  /** How the person is called and where she works. */
  me({ staff, assignment, unit, huvudman, roles }: Reader): MeView {
    const directory = this.on.directory();
    return {
      id: assignment,
      name: personView(directory, staff)?.name ?? staff,
      unit: unitView(directory, unit),
      huvudman: directory.huvudman(huvudman)?.name ?? huvudman,
      roles,
    };
  }

  /** Ends a session; an unknown token is no error. */
  async end(token: string): Promise<void> {
    await this.on.sessions.end(token, this.on.realClock.now());
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
