import { endOf, type Directory, type TermPolicy } from '@hemgang/directory';
import { MINUTE_MS, type Clock, type Instant, type Language, type Refusal } from '@hemgang/kernel';
import type { AccessLog, SessionStore, StoredSession } from '@hemgang/store';
import { judgeAccess } from './policy';
import { PURPOSES, type Purpose } from './purpose';
import { isSteppedUp, readerOf, type Reader } from './reader';

/** Use is noted at most so often: a request more or less does not matter for half an hour's idleness. */
const NOTED_EVERY_MS = MINUTE_MS;

/** How long a session lasts. */
export interface SessionLimits {
  /** It ends when nothing was asked for so long. */
  readonly idleMs: number;
  /** It ends at the latest, counted from the sign-in. */
  readonly absoluteMs: number;
}

interface UnitView {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
}

/** In what else the person may act, without signing in anew. */
export interface AssignmentView {
  readonly id: string;
  readonly unit: UnitView;
  readonly huvudman: string;
  readonly roles: readonly string[];
}

/** The signed-in person, in her one assignment. */
export interface MeView extends AssignmentView {
  /** Her id as one of the staff, as owners of duties are named. */
  readonly staff: string;
  readonly name: string;
  readonly purpose: string;
  /** All that this sign-in is good for, the present one among them. */
  readonly assignments: readonly AssignmentView[];
  /** The identity provider that vouched; null: nobody did (the demo). */
  readonly issuer: string | null;
  readonly endsAt: Instant;
  readonly steppedUpUntil: Instant | null;
  /** When the present assignment ends unless somebody does something; null: until further notice. */
  readonly assignmentEnds: {
    readonly at: Instant;
    /** Its last day has passed, or nobody has confirmed that it is still needed. */
    readonly why: 'until' | 'unconfirmed';
  } | null;
}

/** A running session of a controller's staff, as its administrator sees it. */
export interface SessionView {
  readonly id: number;
  readonly assignment: string;
  readonly name: string;
  readonly unit: UnitView;
  readonly issuer: string | null;
  readonly beganAt: Instant;
  readonly lastUsedAt: Instant;
}

export interface SessionResources {
  readonly sessions: SessionStore;
  readonly access: AccessLog;
  /** Time that nobody moves: a session must not end because the demo's time was advanced. */
  readonly realClock: Clock;
  /** How long assignments last. */
  readonly terms: TermPolicy;
  directory(): Directory;
  /** Sees to it that the directory is of this revision or later: it may have changed elsewhere. */
  newerDirectory(revision: number): Promise<void>;
  /** Sessions have ended; every process looks at its open streams. */
  sessionsEnded(): void;
}

/** Sessions: who a token stands for. */
export class Sessions {
  constructor(private readonly on: SessionResources) {}

  /**
   * The person behind a token; null when it is unknown, ended, expired, unused for too long or its
   * assignment is gone.
   * @param isUse false: asked without anybody's doing, which keeps no session alive
   */
  async reader(token: string, language: Language, isUse = true): Promise<Reader | null> {
    const session = await this.find(token);
    if (session === null) return null;
    const reader = this.readerIn(session, language);
    const now = this.on.realClock.now();
    const restMs = Date.parse(now) - Date.parse(session.lastUsedAt);
    if (isUse && reader !== null && restMs >= NOTED_EVERY_MS) {
      await this.on.sessions.touch(session.id, now, NOTED_EVERY_MS);
    }
    return reader;
  }

  /** Whether the token still stands for somebody. Asking is no use of the session. */
  async isRunning(token: string): Promise<boolean> {
    const session = await this.find(token);
    return session !== null && this.readerIn(session, 'sv') !== null;
  }

  /** How the person is called, where she works, and in what else she may act. */
  async me(reader: Reader, token: string): Promise<MeView | null> {
    const session = await this.find(token);
    const own = this.assignmentView(reader.assignment);
    if (session === null || own === null) return null;
    return {
      ...own,
      staff: reader.staff,
      name: this.nameOf(reader.staff),
      purpose: reader.purpose,
      assignments: session.mayActAs.flatMap(({ id }) => this.assignmentView(id) ?? []),
      issuer: session.by?.issuer ?? null,
      endsAt: session.expiresAt,
      steppedUpUntil: session.steppedUpUntil,
      assignmentEnds: this.endsOf(reader.assignment),
    };
  }

  /**
   * Goes over to another of the person's assignments: a session of its own with a token of its own,
   * which ends when the former would have. Grave steps ask anew who she is.
   */
  async switchTo(token: string, assignment: string): Promise<{ readonly token: string } | Refusal> {
    const session = await this.find(token);
    if (session === null) return { code: 'NOT_SIGNED_IN' };
    const isHers = this.on.directory().assignment(assignment)?.staff === session.staff;
    const target = session.mayActAs.find(({ id }) => id === assignment);
    if (target === undefined || !isHers) {
      return { code: 'PAYLOAD_INVALID', errors: [{ path: '/assignment', code: 'unknown' }] };
    }
    const createdAt = this.on.realClock.now();
    const { purpose } = target;
    const next = { ...session, assignment, purpose, createdAt, steppedUpUntil: null };
    const fresh = await this.on.sessions.replace(session.id, 'switched', next);
    return fresh === null ? { code: 'NOT_SIGNED_IN' } : { token: fresh };
  }

  /** Ends a session; an unknown token is no error. */
  async end(token: string): Promise<void> {
    await this.on.sessions.end(token, this.on.realClock.now());
    this.on.sessionsEnded();
  }

  /** The running sessions of the staff of the reader's controller. For administrators. */
  async ofController(reader: Reader): Promise<readonly SessionView[] | Refusal> {
    const may = judgeAccess({ asks: 'operation', operation: 'listSessions', by: reader });
    if (!may.isAllowed) return this.refused(reader, 'list-sessions');
    const assignments = this.assignmentsAt(reader.controller);
    const running = await this.on.sessions.running(assignments, this.on.realClock.now());
    return running.map((session) => this.sessionView(session));
  }

  /**
   * An administrator who has just proved who she is ends a session of her controller's staff; the log
   * says who ended whose.
   */
  async endOther(reader: Reader, id: number): Promise<null | Refusal> {
    const may = judgeAccess({ asks: 'operation', operation: 'endSession', by: reader });
    if (!may.isAllowed) return this.refused(reader, 'end-session');
    if (!isSteppedUp(reader, this.on.realClock.now())) return { code: 'STEP_UP_NEEDED' };
    const assignments = this.assignmentsAt(reader.controller);
    await this.note(reader, `end-session:${id}`);
    const now = this.on.realClock.now();
    const hasEnded = await this.on.sessions.endOneOf(assignments, id, now, reader.assignment);
    if (!hasEnded) return { code: 'NOT_FOUND' };
    this.on.sessionsEnded();
    return null;
  }

  /** What the session may do is judged by the directory as it is now, whichever process changed it. */
  private async find(token: string): Promise<StoredSession | null> {
    const session = await this.on.sessions.find(token, this.on.realClock.now());
    if (session !== null) await this.on.newerDirectory(session.directory);
    return session;
  }

  private readerIn(session: StoredSession, language: Language): Reader | null {
    const reader = readerOf(this.on.directory(), session.assignment, language);
    if (reader === null || reader.staff !== session.staff) return null;
    const { id, purpose, steppedUpUntil, scopes } = session;
    const own = { ...reader, session: id, purpose: purposeIn(purpose), steppedUpUntil };
    return scopes === undefined ? own : { ...own, scopes };
  }

  private assignmentsAt(controller: string): string[] {
    const directory = this.on.directory();
    return directory.rows.assignments
      .filter(({ unit }) => directory.controllerOf(unit)?.id === controller)
      .map(({ id }) => id);
  }

  private endsOf(id: string): MeView['assignmentEnds'] {
    const assignment = this.on.directory().assignment(id);
    const at = assignment === undefined ? null : endOf(assignment, this.on.terms);
    if (at === null) return null;
    return { at, why: at === assignment?.term?.until ? 'until' : 'unconfirmed' };
  }

  private assignmentView(id: string): AssignmentView | null {
    const directory = this.on.directory();
    const assignment = directory.assignment(id);
    if (assignment === undefined) return null;
    const { unit, roles } = assignment;
    const huvudman = directory.huvudmanOf(unit)?.name ?? '';
    return { id, unit: this.unitView(unit), huvudman, roles };
  }

  private sessionView({ id, assignment, staff, by, ...at }: StoredSession): SessionView {
    const unit = this.on.directory().assignment(assignment)?.unit ?? '';
    return {
      id,
      assignment,
      name: this.nameOf(staff),
      unit: this.unitView(unit),
      issuer: by?.issuer ?? null,
      beganAt: at.createdAt,
      lastUsedAt: at.lastUsedAt,
    };
  }

  private unitView(id: string): UnitView {
    const unit = this.on.directory().unit(id);
    return { id, name: unit?.name ?? id, phone: unit?.phone ?? '' };
  }

  private nameOf(staff: string): string {
    return this.on.directory().staff(staff)?.name ?? staff;
  }

  private async refused(reader: Reader, action: string): Promise<Refusal> {
    await this.note(reader, `refused:${action}:ROLE_NOT_ALLOWED`);
    return { code: 'ROLE_NOT_ALLOWED' };
  }

  private note(
    { staff, assignment, unit, purpose, session }: Reader,
    action: string,
  ): Promise<void> {
    const at = this.on.realClock.now();
    return this.on.access.append([
      { at, staff, assignment, unit, person: null, caseId: null, action, purpose, session },
    ]);
  }
}

function purposeIn(stored: string): Purpose {
  const known = PURPOSES.find((purpose) => purpose === stored);
  if (known === undefined)
    throw new Error('a session has a purpose that this program does not know');
  return known;
}
