import { randomInt } from 'node:crypto';
import type { Directory, UnitKind } from '@hemgang/directory';
import {
  addDays,
  daysBetween,
  instantAt,
  type Clock,
  type Instant,
  type Refusal,
} from '@hemgang/kernel';
import type {
  AccessLog,
  AccessReader,
  LoggedLine,
  LogReviewStore,
  ReviewedLine,
} from '@hemgang/store';
import { judgeAccess, type OperationName } from '../policy';
import type { Reader } from '../reader';
import type { LogPeriod } from './log-export';
import { noted } from './noted';
import { actInWords } from './patient-extract';
import { reviewView, type ReviewLineView, type ReviewView } from './review-view';
import {
  PatientsPerHour,
  RandomSample,
  riskReasons,
  type ReviewReason,
  type RiskNames,
} from './risk';

/** What a reviewer finds of a line. */
export const DECISIONS = ['justified', 'questioned', 'incident'] as const;

export type ReviewDecision = (typeof DECISIONS)[number];

/** A quarter; whoever follows up more seldom takes it in parts. */
const PERIOD_DAYS_MAX = 92;

/** More than anybody goes through at a sitting; those with the most reasons are kept. */
const FOUND_MAX = 200;

/** Where nobody is expected at night. */
const BY_DAY: readonly UnitKind[] = [
  'halsocentral',
  'specialist-open-care',
  'municipal-social',
  'rehab',
  'payer-admin',
];

const RANDOM_RANGE = 2 ** 32;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface LogFollowUpResources {
  readonly reader: AccessReader;
  readonly reviews: LogReviewStore;
  readonly access: AccessLog;
  readonly clock: Clock;
  directory(): Directory;
}

const NUMBER = /^[1-9]\d{0,14}$/;
const NOT_FOUND: Refusal = { code: 'NOT_FOUND' };
const BAD_CURSOR: Refusal = {
  code: 'PAYLOAD_INVALID',
  errors: [{ path: '/cursor', code: 'unknown' }],
};

/**
 * Systematic follow-up of the access log (PDL 4:3): administrators of a controller pick lines of its
 * own log, by chance and by risk, and decide about each. Everything they do is a line of the log.
 * @throws DatabaseUnavailable
 */
export class LogFollowUp {
  constructor(
    private readonly on: LogFollowUpResources,
    private readonly random: () => number = () => randomInt(RANDOM_RANGE) / RANDOM_RANGE,
  ) {}

  /**
   * Picks lines of a period: every one that a rule finds, up to two hundred with the most reasons, and
   * `size` by chance.
   */
  async select(
    reader: Reader,
    { from, to }: LogPeriod,
    size: number,
  ): Promise<ReviewView | Refusal> {
    const refusal = await this.refusal(reader, 'selectLogLines', 'review:access-log');
    if (refusal !== null) return refusal;
    if (daysBetween(from, to) >= PERIOD_DAYS_MAX) {
      return { code: 'PAYLOAD_INVALID', errors: [{ path: '/to', code: 'out_of_range' }] };
    }
    await this.note(reader, 'review:access-log:select');
    const since = instantAt(from, '00:00');
    const until = instantAt(addDays(to, 1), '00:00');
    const { picked, lines, found } = await this.pick(reader.controller, since, until, size);
    const id = await this.on.reviews.add(
      {
        ...{ controller: reader.controller, since, until, lines, found },
        madeAt: this.on.clock.now(),
        madeBy: reader.assignment,
      },
      picked,
    );
    const made = await this.on.reviews.one(reader.controller, id);
    return made === null ? NOT_FOUND : reviewView(made);
  }

  /** The selections of the reader's controller, the latest first. */
  async list(
    reader: Reader,
    cursor: string | null,
    limit: number,
  ): Promise<Page<ReviewView> | Refusal> {
    const refusal = await this.refusal(reader, 'listLogReviews', 'list:log-reviews');
    if (refusal !== null) return refusal;
    if (cursor !== null && !NUMBER.test(cursor)) return BAD_CURSOR;
    const before = cursor === null ? null : Number(cursor);
    const rows = await this.on.reviews.ofController(reader.controller, before, limit + 1);
    const items = rows.slice(0, limit).map(reviewView);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** The picked lines of a selection, in the order of the log. */
  async lines(
    reader: Reader,
    id: string,
    cursor: string | null,
    limit: number,
  ): Promise<Page<ReviewLineView> | Refusal> {
    const refusal = await this.refusal(reader, 'listLogReviewLines', 'read:log-review');
    if (refusal !== null) return refusal;
    if (cursor !== null && !NUMBER.test(cursor)) return BAD_CURSOR;
    const review = NUMBER.test(id)
      ? await this.on.reviews.one(reader.controller, Number(id))
      : null;
    if (review === null) return this.notFound(reader, 'read:log-review');
    const rows = await this.on.reviews.lines(review.id, Number(cursor ?? 0), limit + 1);
    const shown = rows.slice(0, limit);
    const logged = await this.logged(reader.controller, shown);
    await this.noteShown(reader, [...logged.values()]);
    const items = shown.flatMap((row) => {
      const line = logged.get(row.line);
      return line === undefined ? [] : [this.lineView(row, line, reader)];
    });
    return { items, next: rows.length > limit ? String(shown.at(-1)?.line) : null };
  }

  /** What the reviewer found; once. @returns null when it is recorded */
  async decide(
    reader: Reader,
    { review, line }: { readonly review: string; readonly line: string },
    decision: ReviewDecision,
  ): Promise<null | Refusal> {
    const refusal = await this.refusal(reader, 'decideLogLine', 'review:access-log');
    if (refusal !== null) return refusal;
    const action = 'review:access-log';
    const found = NUMBER.test(review)
      ? await this.on.reviews.one(reader.controller, Number(review))
      : null;
    if (found === null || !NUMBER.test(line)) return this.notFound(reader, action);
    await this.note(reader, `${action}:${decision}:${review}.${line}`);
    const isDone = await this.on.reviews.decide(
      { controller: reader.controller, review: found.id, line: Number(line) },
      decision,
      this.on.clock.now(),
      reader.assignment,
    );
    return isDone ? null : this.notFound(reader, action);
  }

  private async pick(controller: string, since: Instant, until: Instant, size: number) {
    const sample = new RandomSample<number>(size, this.random);
    const perHour = new PatientsPerHour();
    const names = this.namesAt(controller);
    const found: { line: number; reasons: readonly ReviewReason[] }[] = [];
    let lines = 0;
    const range = { units: this.unitsOf(controller), since, until };
    for await (const line of this.on.reader.lines(range)) {
      lines += 1;
      const reasons = riskReasons(line, names, perHour.note(line));
      if (reasons.length > 0) found.push({ line: line.id, reasons });
      else if (line.patients.length > 0) sample.offer(line.id);
    }
    const gravest = [...found]
      .sort((a, b) => b.reasons.length - a.reasons.length || a.line - b.line)
      .slice(0, FOUND_MAX);
    const byChance = sample.items.map((line) => ({ line, reasons: ['random'] }));
    return { picked: [...gravest, ...byChance], lines, found: found.length };
  }

  private namesAt(controller: string): RiskNames {
    const directory = this.on.directory();
    const units = new Set(this.unitsOf(controller));
    const staff = directory.rows.assignments
      .filter(({ unit }) => units.has(unit))
      .flatMap((assignment) => directory.staff(assignment.staff)?.name ?? []);
    return {
      nameOf: (id) => directory.staff(id)?.name ?? null,
      colleagues: new Set(staff),
      isByDay: (id) => {
        const kind = directory.unit(id)?.kind;
        return kind !== undefined && BY_DAY.includes(kind);
      },
    };
  }

  private unitsOf(controller: string): string[] {
    const { units } = this.on.directory().rows;
    return units.filter((unit) => unit.controller === controller).map(({ id }) => id);
  }

  private async logged(
    controller: string,
    rows: readonly ReviewedLine[],
  ): Promise<ReadonlyMap<number, LoggedLine>> {
    const ids = rows.map(({ line }) => line);
    const found = await this.on.reader.byId(ids, this.unitsOf(controller));
    return new Map(found.map((line) => [line.id, line]));
  }

  private lineView(
    { line, reasons, decision, decidedAt }: ReviewedLine,
    { at, staff, unit, action, caseId, patients }: LoggedLine,
    { language }: Reader,
  ): ReviewLineView {
    const directory = this.on.directory();
    return {
      ...{ line: String(line), reasons, at, action, caseId, decision, decidedAt },
      staff: staff === null ? '' : (directory.staff(staff)?.name ?? staff),
      unit: unit === null ? '' : (directory.unit(unit)?.name ?? unit),
      act: actInWords(action, language),
      patients: patients.length,
    };
  }

  /** One line for each patient whom the shown lines are about. */
  private noteShown(reader: Reader, lines: readonly LoggedLine[]): Promise<void> {
    const at = this.on.clock.now();
    const shown = new Map(
      lines
        .flatMap(({ patients }) => patients)
        .map(({ person, caseId }) => [`${person} ${caseId}`, { person, caseId }]),
    );
    const about = [...shown.values()];
    return this.on.access.append(
      about.map((patient) => noted(reader, 'read:log-review', at, patient)),
    );
  }

  /** Why she may not; null when she may. */
  private async refusal(
    reader: Reader,
    operation: OperationName,
    action: string,
  ): Promise<Refusal | null> {
    const may = judgeAccess({ asks: 'operation', operation, by: reader });
    if (may.isAllowed) return null;
    await this.note(reader, `refused:${action}:${may.refusal.code}`);
    return may.refusal;
  }

  /** What another controller has selected is looked for in vain, and that is noted. */
  private async notFound(reader: Reader, action: string): Promise<Refusal> {
    await this.note(reader, `refused:${action}:${NOT_FOUND.code}`);
    return NOT_FOUND;
  }

  private note(reader: Reader, action: string): Promise<void> {
    return this.on.access.append([noted(reader, action, this.on.clock.now())]);
  }
}
