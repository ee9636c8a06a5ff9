import type { Instant, LocalDate } from '@hemgang/kernel';
import { LOWEST_ID } from './cursor';
import type { Database } from './database';
import { isLargePlace, type Span } from './large-place';
import { readFigureCases, type FigureCase } from './reads/figure-cases';
import {
  ALLOW_BITMAPS,
  CASES_BEHIND_LARGE,
  CASES_BEHIND_SMALL,
  WHOLE,
  type CasesBehind,
} from './sql/cases-behind';
import {
  CASES_AFTER,
  CLEAR,
  EVENTS_AFTER,
  FIRST_DAY,
  LOCKED_HEAD,
  NEWEST_EVENT,
  OPEN_CASES_AFTER,
  RECKONED_AT,
  SPREADS,
  REPLACE_PARTS,
  SUMS,
  WRITE_HEAD,
  type FigureHead,
  type FigureSpread,
  type FigureSum,
} from './sql/figures';
import { MONTHS, type FigureMonth } from './sql/figure-months';
import type { Queryable } from './statement';

/** A part of a figure, and the case that it is of. */
export interface StoredPart {
  readonly caseId: string;
  readonly measure: string;
  readonly day: LocalDate;
  readonly places: readonly string[];
  readonly count: number;
  readonly whole: number;
}

/** Reckons what cases are part of. */
export type Reckon = (cases: readonly FigureCase[]) => readonly StoredPart[];

/** What is reckoned now: by which definitions, and at what time. */
export interface Reckoning {
  readonly version: number;
  readonly now: Instant;
  /** The local day of `now`. */
  readonly today: LocalDate;
  /** Types of events that are read for it. */
  readonly types: readonly string[];
  readonly reckon: Reckon;
}

/** Where to go on, with which cases. */
interface Next {
  readonly head: FigureHead;
  readonly cases: readonly string[];
  readonly more: boolean;
}

/** As one stretch: every day that is counted lies in the same of PostgreSQL's millennia. */
export const ALL_DAYS = 'millennium' as const;

/** Which sums are asked for. */
export interface AskedSums extends Span {
  readonly by: 'week' | 'month' | 'year' | typeof ALL_DAYS;
}

/** Which months are asked for, and of which measures the days of unwanted events. */
export interface AskedMonths extends Span {
  /** Those of which what is counted is unwanted. */
  readonly counts: readonly string[];
  /** Those of which the rest of the whole is. */
  readonly rests: readonly string[];
}

/** Events passed in one round. */
const EVENTS = 500;

/** Cases gone through in one round, and so what an event that has just come waits for. */
const WALKED = 250;

/** Parts of figures and their sums (record 37). */
export class FigureStore {
  constructor(private readonly database: Database) {}

  /**
   * Reckons the next cases that have changed, or that a new day or new definitions ask for.
   * @returns whether there may be more at once
   */
  round(reckoning: Reckoning): Promise<boolean> {
    return this.database.transaction(async (session) => {
      const [head] = await session.run(LOCKED_HEAD, []);
      // Another worker reckons.
      if (head === undefined) return false;
      if (head.version !== reckoning.version || head.timeline !== head.here) {
        return startAnew(session, head, reckoning);
      }
      const next = await nextOf(session, onDay(head, reckoning.today));
      if (next.cases.length > 0) {
        const cases = await readFigureCases(session, next.cases, reckoning.types);
        const parts = JSON.stringify(reckoning.reckon(cases));
        await session.run(REPLACE_PARTS, [next.cases, parts]);
      }
      if (next.head !== head) await writeHead(session, next.head, reckoning.now);
      return next.more;
    });
  }

  /** When anything was reckoned last; null: never. */
  async reckonedAt(): Promise<Instant | null> {
    const [head] = await this.database.run(RECKONED_AT, []);
    return head?.reckonedAt ?? null;
  }

  /** The first day on which anything is counted of a place; null: nothing is. */
  async firstDay(place: string): Promise<LocalDate | null> {
    const [first] = await this.database.run(FIRST_DAY, [place]);
    return first?.day ?? null;
  }

  sums({ place, measures, from, to, by }: AskedSums): Promise<readonly FigureSum[]> {
    return this.database.run(SUMS, [place, measures, from, to, by]);
  }

  /** Of how many cases figures are made; a number of many may be that of their parts. */
  async casesBehind(asked: AskedSums): Promise<readonly CasesBehind[]> {
    const { place, measures, from, to, by } = asked;
    const values = [place, measures, from, to, by];
    const isMuch = place === WHOLE || (await isLargePlace(this.database, asked));
    if (isMuch) return this.database.run(CASES_BEHIND_LARGE, values);
    return this.database.transaction(async (session) => {
      await session.run(ALLOW_BITMAPS, []);
      return session.run(CASES_BEHIND_SMALL, values);
    });
  }

  /** Of measures with few parts. */
  spreads({ place, measures, from, to }: AskedSums): Promise<readonly FigureSpread[]> {
    return this.database.run(SPREADS, [place, measures, from, to]);
  }

  months(asked: AskedMonths): Promise<readonly FigureMonth[]> {
    const { place, measures, from, to, counts, rests } = asked;
    return this.database.run(MONTHS, [place, measures, from, to, counts, rests]);
  }
}

/** Forgets all that was reckoned, and begins to go through every case. */
async function startAnew(
  session: Queryable,
  head: FigureHead,
  { version, today, now }: Reckoning,
): Promise<true> {
  await session.run(CLEAR, []);
  // What happens from here on is found in the stream afterwards.
  const [newest = { tx: '0', position: 0 }] = await session.run(NEWEST_EVENT, []);
  const begun = { walk: 'all', walkAfter: LOWEST_ID, day: today } as const;
  await writeHead(session, { ...head, version, ...newest, ...begun }, now);
  return true;
}

/** On a new day the open cases are gone through. */
function onDay(head: FigureHead, today: LocalDate): FigureHead {
  if (head.walk !== null || head.day === today) return head;
  return { ...head, day: today, walk: 'open', walkAfter: LOWEST_ID };
}

/** What has happened and what is gone through take turns: a new day keeps no event waiting. */
async function nextOf(session: Queryable, head: FigureHead): Promise<Next> {
  const events = await session.run(EVENTS_AFTER, [head.tx, head.position, EVENTS]);
  const last = events.at(-1) ?? head;
  const step = head.walk === null ? null : await walkOn(session, head.walk, head.walkAfter);
  const changed = events.map(({ caseId }) => caseId);
  return {
    head:
      step === null && events.length === 0
        ? head
        : { ...head, tx: last.tx, position: last.position, ...step?.passed },
    cases: [...new Set([...changed, ...(step?.cases ?? [])])],
    more: step !== null || events.length === EVENTS,
  };
}

async function walkOn(
  session: Queryable,
  walk: NonNullable<FigureHead['walk']>,
  after: string,
): Promise<{
  readonly cases: readonly string[];
  readonly passed: Pick<FigureHead, 'walk' | 'walkAfter'>;
}> {
  const statement = walk === 'open' ? OPEN_CASES_AFTER : CASES_AFTER;
  const cases = (await session.run(statement, [after, WALKED])).map(({ id }) => id);
  const isDone = cases.length < WALKED;
  return { cases, passed: { walk: isDone ? null : walk, walkAfter: cases.at(-1) ?? after } };
}

async function writeHead(session: Queryable, head: FigureHead, now: Instant): Promise<void> {
  const { version, tx, position, day, walk, walkAfter } = head;
  await session.run(WRITE_HEAD, [version, tx, position, day, walk, walkAfter, now]);
}
