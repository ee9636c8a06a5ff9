import type { Directory } from '@hemgang/directory';
import { localDate, type Clock, type LocalDate, type Refusal } from '@hemgang/kernel';
import type { AccessLog, DirectoryStore, UnitCases } from '@hemgang/store';
import type { Commands } from './commands';
import { judgeAccess, type Reader } from '@hemgang/access';
import { accessLine } from './write';

/** Somebody who works at the reader's unit. */
export interface ColleagueView {
  /** Id of the member of staff, as `hand-on` takes it. */
  readonly id: string;
  readonly name: string;
}

/** Whom every new patient of a unit gets, until further notice or a day. */
export interface StandingContactView {
  readonly staff: ColleagueView;
  readonly phone: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** What became of one patient when a contact handed her over. */
export interface HandedOverView {
  readonly caseId: string;
  /** Null when she has the new contact; else the code of the refusal. */
  readonly refused: string | null;
}

export interface ContactResources {
  readonly commands: Commands;
  readonly directories: DirectoryStore;
  readonly unitCases: UnitCases;
  readonly access: AccessLog;
  readonly clock: Clock;
  directory(): Directory;
  /** Every process reads the directory anew. */
  directoryChanged(): Promise<void>;
}

/**
 * Fasta vårdkontakter beyond the single case: who is appointed for all who come (2017:612 2:5 leaves
 * it to the verksamhetschef; weekends too), and all of one contact's patients handed to another.
 */
export class Contacts {
  constructor(private readonly on: ContactResources) {}

  /** Who works at the reader's unit. */
  colleagues({ unit }: Reader): readonly ColleagueView[] {
    const directory = this.on.directory();
    const ids = new Set(directory.peopleOf(unit).map(({ staff }) => staff));
    return [...ids].map((id) => this.colleague(id));
  }

  /** The unit's standing contact today; null when every patient gets one by hand. */
  standing({ unit }: Reader): StandingContactView | null {
    const today = localDate(this.on.clock.now());
    const found = this.on.directory().standingContactOf(unit, today);
    return found === undefined ? null : this.view(found);
  }

  /** Appoints the unit's standing contact. By the head of the unit only. */
  async appointStanding(
    reader: Reader,
    wanted: { staff: string; phone: string; from: LocalDate; until: LocalDate | null },
  ): Promise<StandingContactView | Refusal> {
    const operation = 'appointStandingContact';
    const may = judgeAccess({ asks: 'operation', operation, by: reader });
    if (!may.isAllowed) return this.refused(reader, 'appoint-standing-contact');
    if (!this.worksHere(reader, wanted.staff)) return notHere('/staff');
    if (wanted.until !== null && wanted.until < wanted.from) {
      return { code: 'PAYLOAD_INVALID', errors: [{ path: '/until', code: 'out_of_range' }] };
    }
    await this.on.directories.appointStandingContact({ unit: reader.unit, ...wanted });
    await this.on.directoryChanged();
    await this.note(reader, 'appoint-standing-contact');
    return this.view(wanted);
  }

  /**
   * Hands all open patients of one contact to another at the same unit: an ordinary command in each
   * case. May be repeated with the same key: what has been handed over is not handed over again.
   */
  async handOverPatients(
    reader: Reader,
    { from, to, phone }: { from: string; to: string; phone: string },
    key: string,
  ): Promise<readonly HandedOverView[] | Refusal> {
    const may = judgeAccess({ asks: 'operation', operation: 'handOverPatients', by: reader });
    if (!may.isAllowed) return this.refused(reader, 'hand-over-patients');
    if (!this.worksHere(reader, to)) return notHere('/to');
    const { name } = this.colleague(to);
    const answers: HandedOverView[] = [];
    for (const { id, handover } of await this.on.unitCases.withContact(reader.unit, from)) {
      const incoming = { body: { name, phone, staff: to, handover }, key: `${key}.${id}` };
      const command = 'appoint-fast-vardkontakt';
      const answer = await this.on.commands.give('discharges', id, command, incoming, reader);
      answers.push({ caseId: id, refused: answer.ok ? null : answer.refusal.code });
    }
    return answers;
  }

  private worksHere({ unit }: Reader, staff: string): boolean {
    return this.on
      .directory()
      .peopleOf(unit)
      .some((assignment) => assignment.staff === staff);
  }

  private colleague(id: string): ColleagueView {
    return { id, name: this.on.directory().staff(id)?.name ?? id };
  }

  private view({
    staff,
    phone,
    from,
    until,
  }: Omit<StandingContactView, 'staff'> & { readonly staff: string }): StandingContactView {
    return { staff: this.colleague(staff), phone, from, until };
  }

  private async refused(reader: Reader, action: string): Promise<Refusal> {
    await this.note(reader, `refused:${action}:ROLE_NOT_ALLOWED`);
    return { code: 'ROLE_NOT_ALLOWED' };
  }

  private note(reader: Reader, action: string): Promise<void> {
    return this.on.access.append([accessLine(reader, action, this.on.clock.now(), null, null)]);
  }
}

function notHere(path: string): Refusal {
  return { code: 'PAYLOAD_INVALID', errors: [{ path, code: 'unknown' }] };
}
