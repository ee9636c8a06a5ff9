import type { Reader } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import {
  addDays,
  localDate,
  weekday,
  type Clock,
  type Language,
  type LocalDate,
  type Refusal,
} from '@hemgang/kernel';
import type { AccessLog, ExperienceStore, ExperienceWay, InvitationRow } from '@hemgang/store';
import { dischargeContext, responsible } from '@workflows/discharge';
import type { CaseReading } from '../case-reading';
import type { Told } from '../case-type';
import { isRefusal } from '../envelope';
import { municipalityOf } from '../payment/places';
import { invalid } from '../staffing/ground';
import { accessLine } from '../write';
import { newCode, readCode } from './code';
import { ANSWERS, EXPERIENCE_KINDS, QUESTIONNAIRES, type ExperienceKind } from './questionnaires';

/** A questionnaire in the words of whoever reads it. */
export interface QuestionnaireView {
  readonly kind: ExperienceKind;
  readonly version: number;
  readonly title: string;
  readonly questions: readonly { readonly key: string; readonly text: string }[];
  /** What can be answered to each of them. */
  readonly answers: readonly { readonly value: number; readonly text: string }[];
}

/** What can be answered by a code, and until when. Says nothing of anybody. */
export interface AskedExperience {
  /** The last day. */
  readonly expiresOn: LocalDate;
  readonly questionnaire: QuestionnaireView;
}

/** A new invitation. */
export interface InvitationView extends AskedExperience {
  /** Its code: shown once, kept nowhere. */
  readonly secret: string;
  readonly path: string;
}

/** That an answer has been counted. */
export interface TakenExperience {
  readonly taken: true;
}

/** What was said, by question. */
export type GivenAnswers = Readonly<Record<string, number>>;

/** Which questionnaires go with which cases. */
export const KINDS_OF_CASES = {
  discharges: ['after-discharge', 'at-follow-up'],
  sips: ['after-sip', 'at-follow-up'],
} as const satisfies Readonly<Record<string, readonly ExperienceKind[]>>;

interface ExperienceResources {
  readonly store: ExperienceStore;
  readonly access: AccessLog;
  readonly clock: Clock;
  readonly reading: CaseReading;
  directory(): Directory;
}

/** The Sunday so many weeks after that of the week in which it was made. */
const WEEKS_VALID = 4;

/** More than a unit hands out in that time. */
const WAITING_MAX = 500;

const ACTION = 'invite:experience';
const READING = 'patient-sheet';

/**
 * How patients, relatives and staff are asked how it went, and answer (record 38). A refusal writes
 * nothing but, for who is signed in, its line in the access log.
 * @throws DatabaseUnavailable
 */
export class Experiences {
  constructor(private readonly on: ExperienceResources) {}

  /** Invites the person of a case, or somebody close to her: for whoever may hand out her sheet. */
  invite<Path extends keyof typeof KINDS_OF_CASES>(
    path: Path,
    id: string,
    kind: (typeof KINDS_OF_CASES)[Path][number],
    reader: Reader,
  ): Promise<InvitationView | Refusal> {
    const asked = { path, id, reading: READING, action: ACTION } as const;
    return this.on.reading.readNoting(asked, reader, async (told, query, lines) => {
      const made = await this.make({ kind, ...placesOf(told, this.on.directory()) }, reader);
      await query.appendAccess([isRefusal(made) ? lines.refused : lines.taken]);
      return made;
    });
  }

  /** Invites a colleague. */
  async inviteStaff(reader: Reader): Promise<InvitationView | Refusal> {
    const { unit } = reader;
    const places = { unit, municipality: municipalityOf(this.on.directory(), unit) };
    const made = await this.make({ kind: 'staff', ...places }, reader);
    const action = isRefusal(made) ? `refused:${ACTION}` : ACTION;
    await this.on.access.append([accessLine(reader, action, this.on.clock.now(), null, null)]);
    return made;
  }

  /** What a code asks; for anybody who has it. */
  async look(code: string, language: Language): Promise<AskedExperience | Refusal> {
    const found = await this.find(code);
    return isRefusal(found) ? found : askedOf(found.row, language);
  }

  /** Counts what somebody with a code says, once. */
  async answer(code: string, answers: GivenAnswers): Promise<TakenExperience | Refusal> {
    const found = await this.find(code);
    return isRefusal(found) ? found : this.take(found, answers, 'link');
  }

  /** The same by staff who have asked by telephone or hold a sheet of paper, at the unit that invited. */
  async enter(
    code: string,
    answers: GivenAnswers,
    way: Exclude<ExperienceWay, 'link'>,
    reader: Reader,
  ): Promise<TakenExperience | Refusal> {
    const found = await this.find(code);
    const taken = isRefusal(found)
      ? found
      : found.row.maker === reader.unit
        ? await this.take(found, answers, way)
        : NO_LINK;
    // Nothing is noted of one that was taken: a line has a time and a person, an answer has neither.
    if (isRefusal(taken)) await this.noteRefused(reader);
    return taken;
  }

  private async make(
    { kind, ...places }: Pick<InvitationRow, 'unit' | 'municipality'> & { kind: ExperienceKind },
    { unit: maker, language }: Reader,
  ): Promise<InvitationView | Refusal> {
    const code = newCode();
    const today = this.today();
    const { version } = QUESTIONNAIRES[kind];
    const expiresOn = addDays(mondayOf(today), 7 * (WEEKS_VALID + 1) - 1);
    const row = { kind, version, ...places, maker, expiresOn };
    const isMade = await this.on.store.invite(readCode(code) ?? '', row, today, WAITING_MAX);
    if (!isMade) return invalid('/kind', 'too_many');
    const asked = askedOf(row, language);
    return isRefusal(asked) ? asked : { secret: code, path: `/experience/${code}`, ...asked };
  }

  private async find(typed: string): Promise<Found | Refusal> {
    const secret = readCode(typed);
    const row = secret === null ? null : await this.on.store.look(secret, this.today());
    if (secret === null || row === null) return NO_LINK;
    return row === 'used' ? SPENT : { secret, row };
  }

  private async take(
    { secret, row }: Found,
    answers: GivenAnswers,
    way: ExperienceWay,
  ): Promise<TakenExperience | Refusal> {
    const questions = questionnaireOf(row)?.questions;
    if (questions === undefined) return SPENT;
    const fault = faultIn(answers, Object.keys(questions), way === 'link' ? '' : '/answers');
    if (fault !== null) return fault;
    const today = this.today();
    const week = mondayOf(today);
    const isTaken = await this.on.store.answer(secret, answers, way, { today, week });
    return isTaken ? { taken: true } : SPENT;
  }

  private async noteRefused(reader: Reader): Promise<void> {
    const now = this.on.clock.now();
    await this.on.access.append([accessLine(reader, 'refused:enter:experience', now, null, null)]);
  }

  private today(): LocalDate {
    return localDate(this.on.clock.now());
  }
}

interface Found {
  readonly secret: string;
  readonly row: InvitationRow;
}

const NO_LINK: Refusal = { code: 'LINK_NOT_FOUND' };
const SPENT: Refusal = { code: 'LINK_SPENT' };

/** What is asked by an invitation. One of a version that this program does not have asks nothing more. */
function askedOf(row: InvitationRow, language: Language): AskedExperience | Refusal {
  const found = questionnaireOf(row);
  if (found === undefined) return SPENT;
  const { kind, version, title, questions } = found;
  return {
    expiresOn: row.expiresOn,
    questionnaire: {
      ...{ kind, version, title: title[language] },
      questions: Object.entries(questions).map(([key, text]) => ({ key, text: text[language] })),
      answers: ANSWERS.map(({ value, text }) => ({ value, text: text[language] })),
    },
  };
}

function questionnaireOf({ kind: name, version }: Pick<InvitationRow, 'kind' | 'version'>) {
  const kind = EXPERIENCE_KINDS.find((each) => each === name);
  const found = kind === undefined ? undefined : { kind, ...QUESTIONNAIRES[kind] };
  return found?.version === version ? found : undefined;
}

/** Every question is answered, if only by not knowing, and nothing else is. */
function faultIn(answers: GivenAnswers, questions: readonly string[], at: string): Refusal | null {
  const missing = questions.filter((key) => !(key in answers));
  const unknown = Object.keys(answers).filter((key) => !questions.includes(key));
  const errors = [
    ...missing.map((key) => ({ path: `${at}/${key}`, code: 'missing' })),
    // What was sent is repeated in no answer.
    ...unknown.map(() => ({ path: at, code: 'unknown_field' })),
  ];
  return errors.length === 0 ? null : { code: 'PAYLOAD_INVALID', errors };
}

/** Where an answer is counted: the ward and who pays; of a SIP the unit that asks, and a municipality in it. */
function placesOf(
  { rows, reader }: Told,
  directory: Directory,
): Pick<InvitationRow, 'unit' | 'municipality'> {
  if (rows.case.type === 'discharge') {
    const context = dischargeContext(rows.case.state);
    const pays = responsible(context).findLast(({ role }) => role === 'pays');
    return { unit: context.unit, municipality: pays?.municipality ?? null };
  }
  const units = [reader.unit, ...rows.parties.map(({ unit }) => unit)];
  const municipalities = units.map((unit) => municipalityOf(directory, unit));
  return {
    unit: reader.unit,
    municipality: municipalities.find((code) => code !== null) ?? null,
  };
}

function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekday(day));
}
