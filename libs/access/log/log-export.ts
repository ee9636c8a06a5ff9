import type { Directory } from '@hemgang/directory';
import { ROLE_TEXTS } from '@hemgang/directory';
import {
  addDays,
  instantAt,
  parsePatientNumber,
  type Clock,
  type Instant,
  type LocalDate,
  type Refusal,
} from '@hemgang/kernel';
import type { AccessLog, AccessReader, PersonStore } from '@hemgang/store';
import { judgeAccess, type OperationName } from '../policy';
import { isSteppedUp, type Reader } from '../reader';
import { NATIONAL_FOOT, NATIONAL_HEAD, nationalLine, type LogNames } from './national-log';
import { noted } from './noted';
import { extractLine, type ExtractLine } from './patient-extract';

export interface LogExportResources {
  readonly reader: AccessReader;
  readonly persons: PersonStore;
  readonly access: AccessLog;
  readonly clock: Clock;
  /** Time that nobody moves: until when somebody has proved who she is. */
  readonly realClock: Clock;
  directory(): Directory;
}

/** Before any line. */
const EARLIEST: Instant = instantAt('2000-01-01', '00:00');

/** Whole local days, the last one included. */
export interface LogPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Whose log is asked for, in which days. */
export interface AskedExtract extends LogPeriod {
  /** The patient's number as she writes it. */
  readonly number: string;
  /** Whether names of staff may be given out, after a secrecy test (OSL 10:3, 25:1). */
  readonly withStaff: boolean;
}

/** A patient's log at one controller. */
export interface PatientExtract extends LogPeriod {
  readonly controller: { readonly id: string; readonly name: string };
  readonly items: readonly ExtractLine[];
}

/** The access log as it leaves the service: in the national format, and to the patient. */
export class LogExport {
  constructor(private readonly on: LogExportResources) {}

  /**
   * What the units of a controller did and saw, as XML in the national format (HSLF-FS 2016:40 4:9).
   * For operators; the look is noted before anything is given.
   * @returns null when the directory has no such controller
   * @throws DatabaseUnavailable
   */
  async national(
    controller: string,
    period: LogPeriod,
    reader: Reader,
  ): Promise<AsyncGenerator<string, void> | null> {
    const found = this.on.directory().controller(controller);
    if (found === undefined) return null;
    await this.on.access.append([noted(reader, 'export:access-log', this.on.clock.now())]);
    return this.records(controller, period, this.namesAt(found));
  }

  /** The same of her own controller, for an administrator who has just proved who she is. */
  async nationalFor(
    reader: Reader,
    period: LogPeriod,
  ): Promise<AsyncGenerator<string, void> | Refusal> {
    const refusal = await this.refusal(reader, 'exportAccessLog', 'export:access-log');
    if (refusal !== null) return refusal;
    return (await this.national(reader.controller, period, reader)) ?? { code: 'NOT_FOUND' };
  }

  /**
   * Which units of her own controller have read or written about a patient, for an administrator who
   * has just proved who she is and gives it to the patient (PDL 8:5). Somebody whom only others know
   * looks like somebody whom nobody knows.
   */
  async extractFor(reader: Reader, asked: AskedExtract): Promise<PatientExtract | Refusal> {
    const refusal = await this.refusal(reader, 'extractPatientLog', 'extract:access-log');
    if (refusal !== null) return refusal;
    const person = await this.personBy(asked.number);
    if (person === null || !(await this.isKnownAt(reader.controller, person))) {
      await this.note(reader, 'refused:extract:access-log', null);
      return { code: 'NOT_FOUND' };
    }
    return (await this.extract(reader.controller, person, asked, reader)) ?? { code: 'NOT_FOUND' };
  }

  /**
   * The extract of one person, whoever asks has been judged.
   * @returns null when the directory has no such controller
   */
  async extract(
    controller: string,
    person: string,
    { from, to, withStaff }: Omit<AskedExtract, 'number'>,
    reader: Reader,
  ): Promise<PatientExtract | null> {
    const directory = this.on.directory();
    const found = directory.controller(controller);
    if (found === undefined) return null;
    await this.note(reader, 'extract:access-log', person);
    const names = {
      unit: (id: string) => directory.unit(id)?.name ?? id,
      staff: withStaff ? (id: string) => directory.staff(id)?.name ?? id : null,
    };
    const items: ExtractLine[] = [];
    const lines = this.on.reader.lines({ ...this.range(controller, { from, to }), person });
    for await (const line of lines) items.push(extractLine(line, names, reader.language));
    return { controller: { id: found.id, name: found.name }, from, to, items };
  }

  private async *records(
    controller: string,
    period: LogPeriod,
    names: LogNames,
  ): AsyncGenerator<string, void> {
    yield NATIONAL_HEAD;
    for await (const line of this.on.reader.lines(this.range(controller, period))) {
      yield nationalLine(line, names);
    }
    yield NATIONAL_FOOT;
  }

  /**
   * Whether the controller has ever had to do with her, whatever the days asked for. Who was refused
   * had not: that a case was hers must not come out this way.
   */
  private async isKnownAt(controller: string, person: string): Promise<boolean> {
    const ever = { since: EARLIEST, until: this.on.clock.now() };
    const lines = this.on.reader.lines({ units: this.unitsOf(controller), ...ever, person });
    for await (const { action } of lines) if (!action.startsWith('refused:')) return true;
    return false;
  }

  private unitsOf(controller: string): string[] {
    const { units } = this.on.directory().rows;
    return units.filter((unit) => unit.controller === controller).map(({ id }) => id);
  }

  private range(controller: string, { from, to }: LogPeriod) {
    return {
      units: this.unitsOf(controller),
      since: instantAt(from, '00:00'),
      until: instantAt(addDays(to, 1), '00:00'),
    };
  }

  private namesAt({ id, name }: { readonly id: string; readonly name: string }): LogNames {
    const directory = this.on.directory();
    return {
      controller: { id, name },
      staff: (staff) => directory.staff(staff)?.name ?? null,
      unit: (unit) => directory.unit(unit)?.name ?? null,
      title: (assignment) =>
        directory
          .assignment(assignment)
          ?.roles.map((role) => ROLE_TEXTS[role].sv)
          .join(', ') ?? null,
    };
  }

  private async personBy(typed: string): Promise<string | null> {
    const number = parsePatientNumber(typed, Number(this.on.clock.now().slice(0, 4)));
    if ('problem' in number) return null;
    return (await this.on.persons.byNumber(number.value))?.id ?? null;
  }

  /** Why she may not; null when she may. */
  private async refusal(
    reader: Reader,
    operation: OperationName,
    action: string,
  ): Promise<Refusal | null> {
    const may = judgeAccess({ asks: 'operation', operation, by: reader });
    if (!may.isAllowed) {
      await this.note(reader, `refused:${action}:${may.refusal.code}`, null);
      return may.refusal;
    }
    return isSteppedUp(reader, this.on.realClock.now()) ? null : { code: 'STEP_UP_NEEDED' };
  }

  private note(reader: Reader, action: string, person: string | null): Promise<void> {
    const about = { person, caseId: null };
    return this.on.access.append([noted(reader, action, this.on.clock.now(), about)]);
  }
}
