import type { Instant, Language, LocalDate, Text } from '@hemgang/kernel';
import { ROLE_TEXTS, type Directory } from '@hemgang/directory';
import type { AgreedMeasureRow, AgreedStatus } from '@hemgang/store';
import type { CausesView, CountedCause } from '../figures/causes';
import { isUnknownHidden, withheld, type FigureView } from '../figures/figures';
import type { FigureValue } from '../figures/values';
import { MEASURES, MEASURES_VERSION, type Measure, type MeasureName } from '../figures/measures';
import type { ControlLimits } from '../figures/xmr';
import type { JointPlace } from './joint-places';
import type { PackCase } from './waits';

/** A bar of the Pareto chart; null: of too few cases to be shown. */
export interface PackCause {
  readonly cause: CountedCause;
  readonly text: Text;
  readonly days: number | null;
}

/** Raised when what a pack holds changes its form. */
const FORMAT = 1;

/** A figure with its run chart and how it was counted: definitions are frozen with it. */
export interface PackFigure {
  readonly measure: MeasureName;
  readonly kind: Measure['kind'];
  readonly title: Text;
  readonly unit: Text;
  readonly numerator: Text;
  readonly denominator: Text;
  readonly dated: Text;
  readonly rule: string;
  readonly isAssumed: boolean;
  /** Of the month. */
  readonly month: FigureValue;
  /** The months until this one, by their first days, without gaps. */
  readonly series: readonly ({ readonly from: LocalDate } & FigureValue)[];
  readonly limits: ControlLimits | null;
}

/** What had been agreed when the pack was made, and how it stood. */
export interface PackAgreed {
  readonly words: string;
  readonly owner: string;
  readonly role: Text;
  readonly due: LocalDate;
  readonly lookAgain: LocalDate;
  readonly status: AgreedStatus;
  readonly note: string;
  readonly notedAt: Instant | null;
}

/** What a pack says, in both languages. Nothing of it depends on who reads or when. */
export interface PackContent {
  readonly format: typeof FORMAT;
  readonly place: { readonly id: string; readonly name: Text };
  /** Its first day. */
  readonly month: LocalDate;
  /** The last day that is counted: of a month that goes on, the last that was over. */
  readonly to: LocalDate;
  /** Of the definitions. */
  readonly version: number;
  readonly figures: readonly PackFigure[];
  readonly causes: readonly PackCause[];
  /** Null: not shown at this place. */
  readonly cases: readonly PackCase[] | null;
  readonly agreed: readonly PackAgreed[];
}

/** What a pack is put together from. */
export interface PackParts {
  readonly place: JointPlace;
  readonly month: LocalDate;
  readonly to: LocalDate;
  readonly figures: readonly FigureView[];
  /** Of the month, in both languages. */
  readonly causes: Readonly<Record<Language, CausesView>>;
  readonly cases: readonly PackCase[] | null;
  readonly agreed: readonly AgreedMeasureRow[];
}

/** Pure. */
export function packContent(parts: PackParts, directory: Directory): PackContent {
  const { place, month, to, causes, cases } = parts;
  return {
    ...{ format: FORMAT, month, to, version: MEASURES_VERSION },
    place: { id: place.id, name: place.name },
    figures: parts.figures.map((figure) =>
      packFigure(
        // As in the figures of the month alone: the share would give away what is hidden in the causes.
        figure.measure === 'cause-unknown' && isUnknownHidden(causes.sv)
          ? withheld(figure)
          : figure,
      ),
    ),
    causes: causes.sv.causes.map(({ cause, title: sv, days }, at) => ({
      ...{ cause, days, text: { sv, en: causes.en.causes[at]?.title ?? sv } },
    })),
    cases,
    agreed: parts.agreed.map((row) => packAgreed(row, directory)),
  };
}

function packFigure({ measure, kind, rule, isAssumed, series, limits }: FigureView): PackFigure {
  const { title, unit, numerator, denominator, dated }: Measure = MEASURES[measure];
  const last = series.at(-1);
  if (last === undefined) throw new Error(`${measure} has no month`);
  const { from: _from, ...month } = last;
  return {
    ...{ measure, kind, title, unit, numerator, denominator, dated, rule, isAssumed },
    ...{ month, series, limits },
  };
}

function packAgreed(row: AgreedMeasureRow, { rows }: Directory): PackAgreed {
  const { words, owner, role: roleName, due, lookAgain, followUps } = row;
  const last = followUps.at(-1);
  return {
    ...{ words, due, lookAgain },
    owner: rows.huvudman.find(({ id }) => id === owner)?.name ?? owner,
    role: ROLE_TEXTS[roleName],
    status: last?.status ?? 'agreed',
    note: last?.note ?? '',
    notedAt: last?.at ?? null,
  };
}
