import { randomUUID } from 'node:crypto';
import { EVENT_MAKERS, type CommandDeclaration } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import { canonicalJson, later, type Clock, type Refusal } from '@hemgang/kernel';
import type {
  AccessLog,
  CaseStore,
  CaseWrite,
  LoadedCase,
  OpenStay,
  PersonStore,
  StoredCase,
  UsedKey,
} from '@hemgang/store';
import { agreementFor } from './agreement';
import { askedOf, bare, type Given } from './asked';
import { aboutCase, meantAbout, namedAbout, personAbout } from './avvikelse/about';
import { no, taken, type CommandAnswer } from './command-answer';
import { disclosures } from './assemble';
import { commandViews } from './command-views';
import { bySource, sha256 } from './contents';
import { commandNamed, decide, decideOpening, mayGive, type Decision } from './decide';
import { isRefusal, type Incoming } from './envelope';
import { factsOf } from './patients';
import { standingIn } from './protection/standing';
import { directoryFor, meantUnits } from './names';
import type { Unnamed } from './disclosure/basis-for';
import { namesGround, protectionOf } from './disclosure/protection-of';
import type { BasisSource } from './settlement/basis-source';
import { settledCaseId } from './settlement/settlement-lookups';
import { lateAdmission } from './preceding-stay';
import { judgeAccess, type Reader } from '@hemgang/access';
import { scopeRefusal } from './staffing/scopes';
import type { RegisteredWorkflow, WorkflowRegistry } from './registry';
import { accessLine, writeOf, type Writing } from './write';

/**
 * How often a command without If-Match is decided anew while others keep winning: more often than
 * a ladder that catches up after downtime writes its steps one by one.
 */
const DECISIONS_MAX = 5;

/** Of what is only foreseen: nothing of it is written, so no repeat is looked for. */
const NO_KEY = '';

/** What a decision has of its own, before what is the same for every command is added. */
type OwnWriting = Omit<
  Writing,
  'command' | 'reader' | 'key' | 'hash' | 'directory' | 'unnamed' | 'seeding'
>;

/** A command in a case that takes it from its giver. */
interface InCase extends Given {
  readonly found: StoredCase;
}

/** What the use cases stand on. */
export interface CommandResources {
  readonly registry: WorkflowRegistry;
  readonly cases: CaseStore;
  readonly persons: PersonStore;
  readonly access: AccessLog;
  readonly clock: Clock;
  /** What a municipality's month comes to. */
  readonly basis: BasisSource;
  directory(): Directory;
  /** After a commit: wakes relay, sweeper and readers. A hint only. */
  afterCommit(): void;
  /** Production keeps test persons out. */
  readonly refuseTestNumbers: boolean;
  /** What it means that a command names no ground for handing its content out. */
  readonly unnamed: Unnamed;
  /** True while cases are lived through their past: the sweeper leaves them alone. */
  readonly seeding: boolean;
}

/**
 * The one way in: opens cases and gives them commands. Answers in the order of the public contract:
 * party, role, repeat, version, state, payload and rules. A refusal writes its access line only.
 * @throws DatabaseUnavailable
 */
export class Commands {
  constructor(private readonly on: CommandResources) {}

  /** Opens a case of the type that `path` names (`discharges`). */
  async open(path: string, incoming: Incoming, reader: Reader): Promise<CommandAnswer> {
    const workflow = this.on.registry.byPath(path);
    if (workflow === undefined) return no({ code: 'NOT_FOUND' });
    const command = workflow.definition.open;
    const given = this.given(workflow, command, incoming, reader, path);
    if (isRefusal(given)) return no(given);
    const answer = await this.tryOpen(given);
    return answer.ok ? answer : this.refused(given, null, answer.refusal);
  }

  /** Gives a command to a case. Unknown case, unknown command and not being a party look alike. */
  async give(
    path: string,
    caseId: string,
    name: string,
    incoming: Incoming,
    reader: Reader,
  ): Promise<CommandAnswer> {
    const given = this.givenTo(path, caseId, name, incoming, reader);
    if (isRefusal(given)) return no(given);
    let found: StoredCase | null = null;
    for (let round = 0; round < DECISIONS_MAX; round += 1) {
      const caller = { caller: reader.assignment, key: incoming.key };
      const loaded = await this.on.cases.load(caseId, caller);
      found = loaded.case;
      const answer = await this.tryGive(given, loaded);
      if (answer === 'again') continue;
      return answer.ok ? answer : this.refused(given, found, answer.refusal);
    }
    return this.refused(given, found, { code: 'BUSY' });
  }

  /**
   * What a command on a case would write, given now: decided on the same way as by `give`. Writes
   * nothing, no line of the access log either; whoever shows it does.
   */
  async foresee(
    path: string,
    caseId: string,
    name: string,
    proposed: Omit<Incoming, 'key'>,
    reader: Reader,
  ): Promise<CaseWrite | Refusal> {
    const incoming = { ...proposed, key: NO_KEY };
    const given = this.givenTo(path, caseId, name, incoming, reader);
    if (isRefusal(given)) return given;
    const loaded = await this.on.cases.load(caseId);
    const present = this.present(given, loaded);
    if (isRefusal(present)) return present;
    const writing = await this.decided(present, loaded);
    if (isRefusal(writing)) return writing;
    const write = await this.writeFor(present, writing);
    if (isRefusal(write)) return write;
    // That the person has another open stay is refused by the database, which is not asked to write.
    const isOther = write.endedAt === null && write.personId !== writing.former;
    const open = isOther ? await this.openStay(write) : null;
    return open === null ? write : stayOpen(open, reader);
  }

  private givenTo(
    path: string,
    caseId: string,
    name: string,
    incoming: Incoming,
    reader: Reader,
  ): Given | Refusal {
    const known = this.on.registry.byPath(path);
    // Whether the version that the case runs on has the command is seen when the case is known.
    const command = known?.versions.map((each) => commandNamed(each, name)).find(Boolean);
    if (known === undefined || command === undefined) return { code: 'NOT_FOUND' };
    return this.given(known, command, incoming, reader, `${path}/${caseId}/${name}`);
  }

  private given(
    workflow: RegisteredWorkflow,
    command: CommandDeclaration,
    incoming: Incoming,
    reader: Reader,
    path: string,
  ): Given | Refusal {
    try {
      const hash = sha256(`${path}\n${canonicalJson(incoming.body)}`);
      return { workflow, command, incoming, reader, hash, now: this.on.clock.now() };
    } catch {
      // JSON that no canonical form exists for: half a surrogate pair.
      return { code: 'MALFORMED_JSON' };
    }
  }

  private async tryOpen(given: Given): Promise<CommandAnswer> {
    const { command, reader, incoming, workflow } = given;
    const { type } = workflow.definition;
    const may = judgeAccess({ asks: 'open', type, by: reader, roles: command.roles });
    if (!may.isAllowed) return no({ ...may.refusal, detail: command.possibleWhen });
    const scope = scopeRefusal(reader, workflow.definition, command);
    if (scope !== null) return no(scope);
    for (let round = 0; round < DECISIONS_MAX; round += 1) {
      const used = await this.on.cases.findByKey(reader.assignment, incoming.key);
      if (used !== null) return this.repeat(given, used);
      const about = await aboutCase(this.on, given);
      const saidOf = about?.personId ?? null;
      const meant = meantAbout(this.on, { ...given, about, saidOf }, about);
      const asked = await askedOf(this.on, meant, null);
      if (isRefusal(asked)) return no(asked);
      const decision = decideOpening(asked, agreementFor(workflow.definition.type));
      if (isRefusal(decision)) return no(decision);
      const { person = null, patient = null } = asked.named ?? {};
      const { occurredAt, recordedAt } = decision.event;
      const late =
        person && (await lateAdmission(this.on.cases, command, person.id, occurredAt, recordedAt));
      if (late !== null) return no(late);
      const outcome = await this.write(given, {
        workflow,
        decision,
        caseId: this.newCaseId(given, decision),
        expectedVersion: 0,
        personId: person?.id ?? null,
        saidOf,
        former: null,
        earlier: new Map(),
        person,
        patient,
      });
      if (outcome !== 'again') return outcome;
    }
    return no({ code: 'BUSY' });
  }

  /** One round: everything but `again` is final. */
  private async tryGive(given: Given, loaded: LoadedCase): Promise<CommandAnswer | 'again'> {
    const present = this.present(given, loaded);
    if (isRefusal(present)) return no(present);
    if (loaded.idempotency !== null) return this.repeat(present, loaded.idempotency);
    const writing = await this.decided(present, loaded);
    return isRefusal(writing) ? no(writing) : this.write(present, writing);
  }

  /** The command as the version of the case has it, if the reader may give it there. */
  private present(given: Given, loaded: LoadedCase): InCase | Refusal {
    const { case: found } = loaded;
    if (found === null || !isParty(given, loaded)) return { code: 'NOT_FOUND' };
    const workflow = this.on.registry.of(found.type, found.state.workflowVersion);
    const command = commandNamed(workflow.definition, given.command.name);
    if (command === undefined) return { code: 'NOT_FOUND' };
    const present = { ...given, workflow, command, found };
    const roleRefusal =
      mayGive(bare(present), found.state) ??
      scopeRefusal(given.reader, workflow.definition, command);
    return roleRefusal ?? present;
  }

  /** What comes of it in the case as it is loaded. */
  private async decided(present: InCase, { parties }: LoadedCase): Promise<OwnWriting | Refusal> {
    const { found, incoming, workflow, reader } = present;
    if (incoming.ifVersion !== undefined && incoming.ifVersion !== found.version) {
      return { code: 'VERSION_STALE' };
    }
    const { lookups, patient: names } = present.command;
    const needsPerson =
      namesGround(incoming) || (lookups?.patient ?? lookups?.child ?? names !== undefined);
    const person =
      needsPerson && found.personId !== null ? await this.on.persons.byId(found.personId) : null;
    const now = later(this.on.clock.now(), found.state.openedAt);
    // Units are named as the giver sees them.
    const seen = directoryFor(this.on.directory(), reader);
    const meant = meantUnits(incoming, parties, seen);
    const saidOf = await personAbout(this.on, found);
    const meantNow = { ...present, incoming: meant, now, saidOf };
    const asked = await askedOf(this.on, meantNow, person, found);
    if (isRefusal(asked)) return asked;
    const isRattelse = present.command.to === EVENT_MAKERS;
    const log = isRattelse ? await this.on.cases.events(found.id, 0, found.version) : [];
    const decision = decide({ ...asked, log }, found.state);
    if (isRefusal(decision)) return this.withAllowed(present, found, decision);
    const { named } = asked;
    return {
      workflow,
      decision,
      caseId: found.id,
      expectedVersion: found.version,
      personId: named?.person.id ?? found.personId,
      saidOf,
      former: found.personId,
      person: named?.person ?? null,
      patient: named?.patient ?? (person && factsOf(person)),
      protection: protectionOf(named?.person ?? person),
      earlier: await this.earlier(found.id, reader, decision),
    };
  }

  /** What the command hands on of earlier events, as the giver's own controller holds it. */
  private async earlier(
    caseId: string,
    reader: Reader,
    { accepted }: Decision,
  ): Promise<Writing['earlier']> {
    const handsOn = disclosures(accepted.effects).some(({ earlier }) => earlier !== undefined);
    return bySource(handsOn ? await this.on.cases.contentsToHandOn(caseId, reader) : []);
  }

  private async writeFor(
    { reader, incoming, hash, command }: Given,
    writing: OwnWriting,
  ): Promise<CaseWrite | Refusal> {
    return writeOf({
      ...writing,
      ...(await standingIn(this.on.persons, writing, reader)),
      command,
      reader,
      key: incoming.key,
      hash,
      directory: this.on.directory(),
      unnamed: this.on.unnamed,
      seeding: this.on.seeding,
    });
  }

  private async write(given: Given, writing: OwnWriting): Promise<CommandAnswer | 'again'> {
    const { reader, incoming } = given;
    const write = await this.writeFor(given, writing);
    if (isRefusal(write)) return no(write);
    const outcome = await this.on.cases.write(write);
    switch (outcome.kind) {
      case 'written':
        this.on.afterCommit();
        return taken(given, write.caseId, write.state.seq, false);
      case 'stay-open':
        return no(stayOpen(await this.openStay(write), reader));
      case 'stale':
        return incoming.ifVersion === undefined ? 'again' : no({ code: 'VERSION_STALE' });
      case 'key-used':
        return 'again';
    }
  }

  /** Of some things there is one case only: its name is its id. */
  private newCaseId({ workflow, command }: Given, { event }: Decision): string {
    const name = workflow.definition.identity?.(event.payload);
    return name === undefined ? randomUUID() : settledCaseId(command, name);
  }

  private repeat(given: Given, { bodyHash, caseId, version }: UsedKey): CommandAnswer {
    return bodyHash === given.hash
      ? taken(given, caseId, version, true)
      : no({ code: 'IDEMPOTENCY_KEY_REUSED' });
  }

  /** A refusal leaves its line in the access log and nothing else. */
  private async refused(
    { reader, command, incoming }: Given,
    found: StoredCase | null,
    refusal: Refusal,
  ): Promise<CommandAnswer> {
    const action = `refused:${command.name}:${refusal.code}`;
    const now = this.on.clock.now();
    // Which case was asked for is noted, whether there is one or not.
    const caseId = found?.id ?? namedAbout(command, incoming.body);
    const line = accessLine(reader, action, now, caseId, found?.personId ?? null);
    await this.on.access.append([line]);
    return no(refusal);
  }

  /** With "not possible now" the caller learns what is. */
  private async withAllowed(
    { workflow, reader }: Given,
    found: StoredCase,
    refusal: Refusal,
  ): Promise<Refusal> {
    if (refusal.code !== 'COMMAND_NOT_POSSIBLE') return refusal;
    const makers = await this.on.cases.makers(found.id);
    const { allowedCommands } = commandViews(workflow, found.state, makers, reader);
    return { ...refusal, members: { allowedCommands } };
  }

  private async openStay({ personId, region }: CaseWrite): Promise<OpenStay | null> {
    return personId === null ? null : this.on.cases.openStay(personId, region);
  }
}

/** Names the open stay to a caller who may see it. */
function stayOpen(open: OpenStay | null, reader: Reader): Refusal {
  const visible = open?.parties.includes(reader.unit) === true;
  return { code: 'STAY_ALREADY_OPEN', ...(visible ? { members: { case: open.id } } : {}) };
}

function isParty({ workflow, reader }: Given, { case: found, parties }: LoadedCase): boolean {
  return found?.type === workflow.definition.type && parties.includes(reader.unit);
}
