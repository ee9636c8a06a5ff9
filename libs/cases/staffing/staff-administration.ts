import { createHash } from 'node:crypto';
import { isSteppedUp, type Reader } from '@hemgang/access';
import type { LivingDirectory } from '@hemgang/directory';
import { canonicalJson, type Clock, type Refusal } from '@hemgang/kernel';
import type { AccessLog, StaffStore } from '@hemgang/store';
import { isRefusal, type Incoming } from '../envelope';
import { BAD_CURSOR, type PageRequest } from '../paging';
import { accessLine } from '../write';
import * as decisions from './decisions';
import { ADMINISTRATOR, NOT_FOUND, ownAssignments, ownPerson, type Decided, type Ground } from './ground';
import {
  ownUnitView,
  staffView,
  toConfirm,
  type OwnUnitView,
  type StaffView,
  type ToConfirmView,
} from './views';
import type { AssignmentWish, StaffWish, TermWish } from './wishes';

/** A decision that others keep overtaking is made anew this often. */
const DECISIONS_MAX = 3;

const ID_LENGTH = 16;

export interface StaffResources {
  readonly store: StaffStore;
  readonly access: AccessLog;
  readonly clock: Clock;
  /** Time that nobody moves: for sessions and step-up. */
  readonly realClock: Clock;
  living(): LivingDirectory;
  /** Reads the directory anew. */
  refresh(): Promise<void>;
  /** The same in every process, where open streams are looked at, too. */
  changed(): Promise<void>;
}

/** Whom a change was about, and whether the same key had made it before. */
export interface StaffChange {
  readonly subject: string;
  readonly replayed: boolean;
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/**
 * The part of the directory that is a controller's own, in the hands of its administrators: staff,
 * assignments, stand-ins, the yearly confirmation, and the facts of units. Changes need a person who
 * has just proved who she is, are made once per key, and act in every process at its next request.
 * @throws DatabaseUnavailable
 */
export class StaffAdministration {
  constructor(private readonly on: StaffResources) {}

  /** People who work for the controller or are about to, by name. */
  async list(
    reader: Reader,
    name: string,
    { cursor, limit }: PageRequest,
  ): Promise<Page<StaffView> | Refusal> {
    const ground = await this.reading(reader, 'list-staff');
    if (isRefusal(ground)) return ground;
    const present = ownAssignments(ground).filter(
      ({ term }) => term?.until === undefined || term.until > ground.now,
    );
    const wanted = name.toLocaleLowerCase('sv');
    const people = [...new Set(present.map(({ staff }) => staff))]
      .flatMap((id) => ownPerson(ground, id) ?? [])
      .filter(({ staff }) => staff.name.toLocaleLowerCase('sv').includes(wanted))
      .sort((a, b) => a.staff.name.localeCompare(b.staff.name, 'sv'));
    const after = people.findIndex(({ staff }) => staff.id === cursor);
    if (cursor !== null && after < 0) return BAD_CURSOR;
    const shown = people.slice(after + 1, after + 1 + limit);
    const isMore = people.length > after + 1 + limit;
    return {
      items: shown.map((person) => staffView(ground, person)),
      next: isMore ? (shown.at(-1)?.staff.id ?? null) : null,
    };
  }

  async one(reader: Reader, id: string): Promise<StaffView | Refusal> {
    const ground = await this.reading(reader, 'read-staff');
    if (isRefusal(ground)) return ground;
    const person = ownPerson(ground, id);
    return person === null ? NOT_FOUND : staffView(ground, person);
  }

  async toConfirm(reader: Reader): Promise<readonly ToConfirmView[] | Refusal> {
    const ground = await this.reading(reader, 'list-confirmations');
    return isRefusal(ground) ? ground : toConfirm(ground);
  }

  async units(reader: Reader): Promise<readonly OwnUnitView[] | Refusal> {
    const ground = await this.reading(reader, 'list-own-units');
    if (isRefusal(ground)) return ground;
    return ground.living.rows.units
      .filter(({ controller, external, closedInto }) => {
        return controller === reader.controller && external === null && closedInto === null;
      })
      .map(ownUnitView);
  }

  add(reader: Reader, wish: StaffWish, request: Incoming): Promise<StaffChange | Refusal> {
    const id = idOf(reader, request);
    return this.run(reader, 'add-staff', '', request, (ground) =>
      decisions.addStaff(ground, wish, id),
    );
  }

  assign(
    reader: Reader,
    person: string,
    wish: AssignmentWish,
    request: Incoming,
  ): Promise<StaffChange | Refusal> {
    const id = idOf(reader, request);
    return this.run(reader, 'assign', person, request, (ground) =>
      decisions.assign(ground, person, wish, id),
    );
  }

  change(
    reader: Reader,
    assignment: string,
    wish: TermWish,
    request: Incoming,
  ): Promise<StaffChange | Refusal> {
    return this.run(reader, 'change-assignment', assignment, request, (ground) =>
      decisions.changeAssignment(ground, assignment, wish),
    );
  }

  end(reader: Reader, assignment: string, request: Incoming): Promise<StaffChange | Refusal> {
    return this.run(reader, 'end-assignment', assignment, request, (ground) =>
      decisions.endAssignment(ground, assignment),
    );
  }

  endStaff(reader: Reader, person: string, request: Incoming): Promise<StaffChange | Refusal> {
    return this.run(reader, 'end-staff', person, request, (ground) =>
      decisions.endStaff(ground, person),
    );
  }

  confirm(
    reader: Reader,
    assignments: readonly string[],
    request: Incoming,
  ): Promise<StaffChange | Refusal> {
    return this.run(reader, 'confirm-assignment', '', request, (ground) =>
      decisions.confirm(ground, assignments),
    );
  }

  changeUnit(
    reader: Reader,
    unit: string,
    facts: { readonly name: string; readonly phone: string },
    request: Incoming,
  ): Promise<StaffChange | Refusal> {
    return this.run(reader, 'change-unit', unit, request, (ground) =>
      decisions.changeUnit(ground, unit, facts),
    );
  }

  /** What is to be decided on, for who may look. */
  private async reading(reader: Reader, action: string): Promise<Ground | Refusal> {
    if (!reader.roles.includes(ADMINISTRATOR)) {
      return this.refused(reader, action, { code: 'ROLE_NOT_ALLOWED' });
    }
    return this.ground(reader, undefined);
  }

  private ground(reader: Reader, ifVersion: number | undefined): Ground {
    return { reader, living: this.on.living(), now: this.on.clock.now(), ifVersion };
  }

  private async run(
    reader: Reader,
    action: string,
    subject: string,
    request: Incoming,
    decide: (ground: Ground) => Decided | Refusal,
  ): Promise<StaffChange | Refusal> {
    const may = this.mayChange(reader);
    if (may !== null) return this.refused(reader, action, may);
    const hash = hashOf(`${action}\n${subject}`, request.body);
    if (hash === null) return this.refused(reader, action, { code: 'MALFORMED_JSON' });
    for (let round = 0; round < DECISIONS_MAX; round += 1) {
      const used = await this.on.store.used(reader.assignment, request.key);
      if (used !== null) {
        if (used.hash === hash) return { subject: used.subject, replayed: true };
        return this.refused(reader, action, { code: 'IDEMPOTENCY_KEY_REUSED' });
      }
      const ground = this.ground(reader, request.ifVersion);
      const decided = decide(ground);
      if (isRefusal(decided)) return this.refused(reader, action, decided);
      const done = await this.write(ground, decided, action, request.key, hash);
      if (done !== null) return done;
      await this.on.refresh();
    }
    return this.refused(reader, action, { code: 'BUSY' });
  }

  /** Null: somebody else has changed the directory meanwhile. */
  private async write(
    { reader, now, living }: Ground,
    { subjects, change }: Decided,
    action: string,
    key: string,
    hash: string,
  ): Promise<StaffChange | null> {
    const { controller, assignment: caller } = reader;
    const [subject] = subjects;
    const outcome = await this.on.store.write(
      living.revision,
      { at: now, controller, caller, key, hash, action, subject },
      change,
      subjects.map((id) => accessLine(reader, `admin:${action}:${id}`, now, null, null)),
      this.on.realClock.now(),
    );
    if (outcome === 'again') return null;
    await this.on.changed();
    return { subject, replayed: false };
  }

  private mayChange(reader: Reader): Refusal | null {
    if (!reader.roles.includes(ADMINISTRATOR)) return { code: 'ROLE_NOT_ALLOWED' };
    return isSteppedUp(reader, this.on.realClock.now()) ? null : { code: 'STEP_UP_NEEDED' };
  }

  private async refused(reader: Reader, action: string, refusal: Refusal): Promise<Refusal> {
    const line = `refused:admin:${action}:${refusal.code}`;
    await this.on.access.append([accessLine(reader, line, this.on.clock.now(), null, null)]);
    return refusal;
  }
}

/** The key makes the id of what is new: a repeat meets what is there. */
function idOf({ assignment }: Reader, { key }: Incoming): string {
  return sha256(`${assignment}\n${key}`).slice(0, ID_LENGTH);
}

/** Null: JSON that no canonical form exists for, half a surrogate pair. */
function hashOf(what: string, body: unknown): string | null {
  try {
    return sha256(`${what}\n${canonicalJson(body)}`);
  } catch {
    return null;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
