import type { CaseState, CommandDeclaration } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import {
  localDate,
  problems,
  REGION_CODE,
  type Clock,
  type Instant,
  type Refusal,
  type Text,
} from '@hemgang/kernel';
import {
  CaseStore,
  PersonStore,
  type CaseWrite,
  type Database,
  type PersonRow,
  type StoredContent,
} from '@hemgang/store';
import { agreementFor } from './agreement';
import { disclosures } from './assemble';
import { namedId } from './named-id';
import { bySource } from './contents';
import { decide, decideOpening, mayGive, type Asked, type Decision } from './decide';
import { protectionOf } from './disclosure/protection-of';
import { isRefusal, openEnvelope } from './envelope';
import { lookUp } from './given';
import { fault, type ImportCase, type ImportEvent, type ImportFault } from './import-file';
import { factsOf, namedIn } from './patients';
import { wasChild } from './patient-view';
import { lateAdmission, precedingStay } from './preceding-stay';
import { NO_SESSION, purposeOfUnit, type Reader } from '@hemgang/access';
import { standingIn } from './protection/standing';
import type { WorkflowRegistry } from './registry';
import { systemAccess } from './system-write';
import { writeOf, type Writing } from './write';

/** Who stands in the log for people of an older system; the unit is the real one. */
const IMPORTER = 'import';

const PATH = 'discharges';

/** What importing stands on. */
export interface ImportResources {
  readonly registry: WorkflowRegistry;
  readonly database: Database;
  readonly clock: Clock;
  directory(): Directory;
  afterCommit(): void;
  readonly refuseTestNumbers: boolean;
}

/** How it went with one case. */
export type Imported = 'imported' | 'already-here' | ImportFault;

/** A case on its way, every event decided and nothing written yet. */
interface Underway {
  readonly state: CaseState;
  readonly person: PersonRow;
  readonly writes: readonly CaseWrite[];
  readonly contents: readonly StoredContent[];
}

type Standing = Pick<Writing, 'protection' | 'objectionSince'>;

/** Whom one event is about, and what is known before it. */
interface Taken {
  readonly before: Underway | null;
  readonly person: PersonRow;
  readonly isNew: boolean;
  readonly standing: Standing;
}

/**
 * Opens cases that are under way in an older system: its events go through the same decisions as
 * those of people, each at its own time and recorded now. Duties and due times are computed; nobody
 * is told anything, and what would have been reminded of before now is past.
 */
export class Importer {
  private readonly cases: CaseStore;
  private readonly persons: PersonStore;

  constructor(private readonly on: ImportResources) {
    this.cases = new CaseStore(on.database);
    this.persons = new PersonStore(on.database);
  }

  /** Whether the case could be imported now. Writes nothing. @throws DatabaseUnavailable */
  async check(one: ImportCase): Promise<'ok' | 'already-here' | ImportFault> {
    if (await this.isHere(one)) return 'already-here';
    const found = await this.decided(one);
    return 'why' in found ? found : 'ok';
  }

  /** Writes the whole case, or nothing of it. @throws DatabaseUnavailable */
  async import(one: ImportCase): Promise<Imported> {
    if (await this.isHere(one)) return 'already-here';
    const found = await this.decided(one);
    if ('why' in found) return found;
    try {
      await this.on.database.transaction(async (session) => {
        const cases = new CaseStore(session);
        for (const write of found.writes) {
          const { kind } = await cases.write(write);
          // Somebody was faster: another import of the same case, or an admission of the patient.
          if (kind !== 'written') throw new Lost();
        }
      });
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      return (await this.isHere(one)) ? 'already-here' : refused(one.line, STAY_OPEN);
    }
    this.on.afterCommit();
    return 'imported';
  }

  private async isHere(one: ImportCase): Promise<boolean> {
    return (await this.cases.load(caseIdOf(one))).case !== null;
  }

  /** Every event decided one after another, in memory. */
  private async decided(one: ImportCase): Promise<Underway | ImportFault> {
    const { events, line } = one;
    const now = this.on.clock.now();
    const late = events.findIndex(({ occurredAt }, at) => {
      const before = events[at - 1];
      return before !== undefined && occurredAt < before.occurredAt;
    });
    if (late !== -1) return at(line, late, events[late], OUT_OF_ORDER);
    let underway: Underway | null = null;
    for (const [index, event] of events.entries()) {
      const next: Underway | Refusal = await this.take(one, event, underway, now);
      if ('code' in next) return at(line, index, event, wordsOf(next));
      underway = next;
    }
    if (underway === null) return refused(line, { code: 'PAYLOAD_INVALID' });
    const open = await this.cases.openStay(underway.person.id, REGION_CODE);
    return open === null ? underway : refused(line, STAY_OPEN);
  }

  private async take(
    one: ImportCase,
    event: ImportEvent,
    before: Underway | null,
    now: Instant,
  ): Promise<Underway | Refusal> {
    const workflow = this.on.registry.byPath(PATH);
    const directory = this.on.directory();
    const unit = directory.unit(event.unit);
    if (workflow === undefined || unit === undefined) return UNKNOWN_UNIT;
    const { open } = workflow.definition;
    const command =
      before === null ? open : workflow.definition.commands.find(({ name }) => name === event.type);
    // Who the patient is stands in the line itself.
    if (command === undefined || (before !== null && command.patient !== undefined)) {
      return UNKNOWN_EVENT;
    }
    const reader = importerAt(directory, event.unit, command);
    const envelope = openEnvelope({ ...event.body, occurredAt: event.occurredAt });
    if (isRefusal(envelope)) return envelope;
    const register = { persons: this.persons, refuseTestNumbers: this.on.refuseTestNumbers };
    const named =
      before === null ? await namedIn(register, command, envelope.rest, null, now) : null;
    if (named !== null && isRefusal(named)) return named;
    const person = before?.person ?? named?.person;
    if (person === undefined) return { code: 'PAYLOAD_INVALID' };
    const { occurredAt } = event;
    const known = {
      directory,
      giver: event.unit,
      today: localDate(occurredAt),
      patient: factsOf(person),
      childAge: null,
      stay: null,
      isChild: wasChild(factsOf(person), before?.state.openedAt ?? occurredAt),
      person: named?.given ?? null,
      attachments: [],
      previous: await precedingStay(this.cases, command, person.id, occurredAt),
    };
    const asked: Asked = {
      workflow,
      command,
      reader,
      envelope,
      now,
      given: (payload) => {
        const facts = lookUp(command, payload, known);
        return isRefusal(facts) ? facts : { ...facts, source: one.source };
      },
      log: [],
      computed: {},
    };
    const decision = decided(asked, before);
    if (isRefusal(decision)) return decision;
    const late =
      before === null && (await lateAdmission(this.cases, command, person.id, occurredAt, now));
    if (late) return late;
    const standing = await this.standing(person, decision, reader, occurredAt);
    return this.written(one, asked, decision, { before, person, isNew: named !== null, standing });
  }

  /**
   * How she stood to what was handed out then. Whom the file itself makes known is in no table yet; an
   * objection says nothing of what had gone out before it.
   */
  private async standing(
    person: PersonRow,
    decision: Decision,
    reader: Reader,
    occurredAt: Instant,
  ): Promise<Standing> {
    const asked = { personId: person.id, decision };
    const { protection = 'none', objectionSince = null } = await standingIn(
      this.persons,
      asked,
      reader,
    );
    return {
      protection: protection === 'none' ? protectionOf(person) : protection,
      objectionSince:
        objectionSince !== null && objectionSince <= occurredAt ? objectionSince : null,
    };
  }

  /** The rows of one event: everything but what would leave the system. */
  private written(
    one: ImportCase,
    { workflow, command, reader, now }: Asked,
    decision: Decision,
    { before, person, isNew, standing }: Taken,
  ): Underway | Refusal {
    const caseId = caseIdOf(one);
    const held = (before?.contents ?? []).filter(
      ({ controller }) => controller === reader.controller,
    );
    const handsOn = disclosures(decision.accepted.effects).some(
      ({ earlier }) => earlier !== undefined,
    );
    const write = writeOf({
      workflow,
      command,
      decision,
      caseId,
      expectedVersion: before?.state.seq ?? 0,
      personId: person.id,
      former: before === null ? null : person.id,
      person: isNew ? person : null,
      patient: factsOf(person),
      earlier: bySource(handsOn ? held : []),
      reader,
      key: caseId,
      hash: caseId,
      seeding: false,
      directory: this.on.directory(),
      // What an older system has handed out was judged there; of whoever hides nothing is assumed.
      unnamed: 'assumed',
      ...standing,
    });
    if (isRefusal(write)) return write;
    const { seq, type, machine = null } = decision.event;
    return {
      state: decision.accepted.state,
      person,
      writes: [
        ...(before?.writes ?? []),
        {
          ...write,
          outbox: [],
          idempotency: null,
          access: [systemAccess(`import:${type}`, now, caseId, person.id)],
        },
      ],
      contents: [
        ...(before?.contents ?? []),
        ...write.contents.map((row) => ({
          ...row,
          seq,
          machine,
          recordedAt: now,
          unit: reader.unit,
        })),
      ],
    };
  }
}

/** Another import or admission came between; what was written is rolled back. */
class Lost extends Error {}

const STAY_OPEN: Refusal = { code: 'STAY_ALREADY_OPEN' };

const UNKNOWN_UNIT: Refusal = {
  code: 'PAYLOAD_INVALID',
  detail: { sv: 'Enheten finns inte.', en: 'There is no such unit.' },
};

const UNKNOWN_EVENT: Refusal = {
  code: 'PAYLOAD_INVALID',
  detail: {
    sv: 'Händelsen finns inte eller kan inte hämtas från ett annat system.',
    en: 'There is no such event, or it cannot be taken over from another system.',
  },
};

const OUT_OF_ORDER: Text = {
  sv: 'Händelsen står efter en som hände senare.',
  en: 'The event stands after one that happened later.',
};

function decided(asked: Asked, before: Underway | null): Decision | Refusal {
  if (before === null) return decideOpening(asked, agreementFor(asked.workflow.definition.type));
  return mayGive(asked, before.state) ?? decide(asked, before.state);
}

/** Somebody of the unit, in the roles that the command asks for. */
function importerAt(directory: Directory, unit: string, { roles }: CommandDeclaration): Reader {
  const kind = directory.unit(unit)?.kind;
  return {
    staff: IMPORTER,
    assignment: IMPORTER,
    unit,
    controller: directory.controllerOf(unit)?.id ?? unit,
    huvudman: directory.huvudmanOf(unit)?.id ?? unit,
    roles,
    language: 'sv',
    ...NO_SESSION,
    ...(kind === undefined ? {} : { purpose: purposeOfUnit(kind) }),
  };
}

/** The same case has the same id for ever: source and id in the older system. */
function caseIdOf({ source, id }: Pick<ImportCase, 'source' | 'id'>): string {
  return namedId([IMPORTER, source, id]);
}

function refused(line: number, refusal: Refusal): ImportFault {
  const { sv, en } = wordsOf(refusal);
  return fault(line, sv, en);
}

function at(line: number, index: number, event: ImportEvent | undefined, why: Text): ImportFault {
  const place = (word: string) => `${word} ${index + 1} (${event?.type ?? ''})`;
  return fault(line, `${place('händelse')}: ${why.sv}`, `${place('event')}: ${why.en}`);
}

/** A refusal in words, with the fields that are wrong; never with what stands in them. */
function wordsOf({ code, detail, errors = [] }: Refusal): Text {
  const { sv, en } = detail ?? problems[code].detail;
  const fields = errors.map((each) => `${each.path} ${each.code}`).join(', ');
  return fields === '' ? { sv, en } : { sv: `${sv} (${fields})`, en: `${en} (${fields})` };
}
