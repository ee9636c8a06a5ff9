import { judgeAccess, type Reader } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import {
  groupBy,
  localDate,
  type Clock,
  type Language,
  type LocalDate,
  type Refusal,
} from '@hemgang/kernel';
import type { AccessLog, ExperienceCell, ExperienceStore } from '@hemgang/store';
import { placeViews, type PlaceView } from '../figures/places';
import { CASES_MIN } from '../figures/small-numbers';
import { accessLine } from '../write';
import { answersIn, hiddenPlaces, placeAt } from './hidden-places';
import { EXPERIENCE_KINDS, QUESTIONNAIRES, type ExperienceKind } from './questionnaires';

/** What came of one questionnaire. */
export interface ExperienceResult {
  readonly kind: ExperienceKind;
  readonly version: number;
  readonly title: string;
  /** Of the quarters that are shown; null: too few. */
  readonly answers: number | null;
  /** Some of the answers are not among them. */
  readonly isHidden: boolean;
  readonly questions: readonly {
    readonly key: string;
    readonly text: string;
    /** From 1 to 5; null: too few. */
    readonly mean: number | null;
    /** Who knew; null: too few. */
    readonly count: number | null;
  }[];
}

/** How it went for those who were asked at a place. */
export interface ExperienceView {
  readonly place: PlaceView;
  /** The whole quarters of the period that are over; null: there is none. */
  readonly from: LocalDate | null;
  /** The day after the last one. */
  readonly before: LocalDate | null;
  readonly results: readonly ExperienceResult[];
}

/** What is asked for: a place, and days in the first and in the last quarter. */
export interface AskedResults {
  readonly place: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface ResultResources {
  readonly store: ExperienceStore;
  readonly access: AccessLog;
  readonly clock: Clock;
  directory(): Directory;
}

const ACTION = 'read:experience';

/**
 * Means of what was answered, for administrators of either side, by whole quarters that are over and only
 * where five or more have answered: also to the organisation that asked (record 38).
 */
export class ExperienceResults {
  constructor(private readonly on: ResultResources) {}

  /** @throws DatabaseUnavailable */
  async read(asked: AskedResults, reader: Reader): Promise<ExperienceView | Refusal> {
    const { store, access, clock } = this.on;
    const may = judgeAccess({ asks: 'operation', operation: 'getExperience', by: reader });
    const action = may.isAllowed ? ACTION : `refused:${ACTION}`;
    await access.append([accessLine(reader, action, clock.now(), null, null)]);
    if (!may.isAllowed) return may.refusal;
    const directory = this.on.directory();
    const place = placeViews(directory, reader).find(({ id }) => id === asked.place);
    if (place === undefined) return { code: 'NOT_FOUND' };
    const from = quarterOf(asked.from);
    const ends = [quarterAfter(asked.to), quarterOf(localDate(clock.now()))];
    const before = ends.reduce((a, b) => (a < b ? a : b));
    const isAny = from < before;
    const cells = isAny ? await store.cells(from, before) : [];
    const results = EXPERIENCE_KINDS.map((kind) =>
      resultOf(kind, shownCells(cells, kind, place, directory), reader.language),
    );
    return { place, from: isAny ? from : null, before: isAny ? before : null, results };
  }
}

interface ShownCells {
  readonly shown: readonly ExperienceCell[];
  readonly isHidden: boolean;
}

/** The cells of a place, quarter by quarter, without those that are too few or would give others away. */
function shownCells(
  all: readonly ExperienceCell[],
  kind: ExperienceKind,
  { id, level }: PlaceView,
  directory: Directory,
): ShownCells {
  const { version } = QUESTIONNAIRES[kind];
  const ofKind = all.filter((cell) => cell.kind === kind && cell.version === version);
  const shown: ExperienceCell[] = [];
  let isHidden = false;
  for (const cells of groupBy(ofKind, ({ quarter }) => quarter).values()) {
    if (hiddenPlaces(level, cells, directory).has(id)) isHidden = true;
    else shown.push(...cells.filter((cell) => placeAt(level, cell, directory) === id));
  }
  return { shown, isHidden };
}

function resultOf(
  kind: ExperienceKind,
  { shown, isHidden }: ShownCells,
  language: Language,
): ExperienceResult {
  const { version, title, questions } = QUESTIONNAIRES[kind];
  return {
    ...{ kind, version, title: title[language], isHidden },
    answers: shown.length === 0 ? (isHidden ? null : 0) : answersIn(shown),
    questions: Object.entries(questions).map(([key, text]) => {
      const its = shown.filter(({ question }) => question === key);
      const rated = its.reduce((sum, each) => sum + each.rated, 0);
      const sum = its.reduce((total, each) => total + each.sum, 0);
      const isEnough = rated >= CASES_MIN;
      return {
        ...{ key, text: text[language] },
        mean: isEnough ? sum / rated : null,
        count: isEnough ? rated : null,
      };
    }),
  };
}

const MONTHS_OF_QUARTER = 3;

/** The first day of the quarter. */
function quarterOf(day: LocalDate): LocalDate {
  const month = Number(day.slice(5, 7));
  return firstOf(Number(day.slice(0, 4)), month - ((month - 1) % MONTHS_OF_QUARTER));
}

/** The first day of the next one. */
function quarterAfter(day: LocalDate): LocalDate {
  const first = quarterOf(day);
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  return month > 9 ? firstOf(year + 1, 1) : firstOf(year, month + MONTHS_OF_QUARTER);
}

function firstOf(year: number, month: number): LocalDate {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}
