import type {
  CaseState,
  CaseSummary,
  MachineDefinition,
  MachineEvent,
  WorkflowDefinition,
} from '@hemgang/engine';
import type { Text } from '@hemgang/kernel';
import { avvikelseCommands, reportAvvikelse } from './commands';
import { avvikelseInput, type AvvikelseContext } from './context';
import { avvikelseDuties } from './duties';
import { aboutGiven } from './given';
import { avvikelseMachine } from './machine';
import { avvikelseInputSample, avvikelseSamples } from './samples';

const AVVIKELSE = 'avvikelse';

/** The one word for the state of an avvikelse, in the order of life. */
export const AVVIKELSE_WORDS = {
  reported: { sv: 'Rapporterad', en: 'Reported' },
  received: { sv: 'Mottagen, ska besvaras', en: 'Received, to be answered' },
  answered: { sv: 'Besvarad', en: 'Answered' },
  closed: { sv: 'Avslutad', en: 'Closed' },
  withdrawn: { sv: 'Återtagen', en: 'Withdrawn' },
} as const satisfies Record<string, Text>;

export type AvvikelseWord = keyof typeof AVVIKELSE_WORDS;

const definition: MachineDefinition = {
  kind: AVVIKELSE,
  group: AVVIKELSE,
  machine: avvikelseMachine,
  input: avvikelseInput,
  duties: avvikelseDuties,
  unit: (context) => (context as AvvikelseContext).reporter,
  alsoParties: (context) => [{ unit: (context as AvvikelseContext).concerned, kind: 'concerned' }],
  samples: { input: avvikelseInputSample, events: avvikelseSamples },
};

/** What the machine of an avvikelse remembers. */
export function avvikelseContext(state: CaseState): AvvikelseContext {
  return state.machines[AVVIKELSE]?.context as unknown as AvvikelseContext;
}

/** Avvikelse: something that went wrong between two huvudmän in a case. A case of its own, about nobody. */
export const avvikelse: WorkflowDefinition = {
  type: AVVIKELSE,
  plural: 'avvikelser',
  version: 1,
  main: AVVIKELSE,
  machines: [definition],
  open: reportAvvikelse,
  openingInput,
  commands: avvikelseCommands,
  facts: [],
  about: (state) => avvikelseContext(state).about.case,
  entriesWithPatient: [],
  words: Object.keys(AVVIKELSE_WORDS),
  summary,
};

function openingInput({ actor, given, payload, toldAt }: MachineEvent): Record<string, unknown> {
  const { about, to, category, consequence } = payload as Readonly<Record<string, string>>;
  return {
    reporter: 'unit' in actor ? actor.unit : '',
    concerned: to,
    about: { case: about, type: aboutGiven(given)?.type },
    ...{ category, consequence },
    reportedAt: toldAt,
  };
}

function summary(state: CaseState): CaseSummary {
  const word = state.machines[AVVIKELSE]?.value as AvvikelseWord;
  return { word, endedAt: avvikelseContext(state).endedAt };
}
