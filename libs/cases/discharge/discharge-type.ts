import type { Directory } from '@hemgang/directory';
import type { CaseListRow, PartyRow } from '@hemgang/store';
import { DISCHARGE_WORDS, dischargeContext } from '@workflows/discharge';
import type { HandoverContext } from '@workflows/handover';
import type { CaseType } from '../case-type';
import { personView, unitView } from '../names';
import type { Reader } from '@hemgang/access';
import { sharedLine } from '../shared-view';
import { strangerSince } from '../stranger';
import { isBeforeEvent, joinedAt } from '../disclosure/process-facts';
import { eventView, internalView } from '../timeline';
import { DISCHARGE_FIELDS, STAY_LINE_FIELDS } from './discharge-fields';
import type { DischargeSummaryView, DischargeView } from './discharge-view';
import { executesIn, executorEvents, executorLine, executorView } from './executor-view';
import { jointAnswers } from './joint-answers';
import { keptSecret } from './secrecy';
import { stubView } from './stub';
import { wholeView } from './whole-view';

/**
 * Stays in hospital. A unit that only carries out help sees its assignment, one that should never
 * have known of the stay what is left of it, every other party the whole process.
 */
export const dischargeType: CaseType<DischargeView, DischargeSummaryView> = {
  tellsLog: false,
  fields: DISCHARGE_FIELDS,
  lineFields: STAY_LINE_FIELDS,

  async view(told, beside) {
    const { rows, reader } = told;
    if (strangerSince(rows.case.state, placesOf(rows.parties, reader)) !== null) {
      return stubView(told);
    }
    const executes = executesIn(rows.parties, reader.unit);
    return executes === null ? wholeView(told, beside) : executorView(told, executes);
  },

  line(row, reader, directory) {
    if (strangerSince(row.case.state, row.places) !== null)
      return struckLine(row, reader, directory);
    return row.isAssigned ? executorLine(row, reader) : stayLine(row, reader, directory);
  },

  events(told, events) {
    const executes = executesIn(told.rows.parties, told.reader.unit);
    if (executes !== null) return executorEvents(told, events, executes);
    const secret = keptSecret(told);
    const since = joinedAt(told, dischargeContext(told.rows.case.state).unit);
    return events.map((event) =>
      isBeforeEvent(told, since, event)
        ? internalView(told, event)
        : eventView(told, event, secret),
    );
  },
};

/** The machines by which the reader's unit is a party; null is the ward. */
function placesOf(parties: readonly PartyRow[], { unit }: Reader): (string | null)[] {
  return parties.filter((party) => party.unit === unit).map(({ handover }) => handover);
}

function stayLine(
  row: CaseListRow,
  { language, unit }: Reader,
  directory: Directory,
): DischargeSummaryView {
  const { state } = row.case;
  const own = Object.values(state.machines).map(
    ({ context }) => context as unknown as Partial<HandoverContext>,
  );
  const contact = own.find((each) => each.unit === unit && each.fastVardkontakt !== undefined);
  return {
    ...sharedLine(row, DISCHARGE_WORDS, language),
    ward: unitView(directory, dischargeContext(state).unit),
    answers: jointAnswers(state, directory, language).map(({ text }) => text),
    fastVardkontakt: personView(directory, contact?.fastVardkontakt?.staff ?? null),
  };
}

/** For a unit that should never have known of the stay. */
function struckLine(row: CaseListRow, reader: Reader, directory: Directory): DischargeSummaryView {
  return {
    ...stayLine(row, reader, directory),
    state: 'makulerad' satisfies keyof typeof DISCHARGE_WORDS,
    stateText: DISCHARGE_WORDS.makulerad[reader.language],
    endedAt: null,
    closedAt: null,
    patient: null,
    answers: [],
    fastVardkontakt: null,
  };
}
