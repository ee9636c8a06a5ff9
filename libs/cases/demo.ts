import { readerOf, STEPPED_UP_MS, type SessionLimits } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import { plusMs, type Clock, type Instant, type Refusal } from '@hemgang/kernel';
import type { SessionStore } from '@hemgang/store';

/** Somebody the demo can be used as: one person in one assignment. */
export interface DemoUser {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly unitId: string;
  readonly huvudman: string;
  readonly roles: readonly string[];
}

export interface DemoClockView {
  readonly now: Instant;
}

export interface DemoResources {
  readonly sessions: SessionStore;
  readonly limits: SessionLimits;
  readonly clock: Clock;
  /** Time that nobody moves. */
  readonly realClock: Clock;
  directory(): Directory;
  /** Moves the time of every process forward. */
  advanceClock(ms: number): Promise<void>;
}

/** What only a demo has: being anybody, and moving time. */
export class DemoSignIn {
  constructor(private readonly on: DemoResources) {}

  /** Every assignment of the demo county. */
  users(): readonly DemoUser[] {
    const directory = this.on.directory();
    const people = directory.rows.assignments.filter(
      ({ staff }) => directory.staff(staff)?.machine !== true,
    );
    return people.map(({ id, staff, unit, roles }) => ({
      id,
      name: directory.staff(staff)?.name ?? staff,
      unit: directory.unit(unit)?.name ?? unit,
      unitId: unit,
      huvudman: directory.huvudmanOf(unit)?.name ?? '',
      roles,
    }));
  }

  /**
   * A new session for a demo user, good for all her assignments. Nobody has vouched for her; so that
   * grave steps can be tried too, she counts as having just proved who she is.
   */
  async signIn(user: string): Promise<{ readonly token: string } | Refusal> {
    const directory = this.on.directory();
    const reader = readerOf(directory, user, 'sv');
    if (reader === null || directory.staff(reader.staff)?.machine === true) {
      return { code: 'PAYLOAD_INVALID', errors: [{ path: '/user', code: 'unknown' }] };
    }
    const { staff, assignment, purpose } = reader;
    const { idleMs, absoluteMs } = this.on.limits;
    const createdAt = this.on.realClock.now();
    const token = await this.on.sessions.create({
      ...{ staff, assignment, purpose, createdAt, idleMs },
      mayActAs: directory.assignmentsOfStaff(staff).flatMap(({ id }) => {
        const other = readerOf(directory, id, 'sv');
        return other === null ? [] : [{ id, purpose: other.purpose }];
      }),
      by: null,
      expiresAt: plusMs(createdAt, absoluteMs),
      steppedUpUntil: plusMs(createdAt, STEPPED_UP_MS),
    });
    return { token };
  }

  clock(): DemoClockView {
    return { now: this.on.clock.now() };
  }

  /** @param ms how far time moves forward, in milliseconds; positive */
  async advanceClock(ms: number): Promise<DemoClockView> {
    await this.on.advanceClock(ms);
    return this.clock();
  }
}
