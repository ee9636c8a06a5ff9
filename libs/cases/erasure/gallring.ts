import { randomUUID } from 'node:crypto';
import {
  erasureAction,
  erasureOf,
  operator,
  rangesOf,
  type ErasureFolder,
  type ErasureOrder,
} from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import { instantAt, localDate, type Clock, type Instant, type LocalDate } from '@hemgang/kernel';
import type { DueLine, ErasureRow, ErasureStore, StaffScope } from '@hemgang/store';
import { accessLine } from '../write';
import { isDue, personFiles, type PersonFile } from './due-files';
import { erasureStanding, type ErasureStanding } from './erasure-list';
import { gallringPlan, type GallringPlan } from './plan';
import { LOG_CITATION, ORDER_CITATION, RETENTION, yearsAfter, type FileKind } from './retention';
import type { RetentionTerms, Terms } from './terms';

/** Persons, or lines of the log, whose erasure is one entry: a statement of some tens of milliseconds. */
const PERSONS_AT_ONCE = 100;
const LINES_AT_ONCE = 5_000;

export interface GallringResources {
  readonly store: ErasureStore;
  /** How long the controller keeps what. */
  readonly terms: Terms;
  readonly clock: Clock;
  directory(): Directory;
}

/** Whose data, judged on which day. */
export interface AskedGallring {
  readonly controller: string;
  readonly on: LocalDate;
}

/** Why nothing was done. */
export type NotErased = 'unknown-controller' | 'future' | 'nothing-held';

/** What became of repeating erasures. */
export interface Repeated extends ErasureStanding {
  readonly erased: readonly ErasureRow[];
}

/**
 * Statutory erasure (record 24): content, salts, and the facts of persons nobody holds anything of
 * any more; after years the lines of the access log. Never an event. Every erasure is written down
 * outside the database before it is carried out, and is a sealed line of the log.
 * @throws DatabaseUnavailable
 */
export class Gallring {
  readonly terms: Terms;

  constructor(private readonly on: GallringResources) {
    this.terms = on.terms;
  }

  /** What would go, by rule; nobody is named and nothing is changed. */
  async plan(asked: AskedGallring): Promise<GallringPlan | NotErased> {
    const fault = this.fault(asked);
    if (fault !== null) return fault;
    const terms = await this.on.terms.of(asked.controller);
    const files = await personFiles(this.on.store, this.on.directory(), asked.controller, terms);
    let lines = 0;
    let oldest: Instant | null = null;
    for await (const line of this.dueLines(asked, terms)) {
      lines += 1;
      oldest ??= line.at;
    }
    const staff = await this.on.store.countStaff(this.staffScope(asked, terms));
    return gallringPlan(files, asked.on, { lines, oldest }, staff);
  }

  /** Carries it out. @returns what has been erased, entry by entry */
  async apply(
    asked: AskedGallring,
    folder: ErasureFolder,
  ): Promise<readonly ErasureRow[] | NotErased> {
    const fault = this.fault(asked);
    if (fault !== null) return fault;
    const terms = await this.on.terms.of(asked.controller);
    const files = await personFiles(this.on.store, this.on.directory(), asked.controller, terms);
    const due = files.filter((file) => isDue(file, asked.on));
    const done: ErasureRow[] = [];
    for (const kind of Object.keys(RETENTION) as FileKind[]) {
      const before = startOf(yearsAfter(asked.on, -terms[kind].years));
      const ofKind = due.filter((file) => file.kind === kind);
      for (const some of inPieces(ofKind, PERSONS_AT_ONCE)) {
        const order = this.order(asked.controller, terms[kind].rule, null, before, some);
        await folder.append(order);
        done.push(...(await this.carryOut(order)));
      }
    }
    done.push(...(await this.eraseLog(asked, terms, folder)));
    return [...done, ...(await this.eraseStaff(asked, terms, folder))];
  }

  /**
   * Destroys one patient's record at a controller because an authority has decided it (PDL 8:4).
   * @param decision its reference, as it is filed; nothing about the patient
   */
  async destroy(
    { controller, caseId, decision }: { controller: string; caseId: string; decision: string },
    folder: ErasureFolder,
  ): Promise<readonly ErasureRow[] | NotErased> {
    if (this.on.directory().controller(controller) === undefined) return 'unknown-controller';
    const held = await this.on.store.casesOfSamePerson(caseId, controller);
    const [first] = held;
    if (first === undefined) return 'nothing-held';
    const cases = held.map((each) => each.caseId);
    const files = [{ person: first.person, cases }];
    // A copy that is being written at this very moment belongs to the record too.
    const before = this.on.clock.now();
    const order = this.order(controller, ORDER_CITATION, decision, before, files);
    await folder.append(order);
    return this.carryOut(order);
  }

  /** Whom a case is about; null: there is no such case, or it is about nobody. */
  personOf(caseId: string): Promise<string | null> {
    return this.on.store.personOf(caseId);
  }

  /** How the database and the list of erasures outside it stand to each other. */
  standing(folder: ErasureFolder | null): Promise<ErasureStanding> {
    return erasureStanding(this.on.store, folder);
  }

  /** Whether the database has been restored, and erasures made since have not been repeated. */
  async isAwaited(): Promise<boolean> {
    const { here, erasedOn } = await this.on.store.ground();
    return here !== erasedOn;
  }

  /**
   * Repeats what was erased and is here again, because the database has been restored to a moment
   * before, and notes that it has been done. Doing it again does nothing; where the list cannot be
   * relied on nothing is done.
   * @param folder null: nobody has said where the list is
   * @returns how it stood before, and what has been erased anew
   */
  async repeat(folder: ErasureFolder | null): Promise<Repeated> {
    const standing = await this.standing(folder);
    const erased: ErasureRow[] = [];
    if (standing.fault !== null) return { ...standing, erased };
    for (const order of standing.waiting) erased.push(...(await this.carryOut(order)));
    await this.on.store.noteErasedOn(standing.timeline);
    return { ...standing, erased };
  }

  private async carryOut(order: ErasureOrder): Promise<readonly ErasureRow[]> {
    const { id, controller, cases, persons, before } = order;
    const at = this.on.clock.now();
    if (order.endedBefore !== undefined) {
      const scope = { controller, units: this.unitsOf(controller), before };
      const staff = await this.on.store.eraseStaff(
        { ...scope, endedBefore: order.endedBefore },
        (counts) => this.told({ ...order, at }, counts, []),
      );
      return staff === null ? [] : [staff];
    }
    if (cases.length === 0) return this.eraseLines(order);
    const scope = { id, controller, cases, persons, before, at };
    const erased = await this.on.store.eraseContents(scope, (counts) =>
      this.told({ ...order, at }, counts, []),
    );
    return erased === null ? [] : [erased];
  }

  /** Written down only when something is due: a run that finds nothing leaves nothing behind. */
  private async eraseStaff(
    asked: AskedGallring,
    terms: RetentionTerms,
    folder: ErasureFolder,
  ): Promise<readonly ErasureRow[]> {
    const scope = this.staffScope(asked, terms);
    const due = await this.on.store.countStaff(scope);
    if (Object.values(due).every((count) => count === 0)) return [];
    const { controller, before, endedBefore } = scope;
    const order = { ...this.order(controller, LOG_CITATION, null, before, []), endedBefore };
    await folder.append(order);
    return this.carryOut(order);
  }

  private async eraseLog(
    asked: AskedGallring,
    terms: RetentionTerms,
    folder: ErasureFolder,
  ): Promise<ErasureRow[]> {
    const done: ErasureRow[] = [];
    const before = logBefore(asked, terms);
    for (;;) {
      const [next] = await first(this.dueLines(asked, terms), 1);
      if (next === undefined) return done;
      const order = this.order(asked.controller, LOG_CITATION, null, before, []);
      await folder.append(order);
      const erased = await this.eraseLines(order);
      if (erased.length === 0) return done;
      done.push(...erased);
    }
  }

  private async eraseLines(order: ErasureOrder): Promise<readonly ErasureRow[]> {
    const { controller, before } = order;
    const due = this.on.store.dueLines(this.unitsOf(controller), before);
    const lines = await first(due, LINES_AT_ONCE);
    if (lines.length === 0) return [];
    const numbers = lines.map(({ number }) => number).sort((a, b) => a - b);
    const at = this.on.clock.now();
    const told = this.told({ ...order, at }, { lines: lines.length }, numbers);
    const erased = await this.on.store.eraseLines(lines, told);
    return erased === null ? [] : [erased];
  }

  private told(
    { id, at, controller, rule, decision, before }: ErasureOrder,
    counts: Readonly<Record<string, number>>,
    numbers: readonly number[],
  ) {
    const said = { id, at, controller, rule, decision, before, counts };
    const erasure = erasureOf({ ...said, lines: rangesOf(numbers) });
    return { erasure, line: accessLine(operator('sv'), erasureAction(erasure), at, null, null) };
  }

  private order(
    controller: string,
    rule: string,
    decision: string | null,
    before: Instant,
    files: readonly Pick<PersonFile, 'person' | 'cases'>[],
  ): ErasureOrder {
    return {
      kind: 'erasure-order',
      id: randomUUID(),
      at: this.on.clock.now(),
      ...{ controller, rule, decision, before },
      cases: files.flatMap(({ cases }) => cases),
      persons: files.map(({ person }) => person),
    };
  }

  private dueLines(asked: AskedGallring, terms: RetentionTerms): AsyncGenerator<DueLine, void> {
    return this.on.store.dueLines(this.unitsOf(asked.controller), logBefore(asked, terms));
  }

  /** Who wrote a record must be known as long as any file of the controller is kept. */
  private staffScope(asked: AskedGallring, terms: RetentionTerms): StaffScope {
    const { controller, on } = asked;
    const longest = Math.max(...Object.values(terms).map(({ years }) => years));
    return {
      controller,
      units: this.unitsOf(controller),
      before: logBefore(asked, terms),
      endedBefore: startOf(yearsAfter(on, -longest)),
    };
  }

  private unitsOf(controller: string): string[] {
    const { units } = this.on.directory().rows;
    return units.filter((unit) => unit.controller === controller).map(({ id }) => id);
  }

  private fault({ controller, on }: AskedGallring): NotErased | null {
    if (this.on.directory().controller(controller) === undefined) return 'unknown-controller';
    return on > localDate(this.on.clock.now()) ? 'future' : null;
  }
}

function logBefore({ on }: AskedGallring, terms: RetentionTerms): Instant {
  return startOf(yearsAfter(on, -terms['access-log'].years));
}

/** The 29 February of a year that has none begins the first of March. */
function startOf(date: LocalDate): Instant {
  const isLeapDay = date.endsWith('-02-29') && Number(date.slice(0, 4)) % 4 !== 0;
  return instantAt(isLeapDay ? `${date.slice(0, 4)}-03-01` : date, '00:00');
}

async function first<Item>(items: AsyncGenerator<Item, void>, count: number): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) {
    found.push(item);
    if (found.length === count) break;
  }
  return found;
}

function inPieces<Item>(items: readonly Item[], size: number): Item[][] {
  const pieces: Item[][] = [];
  for (let from = 0; from < items.length; from += size) pieces.push(items.slice(from, from + size));
  return pieces;
}
