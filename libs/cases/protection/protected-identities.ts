import { isSteppedUp, type Reader } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import type { Clock, Instant, Refusal, Text } from '@hemgang/kernel';
import type {
  AccessLog,
  CaseStore,
  Protection,
  PersonStore,
  ProtectionStore,
  StoredCase,
} from '@hemgang/store';
import type { WorkflowRegistry } from '../registry';
import { accessLine } from '../write';
import { answeringUnit } from './patient-operations';

const ADMINISTRATOR = 'administrator';

/** How far somebody's identity is protected, after it was set. */
export interface ProtectedView {
  readonly caseId: string;
  /** Null: not protected. */
  readonly grade: Protection | null;
  readonly since: Instant | null;
}

/** Whom a controller has named for people whose identity is protected. */
export interface ProtectionContactsView {
  /** The case whose patient alone they are named for; null: for all such persons. */
  readonly caseId: string | null;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly phone: string;
}

/** Whom a controller wants to name. */
export interface ContactsWish {
  readonly caseId: string | null;
  /** Two members of the controller's staff. */
  readonly staff: readonly string[];
  readonly phone: string;
}

export interface ProtectionResources {
  readonly registry: WorkflowRegistry;
  readonly cases: CaseStore;
  readonly persons: PersonStore;
  readonly protections: ProtectionStore;
  readonly access: AccessLog;
  readonly clock: Clock;
  /** Time that nobody moves: a proof of who one is grows old by it. */
  readonly realClock: Clock;
  directory(): Directory;
}

const NOT_PROTECTED: Text = {
  sv: 'Bara ett ärende om någon med skyddade personuppgifter hanteras utanför verktyget.',
  en: 'Only a case about somebody with a protected identity is handled outside the tool.',
};

const NOT_ANSWERING: Text = {
  sv: 'Görs av den enhet som svarar för ärendet.',
  en: 'Done by the unit that answers for the case.',
};

/**
 * Protected identity (OSL 21:3, 21:3 a): who sets the grade of a person, whom each controller names to
 * know of her, and which cases are handled outside. All of it needs somebody who has just proved who
 * she is. A refusal writes its access line only.
 * @throws DatabaseUnavailable
 */
export class ProtectedIdentities {
  constructor(private readonly on: ProtectionResources) {}

  /** Sets the grade of a case's patient, or takes it away (null). Setting it again changes nothing. */
  async setGrade(
    reader: Reader,
    { caseId, grade }: { readonly caseId: string; readonly grade: Protection | null },
  ): Promise<ProtectedView | Refusal> {
    const action = grade === null ? 'end-protection' : `set-protection:${grade}`;
    const found = await this.ofParty(reader, caseId, action);
    if ('code' in found) return found;
    const at = this.on.clock.now();
    const { staff, unit, controller } = reader;
    const { personId } = found;
    const line = accessLine(reader, action, at, caseId, personId);
    const change = { person: personId, grade, at, staff, unit, controller };
    const since = await this.on.protections.setGrade(change, line);
    return { caseId, grade, since };
  }

  /** Names two of the controller's staff and a telephone: for one case's patient, or for all. */
  async nameContacts(
    reader: Reader,
    wish: ContactsWish,
  ): Promise<ProtectionContactsView | Refusal> {
    const { caseId, staff, phone } = wish;
    const action = 'name-protection-contacts';
    const found = caseId === null ? null : await this.ofParty(reader, caseId, action);
    if (found !== null && 'code' in found) return found;
    if (found === null && !reader.roles.includes(ADMINISTRATOR)) {
      return this.refused(reader, action, { code: 'ROLE_NOT_ALLOWED' });
    }
    const notFresh = await this.notFresh(reader, action);
    if (notFresh !== null) return notFresh;
    const stranger = staff.findIndex((id) => !this.isOwn(reader, id));
    if (stranger !== -1) {
      const errors = [{ path: `/staff/${stranger}`, code: 'unknown' }];
      return this.refused(reader, action, { code: 'PAYLOAD_INVALID', errors });
    }
    const at = this.on.clock.now();
    const person = found?.personId ?? null;
    await this.on.protections.nameContacts(
      { controller: reader.controller, person, staff, phone, at, by: reader.assignment },
      accessLine(reader, action, at, caseId, person),
    );
    return { caseId, ...this.named(staff), phone };
  }

  /** Whom the reader's controller has named for all such persons; null when nobody. */
  async contacts({ controller }: Reader): Promise<ProtectionContactsView | null> {
    const found = await this.on.protections.contactsOf(controller);
    return found && { caseId: null, ...this.named(found.staff), phone: found.phone };
  }

  /** From now on the case keeps clocks and outcomes only; what it held in words is removed. */
  async handleOutside(reader: Reader, caseId: string): Promise<ProtectedView | Refusal> {
    const action = 'handle-outside';
    const found = await this.ofParty(reader, caseId, action);
    if ('code' in found) return found;
    if (this.answering(found) !== reader.unit) {
      return this.refused(reader, action, { code: 'ROLE_NOT_ALLOWED', detail: NOT_ANSWERING });
    }
    const person = await this.on.persons.byId(found.personId);
    if (person === null || person.protection === null) {
      const why = { code: 'COMMAND_NOT_POSSIBLE', detail: NOT_PROTECTED } as const;
      return this.refused(reader, action, why);
    }
    const line = accessLine(reader, action, this.on.clock.now(), caseId, found.personId);
    await this.on.protections.handleOutside(caseId, line);
    return { caseId, grade: person.protection, since: person.protectedSince };
  }

  /** The case, for a reader whose unit works with it and who has just proved who she is. */
  private async ofParty(
    reader: Reader,
    caseId: string,
    action: string,
  ): Promise<(StoredCase & { readonly personId: string }) | Refusal> {
    const { case: found, parties } = await this.on.cases.load(caseId);
    if (found === null || found.personId === null || !parties.includes(reader.unit)) {
      return this.refused(reader, action, { code: 'NOT_FOUND' }, found?.id);
    }
    if (reader.roles.every((role) => role === ADMINISTRATOR)) {
      return this.refused(reader, action, { code: 'ROLE_NOT_ALLOWED' }, caseId);
    }
    const notFresh = await this.notFresh(reader, action);
    return notFresh ?? { ...found, personId: found.personId };
  }

  private async notFresh(reader: Reader, action: string): Promise<Refusal | null> {
    if (isSteppedUp(reader, this.on.realClock.now())) return null;
    return this.refused(reader, action, { code: 'STEP_UP_NEEDED' });
  }

  private answering(found: StoredCase): unknown {
    const workflow = this.on.registry.of(found.type, found.state.workflowVersion);
    return answeringUnit({ workflow, rows: { case: found } });
  }

  private isOwn({ controller }: Reader, staff: string): boolean {
    const directory = this.on.directory();
    return directory
      .assignmentsOfStaff(staff)
      .some(({ unit }) => directory.controllerOf(unit)?.id === controller);
  }

  private named(staff: readonly string[]): Pick<ProtectionContactsView, 'staff'> {
    const name = (id: string) => this.on.directory().staff(id)?.name ?? id;
    return { staff: staff.map((id) => ({ id, name: name(id) })) };
  }

  private async refused(
    reader: Reader,
    action: string,
    refusal: Refusal,
    caseId: string | null = null,
  ): Promise<Refusal> {
    const now = this.on.clock.now();
    const line = accessLine(reader, `refused:${action}:${refusal.code}`, now, caseId, null);
    await this.on.access.append([line]);
    return refusal;
  }
}
