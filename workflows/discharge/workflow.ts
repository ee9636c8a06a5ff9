import type {
  CaseState,
  CaseSummary,
  MachineDefinition,
  WorkflowDefinition,
} from '@hemgang/engine';
import type { Text } from '@hemgang/kernel';
import { atagandeCommands, atagandeDefinition, PARTIES } from '@workflows/atagande';
import { dispatchCommands, dispatchDefinition } from '@workflows/dispatch';
import { handoverCommands, handoverDefinitions } from '@workflows/handover';
import { messageCommands, messageDefinition } from '@workflows/message';
import { moveCommands, moveDefinition } from '@workflows/move';
import {
  municipalTransferCommands,
  municipalTransferDefinition,
} from '@workflows/municipal-transfer';
import { admit, dischargeCommands } from './commands';
import { dischargeInput, type DischargeContext } from './context';
import { dischargeDuties } from './duties';
import { correctableFacts } from './correctable';
import { personGiven, previousGiven } from './events';
import { dischargeFacts } from './facts';
import { dischargeMachine } from './machine';
import { dischargeInputSample, dischargeSamples } from './samples';
import { TOLD_TO_SIPS } from './sips';

const DISCHARGE = 'discharge';

const definition: MachineDefinition = {
  kind: DISCHARGE,
  group: DISCHARGE,
  machine: dischargeMachine,
  input: dischargeInput,
  duties: dischargeDuties,
  correctable: correctableFacts,
  unit: (context) => (context as DischargeContext).unit,
  samples: { input: dischargeInputSample, events: dischargeSamples },
};

/** The one word for the state of a discharge, in the order of life. */
export const DISCHARGE_WORDS = {
  admitted: { sv: 'Inskriven', en: 'Admitted' },
  planning: { sv: 'Planeras', en: 'Being planned' },
  utskrivningsklar: { sv: 'Utskrivningsklar', en: 'Ready for discharge' },
  left: { sv: 'Utskriven, tas över', en: 'Left, being taken over' },
  closed: { sv: 'Avslutad', en: 'Closed' },
  makulerad: { sv: 'Makulerad', en: 'Struck, entered in error' },
} as const satisfies Record<string, Text>;

export type DischargeWord = keyof typeof DISCHARGE_WORDS;

/** What the ward's machine of a case remembers. */
export function dischargeContext(state: CaseState): DischargeContext {
  return state.machines[DISCHARGE]?.context as unknown as DischargeContext;
}

/** Utskrivningsärende: one stay in sluten vård until every receiver has taken over (2017:612). */
export const discharge: WorkflowDefinition = {
  type: DISCHARGE,
  version: 1,
  main: DISCHARGE,
  machines: [
    definition,
    ...handoverDefinitions,
    dispatchDefinition,
    moveDefinition,
    atagandeDefinition,
    messageDefinition,
    municipalTransferDefinition,
  ],
  open: admit,
  openingInput: ({ actor, occurredAt, given, payload }) => ({
    unit: 'unit' in actor ? actor.unit : '',
    admittedAt: occurredAt,
    number: personGiven(given)?.number,
    previous: previousGiven(given),
    home: personGiven(given)?.municipality ?? null,
    placedBy: (payload as { readonly placedBy?: string }).placedBy ?? null,
  }),
  commands: [
    ...dischargeCommands,
    ...handoverCommands,
    ...dispatchCommands,
    ...moveCommands,
    ...atagandeCommands,
    ...messageCommands(PARTIES),
    ...municipalTransferCommands,
  ],
  facts: dischargeFacts,
  tells: TOLD_TO_SIPS,
  receipts: ['kvittens', 'planering', 'meddelande-kvittens'],
  unannounced: ['fordrojningsorsak', 'fordrojningskommentar'],
  entriesWithPatient: [
    'inskrivningsmeddelande',
    'identitet',
    'identitet-rattad',
    'folkbokforing',
    'uppdrag',
    'overflyttning-begard',
    'meddelande-vidarebefordrat',
  ],
  words: Object.keys(DISCHARGE_WORDS),
  summary,
};

function summary(state: CaseState): CaseSummary {
  const { leftAt, diedAt, ending } = dischargeContext(state);
  // What is struck is closed at once.
  const struckAt = ending === 'makulerad' ? state.closedAt : null;
  return { word: word(state), endedAt: leftAt ?? diedAt ?? struckAt };
}

function word(state: CaseState): DischargeWord {
  const { leftAt, utskrivningsklar, noticeSentAt, ending } = dischargeContext(state);
  if (ending === 'makulerad') return 'makulerad';
  if (state.closedAt !== null) return 'closed';
  if (leftAt !== null) return 'left';
  if (utskrivningsklar?.sentAt != null) return 'utskrivningsklar';
  return noticeSentAt === null ? 'admitted' : 'planning';
}
