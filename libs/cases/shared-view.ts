import type { CaseState, WorkflowDefinition } from '@hemgang/engine';
import type { Instant, Language, Text } from '@hemgang/kernel';
import type { CaseListRow, StoredContent } from '@hemgang/store';
import { afterwardsViews } from './afterwards-view';
import { wordsOf } from './atagande-view';
import type { Told } from './case-type';
import type { CaseSummaryView, CaseView, EntryView, UnitView } from './case-view';
import { commandViews } from './command-views';
import { dutyView } from './duty-view';
import { unitView } from './names';
import { partyView } from './party-view';
import { patientOf, wasChild } from './patient-view';
import { lineName } from './protection/masked';
import { protectionView } from './protection/shield-view';
import { struckBy } from './rattelse';

/** What a type of case says in words of its own. */
export interface OwnWords {
  /** Its states, by the stable word. */
  readonly words: Readonly<Record<string, Text>>;
  /** Why the case stands where it stands, as far as its open duties are known to the reader. */
  readonly why: (
    state: CaseState,
    now: Instant,
    unit: (id: string) => UnitView,
    workflow: WorkflowDefinition,
  ) => Text;
  /** The id of a party by the main machine. */
  readonly mainParty: (state: CaseState, unit: string) => string;
}

/**
 * What every case tells, whatever its type. Pure.
 * @param told with the rows of those duties that the reader may know of
 */
export function sharedView(told: Told, own: OwnWords): CaseView {
  const { workflow, rows, reader, directory, now } = told;
  const { state, id, type, version, endedAt } = rows.case;
  const { contents } = rows;
  const { language } = reader;
  const { word } = workflow.definition.summary(state);
  const duties = state.duties.filter(({ id }) => rows.duties.some((duty) => duty.id === id));
  const unit = (each: string) => unitView(directory, each);
  const patient = patientOf(told, contents);
  const isChild = wasChild(patient, state.openedAt);
  return {
    id,
    type,
    version,
    state: word,
    stateText: textOf(own.words, word, language),
    why: own.why({ ...state, duties }, now, unit, workflow.definition)[language],
    openedAt: state.openedAt,
    endedAt,
    closedAt: state.closedAt,
    patient,
    protection: protectionView(told),
    isBlocked: told.isBlocked,
    objectionSince: rows.objectionSince,
    emergencyUntil: told.emergencyUntil,
    patientOperations: told.patientOperations,
    isChild,
    duties: rows.duties.map((row) =>
      dutyView({ directory, language, now }, workflow, row, wordsOf(contents, row.machine)),
    ),
    ...commandViews(workflow, state, rows.makers, reader, isChild),
    parties: rows.parties.map((party) => partyView(told, party, own.mainParty)),
    entries: contents.map((row) => entryView(state, row)),
    afterwards: afterwardsViews({ workflow, state, contents, directory, reader }),
  };
}

/** What every list of cases tells of one. */
export function sharedLine(
  { case: { id, type, version, word, openedAt, endedAt, state }, person }: CaseListRow,
  words: OwnWords['words'],
  language: Language,
): CaseSummaryView {
  return {
    id,
    type,
    version,
    state: word,
    stateText: textOf(words, word, language),
    openedAt,
    endedAt,
    closedAt: state.closedAt,
    patient: lineName(person, language),
  };
}

function textOf(words: OwnWords['words'], word: string, language: Language): string {
  const text = words[word];
  if (text === undefined) throw new Error(`the state "${word}" has no words`);
  return text[language];
}

export function entryView(state: CaseState, row: StoredContent): EntryView {
  const { seq, entry, legalBasis, recordedAt, source, body } = row;
  // A copy of what was sent before is struck with it.
  const struck = struckBy(state, source ?? seq);
  return { seq, entry, legalBasis, recordedAt, source, body, struckBy: struck };
}
