import { addDays, daysBetween, daysFrom, type Language, type LocalDate } from '@hemgang/kernel';
import type { CountyNumber } from '@hemgang/store';
import type { FigureView } from './figures';
import type { FigureValue } from './values';
import {
  NUMBERED,
  NUMBERED_NAMES,
  type NumberedMeasure,
  type NumberedName,
} from './numbered-measures';
import type { PlaceLevel } from './places';
import { controlLimits } from './xmr';

/** How much of how much, or that the customer has not said of how much. */
export interface NumberedValue extends FigureValue {
  /** No number holds for some of its days. */
  readonly isMissing: boolean;
}

/** A figure that is set against a number that only the customer has (record 43). */
export interface NumberedView extends Omit<
  FigureView,
  'measure' | 'kind' | 'spread' | 'all' | 'series'
> {
  readonly measure: NumberedName;
  /** Of the whole period. */
  readonly all: NumberedValue;
  /** Stretch by stretch, without gaps. */
  readonly series: readonly ({ readonly from: LocalDate } & NumberedValue)[];
  /** The numbers that hold for days of the period, the earliest first. */
  readonly numbers: readonly Omit<CountyNumber, 'kind' | 'place'>[];
}

/** What they are reckoned from. */
interface Ground {
  readonly level: PlaceLevel;
  /** The first and the last day that were asked for. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Days waited, as they are shown to whoever asks: what is hidden there is hidden here. */
  readonly beds: FigureView;
  /** Of the place, by their days. */
  readonly numbers: readonly CountyNumber[];
}

/** The figures of a place that are set against its numbers. Where none holds, there is none. */
export function numberedViews(ground: Ground, language: Language): readonly NumberedView[] {
  return NUMBERED_NAMES.filter((name) =>
    NUMBERED[name].levels.some((level) => level === ground.level),
  ).map((name) => viewOf(name, ground, language));
}

function viewOf(measure: NumberedName, ground: Ground, language: Language): NumberedView {
  const definition: NumberedMeasure = NUMBERED[measure];
  const { beds } = ground;
  const of = ground.numbers.filter(({ kind }) => kind === definition.against);
  const stretches = beds.series.map((stretch, index) => ({
    ...stretch,
    numbers: stretch.whole === 0 ? [] : daysOf(ground, index).map((day) => holdingOn(of, day)),
  }));
  const all = stretches.flatMap(({ numbers }) => numbers);
  const series = stretches.map(({ from, numbers, ...value }) => ({
    from,
    ...valueOf(definition, value, numbers),
  }));
  const { title, numerator, denominator, dated, unit, rule, isAssumed } = definition;
  return {
    ...{ measure, rule, isAssumed },
    title: title[language],
    numerator: numerator[language],
    denominator: denominator[language],
    dated: dated[language],
    unit: unit[language],
    all: valueOf(definition, beds.all, all),
    series,
    limits: controlLimits(series.flatMap(({ value }) => (value === null ? [] : [value]))),
    numbers: of
      .filter((each) => all.includes(each))
      .map(({ from, value, source }) => ({ from, value, source })),
  };
}

/** The days that were asked for of a stretch. */
function daysOf({ from, to, beds: { series } }: Ground, index: number): readonly LocalDate[] {
  const starts = series[index]?.from ?? from;
  const first = starts < from ? from : starts;
  const next = series[index + 1]?.from ?? addDays(to, 1);
  return daysFrom(first, daysBetween(first, next));
}

function holdingOn(numbers: readonly CountyNumber[], day: LocalDate): CountyNumber | undefined {
  return numbers.findLast(({ from }) => from <= day);
}

/** @param numbers of each day that counts; undefined: the customer has entered none that holds */
function valueOf(
  { against }: NumberedMeasure,
  { count, isHidden }: FigureValue,
  numbers: readonly (CountyNumber | undefined)[],
): NumberedValue {
  const none = { count, whole: null, value: null, isHidden, isMissing: false };
  if (isHidden || count === null) return none;
  if (numbers.length === 0) return { ...none, whole: 0 };
  const known = numbers.flatMap((each) => (each === undefined ? [] : [each.value]));
  if (known.length < numbers.length) return { ...none, isMissing: true };
  const sum = known.reduce((total, value) => total + value, 0);
  const whole = against === 'available-beds' ? sum : Math.round(sum / known.length);
  const value = ((against === 'available-beds' ? 100 : 1_000) * count) / whole;
  return { ...none, whole, value };
}
