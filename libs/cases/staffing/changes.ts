import { createHash } from 'node:crypto';
import { isSteppedUp, judgeAccess, type OperationName, type Reader } from '@hemgang/access';
import type { LivingDirectory } from '@hemgang/directory';
import { canonicalJson, type Clock, type Refusal } from '@hemgang/kernel';
import type { AccessLog, StaffStore } from '@hemgang/store';
import { isRefusal, type Incoming } from '../envelope';
import { accessLine } from '../write';
import type { Decided, Ground } from './ground';

/** What a change asks of who makes it. */
export interface Needed {
  /** Whose row in the policy decides. */
  readonly operation: OperationName;
  /** Whether she must just have proved who she is. */
  readonly isSteppedUp: boolean;
}

/** Every operation on a controller's own staff and programs has the same row; this one stands for all. */
const ADMINISTRATION: Needed = { operation: 'addStaff', isSteppedUp: true };

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

/**
 * How the directory of a controller is changed, by its administrators or by whom it concerns: once per key, on the newest directory,
 * with a line of the access log for each thing changed, all or nothing.
 * @throws DatabaseUnavailable
 */
export class DirectoryChanges {
  constructor(
    private readonly on: StaffResources,
    private readonly needed: Needed = ADMINISTRATION,
  ) {}

  /** The same for changes that ask something else of who makes them. */
  asking(needed: Needed): DirectoryChanges {
    return new DirectoryChanges(this.on, needed);
  }

  /** What is to be decided on, for who may look. */
  async reading(reader: Reader, action: string): Promise<Ground | Refusal> {
    const { operation } = this.needed;
    const may = judgeAccess({ asks: 'operation', operation, by: reader });
    if (!may.isAllowed) return this.refused(reader, action, may.refusal);
    return this.ground(reader, undefined);
  }

  /** The directory as it is known here, at this moment. */
  present(): Pick<Ground, 'living' | 'now'> {
    return { living: this.on.living(), now: this.on.clock.now() };
  }

  private ground(reader: Reader, ifVersion: number | undefined): Ground {
    return { reader, living: this.on.living(), now: this.on.clock.now(), ifVersion };
  }

  async run(
    reader: Reader,
    action: string,
    subject: string,
    request: Incoming,
    decide: (ground: Ground) => Decided | Refusal | Promise<Decided | Refusal>,
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
      const decided = await decide(ground);
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
    const { operation, isSteppedUp: demandsProof } = this.needed;
    const may = judgeAccess({ asks: 'operation', operation, by: reader });
    if (!may.isAllowed) return may.refusal;
    return !demandsProof || isSteppedUp(reader, this.on.realClock.now())
      ? null
      : { code: 'STEP_UP_NEEDED' };
  }

  /** Leaves the line of a refusal. @returns the refusal */
  async refused(reader: Reader, action: string, refusal: Refusal): Promise<Refusal> {
    const line = `refused:admin:${action}:${refusal.code}`;
    await this.on.access.append([accessLine(reader, line, this.on.clock.now(), null, null)]);
    return refusal;
  }
}

/** The key makes the id of what is new: a repeat meets what is there. */
export function idOf({ assignment }: Reader, { key }: Incoming): string {
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
