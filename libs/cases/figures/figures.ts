import { judgeAccess, type Reader } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import {
  localDate,
  type Clock,
  type Instant,
  type Language,
  type LocalDate,
  type Refusal,
} from '@hemgang/kernel';
import {
  ALL_DAYS,
  type AccessLog,
  type CasesBehind,
  type CountyNumberStore,
  type FigureSpread,
  type FigureStore,
  type FigureSum,
} from '@hemgang/store';
import { UNKNOWN_CAUSE } from '@workflows/discharge';
import { accessLine } from '../write';
import { CAUSE_MEASURES, causesView, type CausesView } from './causes';
import { courseOf, readCourses, type CourseView } from './courses';
import { foundPlace, measuresAt, type AskedPlace } from './crossings';
import {
  MEASURE_NAMES,
  MEASURES,
  MEASURES_VERSION,
  SPREAD_MEASURES,
  type Measure,
  type MeasureName,
} from './measures';
import { numberedViews, type NumberedView } from './numbered';
import { placeViews, type PlaceView } from './places';
import { hiddenOf, PARTS_OF_MANY } from './small-numbers';
import { stretchesOf, type CountedStretch, type Period, type Step } from './stretches';
import { valueOf, WITHHELD, type FigureValue } from './values';
import { controlLimits, type ControlLimits } from './xmr';

export interface FigureView {
  readonly measure: MeasureName;
  readonly title: string;
  readonly kind: Measure['kind'];
  readonly unit: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly dated: string;
  readonly rule: string;
  readonly isAssumed: boolean;
  /** Of the whole period. */
  readonly all: FigureValue;
  /** Stretch by stretch, without gaps. */
  readonly series: readonly ({ readonly from: LocalDate } & FigureValue)[];
  /** Of waits of which few are long: over the whole period half were at most the median, nine of ten at most `p90`. */
  readonly spread: Spread | null;
  /** Null: too few stretches to tell a change from chance. */
  readonly limits: ControlLimits | null;
}

export type Spread = Pick<FigureSpread, 'median' | 'p90'>;

/** The figures of one place. */
export interface FiguresView {
  readonly place: PlaceView;
  /** Only those who belong there too; null: all. */
  readonly and: PlaceView | null;
  /** Those whose figures the reader can ask for. */
  readonly places: readonly PlaceView[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly by: Step;
  /** Of the definitions. */
  readonly version: number;
  /** When the figures were reckoned last; null: not yet. */
  readonly reckonedAt: Instant | null;
  readonly figures: readonly (FigureView & CourseView)[];
  /** Set against numbers that only the customer has. */
  readonly numbered: readonly NumberedView[];
  /** Why patients waited, over the whole period. */
  readonly causes: CausesView;
}

interface Reckoned {
  readonly figures: readonly FigureView[];
  readonly causes: CausesView;
}

/** What is asked for. */
export interface AskedFigures extends Period {
  /** Its key in the sums. */
  readonly place: string;
}

interface FiguresResources {
  readonly store: FigureStore;
  readonly numbers: CountyNumberStore;
  readonly access: AccessLog;
  readonly clock: Clock;
  directory(): Directory;
}

const ACTION = 'read:figures';
const UNKNOWN_PLACE: Refusal = { code: 'NOT_FOUND' };

/**
 * Figures of a place from maintained sums (record 37), for administrators of either side. Numbers alone;
 * those made of few cases only to the organisation whose they are.
 */
export class Figures {
  constructor(private readonly on: FiguresResources) {}

  /** @throws DatabaseUnavailable */
  async read(asked: AskedFigures & AskedPlace, reader: Reader): Promise<FiguresView | Refusal> {
    const { store, numbers, access, clock } = this.on;
    const may = judgeAccess({ asks: 'operation', operation: 'getFigures', by: reader });
    const action = may.isAllowed ? ACTION : `refused:${ACTION}`;
    await access.append([accessLine(reader, action, clock.now(), null, null)]);
    if (!may.isAllowed) return may.refusal;
    const directory = this.on.directory();
    const places = placeViews(directory, reader);
    const found = foundPlace(asked, places);
    if (found === null) return UNKNOWN_PLACE;
    const { key, place, and, isOwn } = found;
    const { from, to, by } = asked;
    const asking = { place: key, from, to, by };
    const first = store.firstDay(key);
    const today = localDate(clock.now());
    const { language } = reader;
    const [{ figures, causes }, courses, reckonedAt, ofPlace] = await Promise.all([
      this.reckonedSince(first, asking, isOwn, language),
      readCourses(store, { asked: asking, isOwn, today, first }),
      store.reckonedAt(),
      numbers.inForce(place.id),
    ]);
    // Days of two places at once are a part of each: no number is of just those patients.
    const beds = and === null ? figures.find(({ measure }) => measure === 'beds') : undefined;
    const numbered =
      beds === undefined
        ? []
        : numberedViews({ from, to, beds, level: place.level, numbers: ofPlace }, language);
    return {
      ...{ place, and, places, from, to, by, version: MEASURES_VERSION, reckonedAt, causes },
      figures: figures.map((figure) => ({ ...figure, ...courseOf(figure, courses) })),
      numbered,
    };
  }

  /**
   * Of a place there is, whoever asks: for `read`, and for what a joint group freezes (record 39), which
   * have judged.
   * @param isOwn whether figures of few cases are shown
   * @throws DatabaseUnavailable
   */
  reckoned(asked: AskedFigures, isOwn: boolean, language: Language): Promise<Reckoned> {
    return this.reckonedSince(this.on.store.firstDay(asked.place), asked, isOwn, language);
  }

  private async reckonedSince(
    first: Promise<LocalDate | null>,
    asked: AskedFigures,
    isOwn: boolean,
    language: Language,
  ): Promise<Reckoned> {
    const [figures, causes] = await Promise.all([
      this.figureViews(first, asked, isOwn, language),
      this.causes(asked, isOwn, language),
    ]);
    return {
      causes,
      // The share would give away the days of unknown cause that are not shown.
      figures: figures.map((figure) =>
        figure.measure === 'cause-unknown' && isUnknownHidden(causes) ? withheld(figure) : figure,
      ),
    };
  }

  private async figureViews(
    reading: Promise<LocalDate | null>,
    asked: AskedFigures,
    isOwn: boolean,
    language: Language,
  ): Promise<readonly FigureView[]> {
    const { store } = this.on;
    const wanted = { ...asked, measures: MEASURE_NAMES };
    const [sums, first, spreads] = await Promise.all([
      store.sums(wanted),
      reading,
      store.spreads({ ...wanted, measures: SPREAD_MEASURES }),
    ]);
    const stretches = stretchesOf(asked, first);
    const few = isOwn ? [] : sums.filter(({ parts }) => parts > 0 && parts < PARTS_OF_MANY);
    const measures = [...new Set(few.map(({ measure }) => measure))];
    const behind = measures.length === 0 ? [] : await store.casesBehind({ ...wanted, measures });
    return measuresAt(asked.place, MEASURE_NAMES).map((measure) =>
      figureView(measure, language, {
        ...{ stretches, isOwn },
        sums: sums.filter((sum) => sum.measure === measure),
        behind: behind.filter((each) => each.measure === measure),
        spread: spreads.find((each) => each.measure === measure) ?? null,
      }),
    );
  }

  /**
   * Why patients of a place waited: as `reckoned`, for whoever needs nothing else.
   * @throws DatabaseUnavailable
   */
  async causes(asked: AskedFigures, isOwn: boolean, language: Language): Promise<CausesView> {
    const { store } = this.on;
    const wanted = { ...asked, measures: CAUSE_MEASURES, by: ALL_DAYS };
    const [sums, behind] = await Promise.all([
      store.sums(wanted),
      isOwn ? [] : store.casesBehind(wanted),
    ]);
    return causesView({ sums, behind, isOwn, to: asked.to }, language);
  }
}

/** Whether so few cases have days of unknown cause that their share must not be shown either. */
export function isUnknownHidden({ causes }: CausesView): boolean {
  return causes.some(({ cause, isHidden }) => cause === UNKNOWN_CAUSE && isHidden);
}

/** A figure of which nothing is shown. */
export function withheld(figure: FigureView): FigureView {
  const series = figure.series.map(({ from }) => ({ from, ...WITHHELD }));
  return { ...figure, all: WITHHELD, series, limits: null, spread: null };
}

interface Known {
  readonly stretches: readonly CountedStretch[];
  readonly isOwn: boolean;
  readonly sums: readonly FigureSum[];
  readonly behind: readonly CasesBehind[];
  readonly spread: FigureSpread | null;
}

function figureView(measure: MeasureName, language: Language, known: Known): FigureView {
  const definition: Measure = MEASURES[measure];
  const { kind, rule, isAssumed } = definition;
  const { stretches } = known;
  const hidden = hiddenOf(
    stretches.map(({ from }) => ({
      cases: casesOf(known, from),
      isOwn: known.isOwn,
    })),
  );
  const series = stretches.map(({ from, days }, index) => {
    const sum = known.sums.find((each) => each.from === from);
    return { from, ...(hidden[index] === true ? WITHHELD : valueOf(definition, sum, days)) };
  });
  const values = series.flatMap(({ value }) => (value === null ? [] : [value]));
  return {
    ...{ measure, kind, rule, isAssumed },
    title: definition.title[language],
    unit: definition.unit[language],
    numerator: definition.numerator[language],
    denominator: definition.denominator[language],
    dated: definition.dated[language],
    ...ofAll(definition, known, hidden),
    series,
    limits: controlLimits(values),
  };
}

/** Of how many cases a stretch is made; of many parts, of many. */
function casesOf({ sums, behind }: Known, from: LocalDate): number {
  const parts = sums.find((each) => each.from === from)?.parts ?? 0;
  return parts >= PARTS_OF_MANY
    ? PARTS_OF_MANY
    : (behind.find((each) => each.from === from)?.cases ?? 0);
}

/** Of the whole period, and how the single waits spread. */
function ofAll(
  definition: Measure,
  known: Known,
  hidden: readonly boolean[],
): Pick<FigureView, 'all' | 'spread'> {
  const all = allOf(definition, known, hidden);
  if (known.spread === null || all.isHidden) return { all, spread: null };
  const { median, p90 } = known.spread;
  return { all, spread: { median, p90 } };
}

/** Of the whole period: the sum of everything, unless all that there is must be hidden. */
function allOf(
  definition: Measure,
  { stretches, sums }: Known,
  hidden: readonly boolean[],
): FigureValue {
  const days = stretches.reduce((sum, stretch) => sum + stretch.days, 0);
  const total = sums.reduce(
    (all, { count, whole }) => ({ count: all.count + count, whole: all.whole + whole }),
    { count: 0, whole: 0 },
  );
  const filled = sums.filter(({ parts }) => parts > 0).length;
  const isHidden = filled > 0 && hidden.filter(Boolean).length === filled;
  return isHidden ? WITHHELD : valueOf(definition, total, days);
}
