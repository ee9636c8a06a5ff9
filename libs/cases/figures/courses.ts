import { addDays, daysBetween, type LocalDate } from '@hemgang/kernel';
import type { CasesBehind, FigureMonth, FigureStore } from '@hemgang/store';
import { areRare, daysBetweenOf, type DaysBetween } from './days-between';
import { MEASURE_NAMES, MEASURES, type Measure, type MeasureName } from './measures';
import { rollingOf, rollingYears, type RollingYear } from './rolling';
import { CASES_MIN, PARTS_OF_MANY } from './small-numbers';
import { firstDayOf, stretchesOf, type Period } from './stretches';
import type { FigureValue } from './values';

/** Why rolling years are not shown. */
export const NO_ROLLING = ['too-short', 'few-cases', 'whole-months-only'] as const;

/** Why the days between events are not shown. */
export const NO_BETWEEN = ['not-of-events', 'own-only', 'no-event', 'too-often'] as const;

/** Other ways to look at a figure than stretch by stretch, so that noise is not called change. */
export interface CourseView {
  /** Whether the stretches hold too few to be compared with each other: the others come first then. */
  readonly isFew: boolean;
  /** The twelve whole months that end with each month; null: not shown. */
  readonly rolling: readonly RollingYear[] | null;
  readonly noRolling: (typeof NO_ROLLING)[number] | null;
  /** Days from one unwanted event to the next; null: not shown. */
  readonly between: DaysBetween | null;
  readonly noBetween: (typeof NO_BETWEEN)[number] | null;
}

/**
 * A stretch is compared with another when it holds at least five on average. Below that the normal
 * approximation that limits go by does not hold, as a p-chart asks for five expected in a sample
 * (Montgomery), and one case more or less moves a share by twenty per cent and more.
 */
const FEW = 5;

/** How far back events are looked for: two years of 365 days, so that a rare one has come more than once. */
const BETWEEN_DAYS = 730;

/** What the courses of all figures are told from. */
export interface KnownCourses {
  readonly period: Period;
  readonly isOwn: boolean;
  readonly today: LocalDate;
  readonly first: LocalDate | null;
  readonly years: ReturnType<typeof rollingYears>;
  readonly months: readonly FigureMonth[];
  /** Of months before the period, those of others alone. */
  readonly behind: readonly CasesBehind[];
}

interface AskedCourses {
  readonly asked: Period & { readonly place: string };
  readonly isOwn: boolean;
  readonly today: LocalDate;
  readonly first: Promise<LocalDate | null>;
}

/**
 * Reads the months of all figures, those before the period that rolling years need among them: one
 * statement, and one more for how many cases those of others are made of.
 * @throws DatabaseUnavailable
 */
export async function readCourses(
  store: FigureStore,
  { asked, isOwn, today, first: reading }: AskedCourses,
): Promise<KnownCourses> {
  const first = await reading;
  const years = rollingYears(asked, first, today);
  const known = { period: asked, isOwn, today, first, years };
  if (!isOwn && (years.length === 0 || !areMonthsWhole(asked))) {
    return { ...known, months: [], behind: [] };
  }
  const begins = [
    asked.from,
    ...years.map(({ from }) => from),
    ...(isOwn ? [eventsFrom(known)] : []),
  ];
  const months = await store.months({
    ...{ place: asked.place, measures: MEASURE_NAMES },
    from: begins.reduce(earlier),
    to: asked.to,
    counts: isOwn ? unwanted('count') : [],
    rests: isOwn ? unwanted('rest') : [],
  });
  if (isOwn) return { ...known, months, behind: [] };
  const before = months.filter(({ from }) => from < asked.from);
  const measures = MEASURE_NAMES.filter((name) => {
    const parts = before.filter(({ measure }) => measure === name).map((each) => each.parts);
    return parts.some((each) => each > 0 && each < PARTS_OF_MANY) && !parts.some(areFew);
  });
  const wanted = { place: asked.place, measures, by: 'month' as const };
  const to = addDays(asked.from, -1);
  const behind =
    measures.length === 0
      ? []
      : await store.casesBehind({ ...wanted, from: begins.reduce(earlier), to });
  return { ...known, months, behind };
}

/**
 * The other ways to look at a figure. Pure.
 * @param figure as it is shown to the reader
 */
export function courseOf(
  figure: {
    readonly measure: MeasureName;
    readonly all: FigureValue;
    readonly series: readonly FigureValue[];
  },
  known: KnownCourses,
): CourseView {
  const months = known.months.filter(({ measure }) => measure === figure.measure);
  const noRolling = whyNoRolling(figure, months, known);
  const definition: Measure = MEASURES[figure.measure];
  const rolling = noRolling === null ? rollingOf(definition, known.years, months) : null;
  return {
    isFew: isFew(figure, known),
    rolling,
    noRolling,
    ...betweenView(definition, months, known),
  };
}

function isFew(
  { measure, all }: { readonly measure: MeasureName; readonly all: FigureValue },
  { period, first }: KnownCourses,
): boolean {
  const cases = MEASURES[measure].kind === 'by-day' ? all.count : all.whole;
  const counted = stretchesOf(period, first).filter(({ days }) => days > 0).length;
  return cases !== null && counted > 0 && cases / counted < FEW;
}

/**
 * Years that overlap tell single months by subtraction. To others they are shown when every single month
 * could be: what the answer is made of, whole months and the days after the last of them, is of nobody, or
 * of five cases and more.
 */
function whyNoRolling(
  { series }: { readonly series: readonly FigureValue[] },
  months: readonly FigureMonth[],
  { isOwn, period, years, behind }: KnownCourses,
): CourseView['noRolling'] {
  if (years.length === 0) return 'too-short';
  if (isOwn) return null;
  if (!areMonthsWhole(period)) return 'whole-months-only';
  const isHidden = months
    .filter(({ from, parts }) => from < period.from && parts > 0 && parts < PARTS_OF_MANY)
    .some(({ measure, from }) => {
      const its = behind.find((each) => each.measure === measure && each.from === from);
      return (its?.cases ?? 0) < CASES_MIN;
    });
  return isHidden || series.some((each) => each.isHidden) ? 'few-cases' : null;
}

/** Weeks, and a month that is cut, would leave days over that a year tells. */
function areMonthsWhole({ from, by }: Period): boolean {
  return by === 'month' && from === firstDayOf(from, 'month');
}

/** The very days are those of one patient each: they are for the own organisation alone. */
function betweenView(
  { rare }: Measure,
  months: readonly FigureMonth[],
  known: KnownCourses,
): Pick<CourseView, 'between' | 'noBetween'> {
  if (rare === null) return { between: null, noBetween: 'not-of-events' };
  if (!known.isOwn) return { between: null, noBetween: 'own-only' };
  const [from, to] = [eventsFrom(known), eventsTo(known)];
  const events = eventsOf(months).filter((day) => from <= day && day <= to);
  const between = daysBetweenOf(events, to);
  if (between === null) return { between, noBetween: 'no-event' };
  const isRare = areRare(events.length, daysBetween(from, to) + 1);
  return isRare ? { between, noBetween: null } : { between: null, noBetween: 'too-often' };
}

/** The day of each, in order; several on one day are several. */
function eventsOf(months: readonly FigureMonth[]): readonly LocalDate[] {
  const days = months.flatMap(({ unwanted: its }) => Object.entries(its ?? {}));
  return days
    .flatMap(([day, events]) => Array.from({ length: events }, () => day))
    .sort((a, b) => a.localeCompare(b));
}

const eventsTo = ({ period, today }: Pick<KnownCourses, 'period' | 'today'>): LocalDate =>
  earlier(period.to, today);

/** Never before anything was counted. */
function eventsFrom(known: Pick<KnownCourses, 'period' | 'today' | 'first'>): LocalDate {
  const from = earlier(known.period.from, addDays(eventsTo(known), 1 - BETWEEN_DAYS));
  return known.first !== null && from < known.first ? known.first : from;
}

function unwanted(which: NonNullable<Measure['rare']>): readonly MeasureName[] {
  return MEASURE_NAMES.filter((name) => MEASURES[name].rare === which);
}

function areFew(parts: number): boolean {
  return parts > 0 && parts < CASES_MIN;
}

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? one : other;
}
