import { formatDate, localDate, type Language, type LocalDate } from '@hemgang/kernel';
import type { DutyRow } from '@hemgang/store';
import {
  CAUSE_OWNERS,
  causeEntry,
  causeListOn,
  causeName,
  daysOf,
  delaySlices,
  delayStretches,
  dischargeContext,
  isCauseOf,
  suggestedCauses,
  UNKNOWN_CAUSE,
  UNKNOWN_CAUSE_TEXT,
  unknownDays,
  type CauseEntry,
  type DayRange,
  type DelayCause,
  type DelaySlice,
  type SetCause,
} from '@workflows/discharge';
import type { Told } from '../case-type';
import { declarationIn } from '../duty-view';
import { unitView } from '../names';
import type {
  DelayCommentView,
  DelaySliceView,
  DelaySuggestionView,
  DelayView,
} from './delay-types';

/**
 * Why the patient waited, day by day, and what the open duties suggest for days that nobody has said.
 * @param duties those that the reader may know of
 * @returns null when nobody waited a day
 */
export function delayView(told: Told, duties: readonly DutyRow[]): DelayView | null {
  const context = dischargeContext(told.rows.case.state);
  const delay = delayStretches(context, localDate(told.now));
  const slices = delaySlices(delay, context.delayCauses ?? []);
  const last = slices.at(-1);
  if (last === undefined) return null;
  const unknown = unknownDays(slices);
  const list = causeListOn(last.lastDay);
  const { language } = told.reader;
  return {
    days: daysOf(delay),
    unknownDays: unknown.length,
    list:
      list === undefined
        ? null
        : {
            version: list.version,
            validFrom: list.validFrom,
            source: list.source[language],
          },
    slices: slices.map((slice) => sliceView(told, slice)),
    suggestions: suggestionViews(told, unknown, duties),
  };
}

function sliceView(told: Told, { set, ...range }: DelaySlice): DelaySliceView {
  const { reader, directory } = told;
  if (set === null) {
    const text = UNKNOWN_CAUSE_TEXT[reader.language];
    const unset = { id: null, unit: null, at: null, isOwn: false, note: null, comments: [] };
    return { ...range, cause: UNKNOWN_CAUSE, text, owners: [], ...unset };
  }
  return {
    ...range,
    ...causeWords(set.cause, range, reader.language),
    id: causeName(set.event),
    unit: unitView(directory, set.unit),
    at: set.at,
    isOwn: set.huvudman === reader.huvudman,
    note: saidBy(told, set.event, 'note'),
    comments: commentViews(told, set),
  };
}

function commentViews(told: Told, { comments = [] }: SetCause): readonly DelayCommentView[] {
  return comments.map(({ event, unit, at }) => ({
    unit: unitView(told.directory, unit),
    at,
    text: saidBy(told, event, 'comment'),
  }));
}

/** The words of an event, as the reader's controller was told them. */
function saidBy({ rows }: Told, event: number, field: string): string | null {
  const said = rows.contents.find(({ seq }) => seq === event)?.body[field];
  return typeof said === 'string' ? said : null;
}

function suggestionViews(
  told: Told,
  unknown: readonly LocalDate[],
  duties: readonly DutyRow[],
): readonly DelaySuggestionView[] {
  const { machines } = told.rows.case.state;
  const { language } = told.reader;
  const known = duties.map(({ id, key, machine, since, closedAt }) => {
    const kind = machines[machine]?.kind ?? '';
    return { id, key, kind, openedAt: since, closedAt };
  });
  return suggestedCauses(unknown, known).flatMap(({ duty, cause, ...range }) => {
    const row = duties.find(({ id }) => id === duty);
    // A list may have dropped a code that the duties would suggest.
    if (row === undefined || !isCauseOf(cause, range)) return [];
    const unit = unitView(told.directory, row.unit);
    const title = declarationIn(told.workflow, row.key).title[language];
    const why = WHY[language](title, unit.name, rangeText(range, language));
    return [{ ...range, ...causeWords(cause, range, language), unit, why }];
  });
}

const WHY: Readonly<Record<Language, (title: string, unit: string, when: string) => string>> = {
  sv: (title, unit, when) => `”${title}” var inte gjort hos ${unit} ${when}`,
  en: (title, unit, when) => `“${title}” was not done at ${unit} ${when}`,
};

function rangeText({ firstDay, lastDay }: DayRange, language: Language): string {
  const first = formatDate(firstDay, language);
  return firstDay === lastDay ? first : `${first} – ${formatDate(lastDay, language)}`;
}

function causeWords(
  cause: DelayCause,
  { firstDay }: DayRange,
  language: Language,
): Pick<DelaySliceView, 'cause' | 'text' | 'owners'> {
  const { text, owners }: CauseEntry = causeEntry(cause, firstDay);
  return {
    cause,
    text: text[language],
    owners: owners.map((owner) => CAUSE_OWNERS[owner][language]),
  };
}
