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
import { OPEN_CARE_KINDS } from '@workflows/handover';
import {
  COUNTY,
  inpatientPlaces,
  municipalityPlace,
  openCarePlace,
  placeViews,
  wardPlace,
  type PlaceView,
} from '../figures/places';
import { CASES_MIN } from '../figures/small-numbers';
import { accessLine } from '../write';
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
  const keyed = (at: PlaceView['level']) => (cell: ExperienceCell) => placeAt(at, cell, directory);
  const shown: ExperienceCell[] = [];
  let isHidden = false;
  for (const cells of groupBy(ofKind, ({ quarter }) => quarter).values()) {
    const places = [...groupBy(cells, keyed(level))];
    const hidden = tooFew(new Map(places.map(([key, its]) => [key, answersIn(its)])));
    const its = places.find(([key]) => key === id)?.[1] ?? [];
    const isTold = OF_WARDS.includes(level) && wouldTellWard(its, groupBy(cells, keyed('ward')));
    if (hidden.has(id) || isTold) isHidden = true;
    else shown.push(...its);
  }
  return { shown, isHidden };
}

/**
 * Places of fewer than five answers, and as many of the next smallest as it takes that those which can be
 * told by subtraction from the county are five together.
 */
function tooFew(answers: ReadonlyMap<string, number>): ReadonlySet<string> {
  const hidden = new Set<string>();
  let together = 0;
  for (const [place, count] of [...answers].sort((a, b) => a[1] - b[1])) {
    const wouldTell = hidden.size > 0 && together < CASES_MIN;
    if (count >= CASES_MIN && !wouldTell) break;
    hidden.add(place);
    together += count;
  }
  return hidden;
}

/** Levels whose places are made of wards, which can be asked for as well. */
const OF_WARDS: readonly PlaceView['level'][] = ['care', 'hospital', 'sjukstuga'];

/** Whether the wards of a place of which too few have answered could be told by subtracting the others. */
function wouldTellWard(
  its: readonly ExperienceCell[],
  byWard: ReadonlyMap<string, readonly ExperienceCell[]>,
): boolean {
  const wards = new Map([...byWard].map(([key, cells]) => [key, answersIn(cells)]));
  const hidden = tooFew(wards);
  const together = answersIn(its.filter(({ unit }) => hidden.has(wardPlace(unit))));
  return together > 0 && together < CASES_MIN;
}

/** To which place of a level a cell belongs; empty: to none of them, and it is counted as one. */
function placeAt(
  level: PlaceView['level'],
  { unit, municipality }: ExperienceCell,
  directory: Directory,
): string {
  if (level === 'county') return COUNTY;
  if (level === 'municipality') return municipality === '' ? '' : municipalityPlace(municipality);
  const kind = directory.unit(unit)?.kind;
  const isOpenCare = OPEN_CARE_KINDS.some((each) => each === kind);
  if (level === 'open-care') return isOpenCare ? openCarePlace(unit) : '';
  if (kind !== 'ward') return '';
  return inpatientPlaces(directory, unit).find((key) => key.startsWith(`${level}:`)) ?? '';
}

/** Every question is answered by everybody, so that each of them tells how many there were. */
function answersIn(cells: readonly ExperienceCell[]): number {
  const [first] = cells;
  const ofFirst = cells.filter(({ question }) => question === first?.question);
  return ofFirst.reduce((sum, { answers }) => sum + answers, 0);
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
