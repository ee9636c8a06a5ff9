import { judgeAccess, type OperationName, type Reader } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import {
  addDays,
  groupBy,
  instantAt,
  type Clock,
  type LocalDate,
  type Refusal,
  type Text,
} from '@hemgang/kernel';
import {
  AvvikelsePatternStore,
  type AccessLog,
  type AvvikelseCount,
  type AvvikelseLine,
  type Database,
  type PatternScope,
} from '@hemgang/store';
import {
  AVVIKELSE_WORDS,
  CATEGORY_WORDS,
  CONSEQUENCE_WORDS,
  type AvvikelseWord,
  type Category,
  type Consequence,
} from '@workflows/avvikelse';
import type { Page } from '../case-view';
import { directoryFor, unitView } from '../names';
import { BAD_CURSOR, type PageRequest } from '../paging';
import { accessLine } from '../write';
import {
  PATTERNS,
  type Answered,
  type AvvikelseLineView,
  type AvvikelsePatternsView,
  type Pattern,
  type PatternBarView,
} from './avvikelse-view';

const ANSWERED_WORDS = {
  'in-time': { sv: 'Besvarad i tid', en: 'Answered in time' },
  late: { sv: 'Inte besvarad i tid', en: 'Not answered in time' },
  waiting: { sv: 'Väntar på svar, tiden är inte ute', en: 'Waits for an answer, still in time' },
} as const satisfies Record<Answered, Text>;

/** Whole days, the last one included. */
interface PatternPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface PatternResources {
  /** As the role that sees every unit's. */
  readonly database: Database;
  readonly access: AccessLog;
  readonly clock: Clock;
  directory(): Directory;
}

/**
 * What goes wrong between huvudmän, counted for the administrators of either side, and the avvikelser behind
 * each count. Read from the log by the role that sees all units, so this is the one wall: who asks is
 * shown those of which a unit of her own huvudman is a side. Nobody's name and no word is among it.
 * @throws DatabaseUnavailable
 */
export class AvvikelsePatterns {
  private readonly patterns: AvvikelsePatternStore;

  constructor(private readonly on: PatternResources) {
    this.patterns = new AvvikelsePatternStore(on.database);
  }

  async read(period: PatternPeriod, reader: Reader): Promise<AvvikelsePatternsView | Refusal> {
    const refusal = await this.judged('getAvvikelsePatterns', 'read:avvikelse-patterns', reader);
    if (refusal !== null) return refusal;
    const rows = await this.patterns.counts(this.scopeOf(period, reader));
    const seen = directoryFor(this.on.directory(), reader);
    const bars = PATTERNS.map((by) => [by, barsOf(rows, by, seen, reader)] as const);
    return {
      ...period,
      total: rows.reduce((sum, { count }) => sum + count, 0),
      patterns: Object.fromEntries(bars) as AvvikelsePatternsView['patterns'],
    };
  }

  /** Those that one bar counts, the latest first. */
  async list(
    period: PatternPeriod,
    bar: { readonly by: Pattern; readonly value: string },
    { cursor, limit }: PageRequest,
    reader: Reader,
  ): Promise<Page<AvvikelseLineView> | Refusal> {
    const refusal = await this.judged('listPatternAvvikelser', 'list:avvikelse-pattern', reader);
    if (refusal !== null) return refusal;
    const seen = directoryFor(this.on.directory(), reader);
    const values = isOfUnit(bar.by) ? this.unitsShownAs(bar.value, seen) : [bar.value];
    const scope = this.scopeOf(period, reader);
    const page = await this.patterns.lines(scope, { by: bar.by, values }, cursor, limit);
    if (page.kind === 'bad-cursor') return BAD_CURSOR;
    return { items: page.items.map((row) => lineView(row, seen, reader)), next: page.next };
  }

  /** Before it is answered: nothing is shown that was not noted. */
  private async judged(
    operation: OperationName,
    action: string,
    reader: Reader,
  ): Promise<Refusal | null> {
    const may = judgeAccess({ asks: 'operation', operation, by: reader });
    const noted = may.isAllowed ? action : `refused:${action}`;
    await this.on.access.append([accessLine(reader, noted, this.on.clock.now(), null, null)]);
    return may.isAllowed ? null : may.refusal;
  }

  private scopeOf({ from, to }: PatternPeriod, { huvudman }: Reader): PatternScope {
    const directory = this.on.directory();
    return {
      from: instantAt(from, '00:00'),
      until: instantAt(addDays(to, 1), '00:00'),
      units: directory.rows.units
        .filter(({ id }) => directory.huvudmanOf(id)?.id === huvudman)
        .map(({ id }) => id),
      now: this.on.clock.now(),
    };
  }

  /** One neutral unit stands for all whose names would tell something. */
  private unitsShownAs(shown: string, seen: Directory): readonly string[] {
    return this.on
      .directory()
      .rows.units.map(({ id }) => id)
      .filter((id) => unitView(seen, id).id === shown);
  }
}

function isOfUnit(by: Pattern): by is 'reporter' | 'concerned' {
  return by === 'reporter' || by === 'concerned';
}

/** The most frequent first; months and answers in their own order. */
function barsOf(
  rows: readonly AvvikelseCount[],
  by: Pattern,
  seen: Directory,
  reader: Reader,
): readonly PatternBarView[] {
  const valueOf = (row: AvvikelseCount) => (isOfUnit(by) ? unitView(seen, row[by]).id : row[by]);
  const bars = [...groupBy(rows, valueOf)].map(([value, same]) => ({
    value,
    text: textOf(by, same[0][by], seen, reader),
    count: same.reduce((sum, { count }) => sum + count, 0),
  }));
  const isInOrder = by === 'month' || by === 'answered';
  return bars.sort((a, b) =>
    isInOrder || a.count === b.count ? a.value.localeCompare(b.value) : b.count - a.count,
  );
}

function textOf(by: Pattern, value: string, seen: Directory, { language }: Reader): string {
  switch (by) {
    case 'category':
      return CATEGORY_WORDS[value as Category][language];
    case 'consequence':
      return CONSEQUENCE_WORDS[value as Consequence][language];
    case 'reporter':
    case 'concerned':
      return unitView(seen, value).name;
    case 'answered':
      return ANSWERED_WORDS[value as Answered][language];
    case 'month':
      return value;
  }
}

function lineView(
  { id, at, word, reporter, concerned, category }: AvvikelseLine,
  seen: Directory,
  { language, unit }: Reader,
): AvvikelseLineView {
  return {
    ...{ id, reportedAt: at },
    reporter: unitView(seen, reporter),
    concerned: unitView(seen, concerned),
    category: category as Category,
    categoryText: CATEGORY_WORDS[category as Category][language],
    state: word as AvvikelseWord,
    stateText: AVVIKELSE_WORDS[word as AvvikelseWord][language],
    isOwn: reporter === unit || concerned === unit,
  };
}
