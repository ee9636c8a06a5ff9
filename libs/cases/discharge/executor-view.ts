import type { Directory } from '@hemgang/directory';
import type { Instant, Language, Text } from '@hemgang/kernel';
import type { CaseListRow, EventRow, PartyRow, StoredContent } from '@hemgang/store';
import { DISCHARGE_WORDS, dischargeContext, why, type DischargeWord } from '@workflows/discharge';
import { HANDOVER_WORDS, handoverWord, rehabDays, type HandoverContext } from '@workflows/handover';
import { afterwardsViews } from '../afterwards-view';
import type { CaseRows, Told } from '../case-type';
import { commandViews } from '../command-views';
import { dutyView } from '../duty-view';
import type { EventView } from '../event-view';
import { unitView } from '../names';
import { partyView } from '../party-view';
import { patientOf } from '../patient-view';
import { protectionView } from '../protection/shield-view';
import type { Reader } from '@hemgang/access';
import { entryView, sharedLine } from '../shared-view';
import { eventView } from '../timeline';
import type { DischargeSummaryView, DischargeView, HandoverView } from './discharge-view';
import { dischargeWords } from './words';

/** As what a unit that carries out the help is a party of a case. */
const EXECUTOR = 'executor';

/** What is handed to it of its own handover, and what is reported there of the start. */
const ENTRIES: readonly string[] = [
  'uppdrag',
  'take-over',
  'report-no-start',
  'overtagande',
  'inte-hemma',
  'ingen-kom',
  'start-framflyttad',
];

/** What happens to an assignment. Everything else of its handover is the receiver's own. */
const EVENTS: readonly string[] = [
  'plan-start',
  'assign-executor',
  'take-over',
  'report-no-start',
  'register-call',
  'register-rehab',
];

const NOTHING_OWED: Text = {
  sv: 'Ni har inget att göra just nu. När patienten har åkt ska ni bekräfta att hjälpen har börjat.',
  en: 'There is nothing for you to do now. When the patient has left you confirm that help has started.',
};

/** Handovers that a unit carries out the help for, from when. */
export type Executes = readonly { readonly machine: string; readonly since: Instant }[];

/**
 * Whether a unit is in a case only to carry out help: then it sees its assignment and nothing else,
 * whoever it belongs to.
 * @returns null when it is a party in its own right, or none at all
 */
export function executesIn(parties: readonly PartyRow[], unit: string): Executes | null {
  const own = parties.filter((party) => party.unit === unit);
  if (own.length === 0 || own.some(({ kind }) => kind !== EXECUTOR)) return null;
  return own.map(({ handover, since }) => ({ machine: handover ?? '', since }));
}

/**
 * The case as the unit that carries out the help sees it: its handover, its duties, its entries. What
 * the policy shows no executor is not built.
 */
export function executorView(told: Told, executes: Executes): Partial<DischargeView> {
  const { workflow, rows, reader, directory, now } = told;
  const { state, id, type, version, endedAt } = rows.case;
  const { language } = reader;
  const { expectedDischargeAt, destination } = dischargeContext(state);
  const handovers = executes.map(({ machine }) => machine);
  const duties = state.duties.filter(({ unit }) => unit === reader.unit);
  const entries = rows.contents.filter((content) => isShown(content, executes));
  const unit = (each: string) => unitView(directory, each);
  const receivers = handovers.map((each) => contextOf(rows.case, each).unit);
  return {
    id,
    type,
    version,
    ...stateView(rows.case, handovers, language),
    why:
      duties.length === 0
        ? NOTHING_OWED[language]
        : why({ ...state, duties }, now, unit, workflow.definition)[language],
    openedAt: executes.map(({ since }) => since).sort()[0] ?? state.openedAt,
    endedAt,
    patient: patientOf(told, entries),
    protection: protectionView(told),
    isBlocked: told.isBlocked,
    objectionSince: rows.objectionSince,
    emergencyUntil: told.emergencyUntil,
    patientOperations: told.patientOperations,
    expectedDischargeAt,
    destination: destination ?? null,
    ...OF_OTHERS,
    duties: rows.duties
      .filter((duty) => duty.unit === reader.unit && handovers.includes(duty.machine))
      .map((duty) => dutyView({ directory, language, now }, workflow, duty, null)),
    ...ownCommands(told),
    parties: rows.parties
      .filter((party) => handovers.includes(party.handover ?? ''))
      .filter((party) => [reader.unit, ...receivers].includes(party.unit))
      .map((party) => ({
        ...partyView(told, party, dischargeWords.mainParty),
        acknowledgedAt: null,
      })),
    handovers: handovers.map((each) => handoverView(rows.case, each, directory, language)),
    entries: entries.map((row) => entryView(state, row)),
    afterwards: afterwardsViews({ workflow, state, contents: entries, directory, reader }),
  };
}

/** A line of its list of cases. */
export function executorLine(row: CaseListRow, { unit, language }: Reader): DischargeSummaryView {
  const { machines } = row.case.state;
  const handovers = Object.keys(machines).filter(
    (each) => (machines[each]?.context as Partial<HandoverContext>).executor === unit,
  );
  const states = stateView(row.case, handovers, language);
  return {
    ...sharedLine(row, DISCHARGE_WORDS, language),
    ...states,
    ward: null,
    answers: [],
    fastVardkontakt: null,
  };
}

/** What of the timeline it sees: what happened to its assignment, and what gave or ended a duty. */
export function executorEvents(
  told: Told,
  events: readonly EventRow[],
  executes: Executes,
): EventView[] {
  const { unit } = told.reader;
  const duties = told.rows.duties.filter((duty) => duty.unit === unit);
  const own = { ...told, rows: { ...told.rows, duties } };
  const isMine = ({ id }: { readonly id: string }) => duties.some((duty) => duty.id === id);
  return events.flatMap((event) => {
    const isOwn = executes.some(
      ({ machine, since }) => event.machine === machine && event.recordedAt >= since,
    );
    const { moved, ...rest } = eventView(own, event);
    // Whom else it was told to is the receiver's own.
    const view = { ...rest, moved: moved.filter(isMine), told: [] };
    if (isOwn && EVENTS.includes(event.type)) return [view];
    const touches = [view.opened, view.closed, view.moved].some(({ length }) => length > 0);
    // What gave it a duty it must know, but not who did what on another side.
    return touches ? [{ ...view, actor: NOBODY, handover: null, facts: {} }] : [];
  });
}

const NOBODY = { system: null, person: null, unit: null };

/** Of a kind that an executor is shown, and never its own. */
const OF_OTHERS = {
  transfers: [],
  isChild: null,
  contacts: [],
  communicationNeeds: null,
} satisfies Partial<DischargeView>;

function contextOf({ state }: CaseRows['case'], machine: string): HandoverContext {
  return state.machines[machine]?.context as unknown as HandoverContext;
}

/** The case ends for it when its own assignments have ended. */
function stateView(
  row: CaseRows['case'],
  handovers: readonly string[],
  language: Language,
): Pick<DischargeView, 'state' | 'stateText' | 'closedAt'> {
  const reports = handovers.map((each) => contextOf(row, each).report);
  const isOver = reports.every((report) => report?.outcome === 'started');
  const word: DischargeWord = isOver ? 'closed' : row.endedAt === null ? 'planning' : 'left';
  const closedAt = isOver
    ? (reports
        .map((report) => report?.at ?? '')
        .sort()
        .at(-1) ?? null)
    : null;
  return { state: word, stateText: DISCHARGE_WORDS[word][language], closedAt };
}

function handoverView(
  row: CaseRows['case'],
  id: string,
  directory: Directory,
  language: Language,
): HandoverView {
  const machine = row.state.machines[id];
  if (machine === undefined) throw new Error(`there is no handover "${id}"`);
  const { unit, executor, plannedStart, report, rehab } = contextOf(row, id);
  const word = handoverWord(machine);
  return {
    id,
    unit: unitView(directory, unit),
    kind: EXECUTOR,
    word,
    text: HANDOVER_WORDS[word][language],
    answer: null,
    canReceiveFrom: null,
    fastVardkontakt: null,
    plannedStart: plannedStart ?? null,
    contactAt: null,
    executor: executor === undefined ? null : unitView(directory, executor),
    startLink: null,
    report: report ?? null,
    rehab: rehab === undefined ? null : rehabDays(rehab),
    unacknowledged: [],
    external: false,
    contact: null,
    unsent: [],
  };
}

/** What it may do; what it may not is mostly others' to do and told to them. */
function ownCommands({
  workflow,
  rows: { case: stored, makers },
  reader,
}: Told): Pick<DischargeView, 'allowedCommands' | 'otherCommands'> {
  const { allowedCommands, otherCommands } = commandViews(workflow, stored.state, makers, reader);
  return {
    allowedCommands,
    otherCommands: otherCommands.filter(({ name }) => EVENTS.includes(name)),
  };
}

/** Its authority may hold more: what other units of it were told. */
function isShown({ entry, machine, recordedAt }: StoredContent, executes: Executes): boolean {
  return (
    ENTRIES.includes(entry) &&
    executes.some((each) => each.machine === machine && recordedAt >= each.since)
  );
}
