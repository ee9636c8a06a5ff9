import { HOUR_MS, plusMs, type Clock, type Instant, type Refusal } from '@hemgang/kernel';
import { readerOf, type SessionResources } from './sessions';

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

export interface DemoClockView {
  readonly now: Instant;
}

export interface DemoResources extends SessionResources {
  readonly clock: Clock;
  /** Moves the time of every process forward. */
  advanceClock(ms: number): Promise<void>;
}

/** What only a demo has: being anybody, and moving time. */
export class DemoSignIn {
  constructor(private readonly on: DemoResources) {}

  /** Every assignment of the demo county. */
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

  /** A new session for a demo user. It lasts twelve hours of real time. */
  async signIn(user: string): Promise<{ readonly token: string } | Refusal> {
    if (readerOf(this.on.directory(), user, 'sv') === null) {
      return { code: 'PAYLOAD_INVALID', errors: [{ path: '/user', code: 'unknown' }] };
    }
    const createdAt = this.on.realClock.now();
    const expiresAt = plusMs(createdAt, SESSION_HOURS * HOUR_MS);
    return { token: await this.on.sessions.create({ assignment: user, createdAt, expiresAt }) };
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
