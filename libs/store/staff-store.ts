import type { Assignment, Controller, Hospital, Huvudman, Staff, Unit } from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';
import { appendAccess } from './access-log';
import type { AccessLine } from './case-write';
import { putCover, type CoverChange } from './cover-change';
import type { Database } from './database';
import { PUT_CLIENTS, type MachineClientRow } from './machine-client-store';
import {
  FOUND_CONTROLLERS,
  FOUND_HOSPITALS,
  FOUND_HUVUDMEN,
  FOUND_UNITS,
  NOTE_FOUNDING,
  PLACE_UNITS,
} from './sql/found-directory';
import { putSnapshotKey, type SnapshotKey } from './snapshot-key-store';
import type { Queryable, Statement } from './statement';
import { putWebhook, type WebhookChange } from './webhook-endpoint-store';

/** What an administrator asks for, so that a repeat is known. */
export interface ChangeRequest {
  readonly at: Instant;
  readonly controller: string;
  /** The assignment in which she acts. */
  readonly caller: string;
  readonly key: string;
  /** SHA-256 of what was asked, in hexadecimal. */
  readonly hash: string;
  readonly action: string;
  /** Whom or what it is about: an id. */
  readonly subject: string;
}

/** Rows as they are to stand afterwards; what they do not name stays. */
export interface DirectoryChange {
  readonly staff?: readonly Staff[];
  readonly assignments?: readonly Assignment[];
  readonly units?: readonly Pick<Unit, 'id' | 'name' | 'phone' | 'version'>[];
  readonly clients?: readonly MachineClientRow[];
  readonly webhook?: WebhookChange;
  readonly cover?: CoverChange;
  readonly snapshotKey?: SnapshotKey;
  /** Assignments whose running sessions end with it. */
  readonly ended?: readonly string[];
}

/** What an operator enters, so that administrators can go on. */
export interface DirectoryFounding {
  readonly at: Instant;
  /** SHA-256 of what was entered, in hexadecimal. */
  readonly hash: string;
  readonly huvudman: readonly Huvudman[];
  readonly controllers: readonly Controller[];
  readonly hospitals: readonly Hospital[];
  readonly units: readonly Unit[];
  /** Wards that are here, with the hospital and the care that are said of them now. */
  readonly placed: readonly Unit[];
  readonly staff: readonly Staff[];
  readonly assignments: readonly Assignment[];
  /** What was done to each controller. */
  readonly notes: readonly {
    readonly controller: string;
    readonly action: string;
    readonly subject: string;
  }[];
}

const USED: Statement<{ readonly hash: string; readonly subject: string }> = {
  name: 'used-directory-key',
  text: `
    select encode(request_hash, 'hex') as hash, subject from directory_changes
    where caller = $1 and key = $2`,
};

/** Nothing has changed since the decision was made, and nothing can until this is written. */
const GUARD: Statement<{ readonly revision: number }> = {
  name: 'guard-directory',
  text: `
    update directory_state set revision = revision + 1 where revision = $1 returning revision`,
};

const NOTE: Statement<never> = {
  name: 'note-directory-change',
  text: `
    insert into directory_changes (at, controller, caller, key, request_hash, action, subject)
    values ($1, $2, $3, $4, decode($5, 'hex'), $6, $7)`,
};

const PUT_STAFF: Statement<never> = {
  name: 'put-staff',
  text: `
    insert into staff (position, id, name, machine, version)
    select coalesce((select max(position) from staff), 0) + row_number() over (), id, name,
           coalesce(machine, false), coalesce(version, 1)
    from jsonb_to_recordset($1) as r (id text, name text, machine boolean, version int)
    on conflict (id) do update set name = excluded.name, version = excluded.version`,
};

const PUT_ASSIGNMENTS: Statement<never> = {
  name: 'put-assignments',
  text: `
    insert into assignments (position, id, staff, unit, roles, employee, commission, valid_from,
                             valid_until, stand_in, confirmed_at)
    select coalesce((select max(position) from assignments), 0) + row_number() over (), id, staff, unit,
           array(select jsonb_array_elements_text(roles)), employee, commission,
           (term ->> 'from')::timestamptz, (term ->> 'until')::timestamptz, term ->> 'standIn',
           (term ->> 'confirmedAt')::timestamptz
    from jsonb_to_recordset($1) as r (id text, staff text, unit text, roles jsonb, employee text,
                                      commission text, term jsonb)
    on conflict (id) do update set
      roles = excluded.roles, valid_from = excluded.valid_from, valid_until = excluded.valid_until,
      stand_in = excluded.stand_in, confirmed_at = excluded.confirmed_at`,
};

const PUT_UNITS: Statement<never> = {
  name: 'put-facts-of-units',
  text: `
    update units set name = r.name, phone = r.phone, version = r.version
    from jsonb_to_recordset($1) as r (id text, name text, phone text, version int)
    where units.id = r.id`,
};

const END_SESSIONS: Statement<never> = {
  name: 'end-sessions-of-assignments',
  text: `
    update sessions set ended_at = $2, ended_why = 'assignment-changed', ended_by = $3
    where assignment = any ($1::text[]) and ended_at is null`,
};

/** Two at once: PostgreSQL lets one of them go on (40001). */
const SERIALIZATION_FAILURE = '40001';

/** Leaves the transaction, which is then rolled back. */
class Overtaken extends Error {}

/** What the administrators of a controller change in the directory. */
export class StaffStore {
  constructor(private readonly database: Database) {}

  /** What the caller has asked for under this key before; null: nothing. */
  async used(
    caller: string,
    key: string,
  ): Promise<{ readonly hash: string; readonly subject: string } | null> {
    const [found] = await this.database.run(USED, [caller, key]);
    return found ?? null;
  }

  /**
   * Writes a decision that was made on the directory of that revision, its lines of the access log
   * and the ends of sessions, all or nothing.
   * @param realNow for the sessions: time that nobody moves
   * @returns `again` when the directory has changed meanwhile; then nothing is written
   */
  async write(
    revision: number,
    request: ChangeRequest,
    change: DirectoryChange,
    lines: readonly AccessLine[],
    realNow: Instant,
  ): Promise<'written' | 'again'> {
    return this.guarded(revision, async (session) => {
      await put(session, request, change, realNow);
      await appendAccess(session, lines);
    });
  }

  /** Writes what an operator enters, as `write` does. */
  async found(
    revision: number,
    founding: DirectoryFounding,
    lines: readonly AccessLine[],
  ): Promise<'written' | 'again'> {
    return this.guarded(revision, async (session) => {
      await enter(session, revision, founding);
      await appendAccess(session, lines);
    });
  }

  private async guarded(
    revision: number,
    work: (session: Queryable) => Promise<void>,
  ): Promise<'written' | 'again'> {
    try {
      await this.database.transaction(async (session) => {
        const guarded = await session.run(GUARD, [revision]);
        if (guarded.length === 0) throw new Overtaken();
        await work(session);
      });
      return 'written';
    } catch (error) {
      if (error instanceof Overtaken || isSerializationFailure(error)) return 'again';
      throw error;
    }
  }
}

async function enter(
  session: Queryable,
  revision: number,
  { at, hash, notes, ...rows }: DirectoryFounding,
): Promise<void> {
  const { huvudman, controllers, hospitals, units, placed, staff, assignments } = rows;
  await session.run(NOTE_FOUNDING, [at, `import-${revision}`, hash, JSON.stringify(notes)]);
  await session.run(FOUND_HUVUDMEN, [JSON.stringify(huvudman)]);
  await session.run(FOUND_CONTROLLERS, [JSON.stringify(controllers)]);
  await session.run(FOUND_HOSPITALS, [JSON.stringify(hospitals)]);
  await session.run(FOUND_UNITS, [JSON.stringify(units)]);
  await session.run(PLACE_UNITS, [JSON.stringify(placed)]);
  await session.run(PUT_STAFF, [JSON.stringify(staff)]);
  await session.run(PUT_ASSIGNMENTS, [JSON.stringify(assignments)]);
}

async function put(
  session: Queryable,
  { at, controller, caller, key, hash, action, subject }: ChangeRequest,
  {
    staff = [],
    assignments = [],
    units = [],
    clients = [],
    webhook,
    cover,
    snapshotKey,
    ended = [],
  }: DirectoryChange,
  realNow: Instant,
): Promise<void> {
  await session.run(NOTE, [at, controller, caller, key, hash, action, subject]);
  if (staff.length > 0) await session.run(PUT_STAFF, [JSON.stringify(staff)]);
  if (assignments.length > 0) await session.run(PUT_ASSIGNMENTS, [JSON.stringify(assignments)]);
  if (units.length > 0) await session.run(PUT_UNITS, [JSON.stringify(units)]);
  if (clients.length > 0) await session.run(PUT_CLIENTS, [JSON.stringify(clients)]);
  if (webhook !== undefined && !(await putWebhook(session, webhook, at))) throw new Overtaken();
  if (cover !== undefined) await putCover(session, cover, at);
  if (snapshotKey !== undefined) await putSnapshotKey(session, snapshotKey, at);
  if (ended.length > 0) await session.run(END_SESSIONS, [ended, realNow, caller]);
}

function isSerializationFailure(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === SERIALIZATION_FAILURE;
}
