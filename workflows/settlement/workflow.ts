import type {
  CaseState,
  CaseSummary,
  MachineDefinition,
  WorkflowDefinition,
} from '@hemgang/engine';
import type { Text } from '@hemgang/kernel';
import { openSettlement, settlementCommands } from './commands';
import { settlementInput, type SettlementContext } from './context';
import { disputeInput, disputeMachine, type DisputeContext } from './dispute';
import { disputeDuties, settlementDuties } from './duties';
import { basisGiven, basisOf, termsGiven } from './given';
import { settlementMachine } from './machine';
import {
  disputeInputSample,
  disputeSamples,
  settlementInputSample,
  settlementSamples,
} from './samples';

const SETTLEMENT = 'settlement';
const DISPUTE = 'dispute';

const settlementDefinition: MachineDefinition = {
  kind: SETTLEMENT,
  group: SETTLEMENT,
  machine: settlementMachine,
  input: settlementInput,
  duties: settlementDuties,
  unit: (context) => (context as SettlementContext).region,
  alsoParties: (context) => [{ unit: (context as SettlementContext).payer, kind: 'municipality' }],
  samples: { input: settlementInputSample, events: settlementSamples },
};

const disputeDefinition: MachineDefinition = {
  kind: DISPUTE,
  group: DISPUTE,
  machine: disputeMachine,
  input: disputeInput,
  duties: disputeDuties,
  unit: (context) => (context as DisputeContext).region,
  amongParties: true,
  samples: { input: disputeInputSample, events: disputeSamples },
};

/** The one word for the state of a settlement, in the order of life. */
export const SETTLEMENT_WORDS = {
  draft: { sv: 'Utkast, granskas av kommunen', en: 'Draft, under review' },
  reviewed: { sv: 'Granskad', en: 'Reviewed' },
  signed: { sv: 'Underskriven av regionen', en: 'Signed by the region' },
  locked: { sv: 'Låst, underskriven av båda', en: 'Locked, signed by both' },
  reopening: { sv: 'Låst, öppning begärd', en: 'Locked, opening asked for' },
} as const satisfies Record<string, Text>;

export type SettlementWord = keyof typeof SETTLEMENT_WORDS;

/** How a dispute stands, by the state of its machine. */
export const DISPUTE_WORDS = {
  asked: { sv: 'Väntar på regionens svar', en: 'Awaits the answer of the region' },
  'joint-group': { sv: 'Hos den gemensamma gruppen', en: 'With the joint group' },
  counts: { sv: 'Avgjort: raden räknas', en: 'Decided: the row counts' },
  removed: { sv: 'Avgjort: raden räknas inte', en: 'Decided: the row does not count' },
  withdrawn: { sv: 'Återtaget', en: 'Taken back' },
  gone: { sv: 'Raden finns inte i den nya uträkningen', en: 'The new computation lacks the row' },
} as const satisfies Record<string, Text>;

export type DisputeWord = keyof typeof DISPUTE_WORDS;

/** What the main machine of a settlement remembers. */
export function settlementContext(state: CaseState): SettlementContext {
  return state.machines[SETTLEMENT]?.context as unknown as SettlementContext;
}

/** The disputes of a settlement, the oldest first, with the word for each. */
export function disputesOf({ machines }: CaseState): readonly {
  readonly id: string;
  readonly word: DisputeWord;
  readonly context: DisputeContext;
}[] {
  return Object.entries(machines)
    .filter(([, { kind }]) => kind === DISPUTE)
    .map(([id, { value, context }]) => ({
      id,
      word: value as DisputeWord,
      context: context as unknown as DisputeContext,
    }))
    .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
}

/** Avräkning: what a municipality's month of betalningsansvar came to (2017:612 5 kap.). */
export const settlement: WorkflowDefinition = {
  type: SETTLEMENT,
  version: 1,
  main: SETTLEMENT,
  machines: [settlementDefinition, disputeDefinition],
  open: openSettlement,
  openingInput: ({ actor, given, payload, seq, toldAt }) => {
    const basis = basisGiven(given);
    return {
      ...(payload as { readonly municipality: string; readonly month: string }),
      region: 'unit' in actor ? actor.unit : '',
      payer: basis?.payer,
      terms: termsGiven(given),
      basis: basis && basisOf(basis),
      computed: { event: seq, at: toldAt },
    };
  },
  identity: (payload) => {
    const { municipality, month } = payload as Readonly<Record<string, string>>;
    return `${municipality} ${month}`;
  },
  commands: settlementCommands,
  facts: [],
  entriesWithPatient: [],
  words: Object.keys(SETTLEMENT_WORDS),
  summary,
};

function summary(state: CaseState): CaseSummary {
  const { agreeing } = state.machines[SETTLEMENT]?.value as { readonly agreeing: SettlementWord };
  return { word: agreeing, endedAt: null };
}
