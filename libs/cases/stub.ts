import type { CaseState } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import type { Instant, Text } from '@hemgang/kernel';
import { DISCHARGE_WORDS } from '@workflows/discharge';
import type { CaseRows } from './build-view';
import type { CaseView } from './case-view';
import { dutyView } from './duty-view';
import { handoverViews } from './handover-view';
import { unitView } from './names';
import { partyView } from './party-view';
import type { Reader } from './reader';
import type { RegisteredWorkflow } from './registry';
import { transferViews } from './transfer-view';

const WHY: Text = {
  sv: 'Avdelningen hade registrerat fel person. Ni skulle inte ha fått uppgifterna och de är borttagna hos er. Ni ska inte göra något.',
  en: 'The ward had registered the wrong person. You should not have got the facts and they are removed at your side. There is nothing for you to do.',
};

/**
 * The event by which it turned out that a unit should never have known of a case.
 * @param places the machines by which it is a party; null is the ward
 * @returns null when it has a place in the case that holds
 */
export function strangerSince(state: CaseState, places: readonly (string | null)[]): number | null {
  const events = places.map((place) => {
    const by = place === null ? undefined : state.machines[place]?.context['strangerSince'];
    return typeof by === 'number' ? by : null;
  });
  const since = events.filter((by) => by !== null);
  return since.length > 0 && since.length === events.length ? Math.max(...since) : null;
}

/**
 * What is left of a case for a unit that should never have known of it: that there was something,
 * its own part in it and why it ended. Written out field by field: a field that the view gets later
 * does not slip in here.
 */
export function stubView(
  workflow: RegisteredWorkflow,
  rows: CaseRows,
  reader: Reader,
  directory: Directory,
  now: Instant,
): CaseView {
  const { state, id, type, version } = rows.case;
  const { language } = reader;
  const parties = rows.parties.filter(({ unit }) => unit === reader.unit);
  const places = parties.map(({ handover }) => handover);
  const isOwn = ({ id: machine }: { readonly id: string }) => places.includes(machine);
  const duties = rows.duties.filter(({ machine }) => places.includes(machine));
  return {
    id,
    type,
    version,
    state: 'makulerad' satisfies keyof typeof DISCHARGE_WORDS,
    stateText: DISCHARGE_WORDS.makulerad[language],
    why: WHY[language],
    openedAt: state.openedAt,
    endedAt: null,
    closedAt: null,
    patient: null,
    isChild: null,
    childHeard: null,
    contacts: [],
    communicationNeeds: null,
    expectedDischargeAt: null,
    destination: null,
    utskrivningsklar: null,
    ending: null,
    permission: null,
    compulsory: null,
    insteadOfSip: null,
    previous: null,
    readmission: null,
    duties: duties.map((row) => dutyView({ directory, language, now }, workflow, row, null)),
    allowedCommands: [],
    otherCommands: [],
    parties: parties.map((party) => partyView(rows, party, directory)),
    jointAnswers: [],
    handovers: handoverViews(state, directory, reader)
      .filter(isOwn)
      .map((handover) => ({ ...handover, unit: unitView(directory, reader.unit) })),
    moves: [],
    transfers: transferViews(state, directory, reader).filter(isOwn),
    ataganden: [],
    readiness: [],
    entries: [],
    afterwards: [],
    municipalities: [],
    missing: [],
  };
}
