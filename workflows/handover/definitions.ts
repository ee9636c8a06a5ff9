import type { Agent, MachineDefinition, PartyUnit } from '@hemgang/engine';
import { SENDERS } from './commands/receivers';
import {
  handoverInput,
  OPEN_CARE_KINDS,
  RECEIVER_KINDS,
  type HandoverContext,
  type ReceiverKind,
} from './context';
import { handoverFacts } from './correctable';
import { homecomingDuties, municipalDuties, openCareDuties } from './duties';
import { homecomingMachine, municipalMachine, openCareMachine } from './machine';
import {
  handoverInputSample,
  homecomingSamples,
  municipalSamples,
  openCareSamples,
} from './samples';

/** Group that the receivers' commands are addressed to. */
export const HANDOVER = 'handover';

/** Kind of the machine for the way home from a korttids; commanded like a handover. */
export const HOMECOMING = 'homecoming';

type Shape = Pick<MachineDefinition, 'machine' | 'duties'> & {
  readonly events: MachineDefinition['samples']['events'];
};

const municipal: Shape = {
  machine: municipalMachine,
  duties: municipalDuties,
  events: municipalSamples,
};

const openCare: Shape = {
  machine: openCareMachine,
  duties: openCareDuties,
  events: openCareSamples,
};

/** The machines of the receiving side: one per kind of receiver, and the way home from a korttids. */
export const handoverDefinitions: readonly MachineDefinition[] = [
  ...RECEIVER_KINDS.map((kind) =>
    definition(`${HANDOVER}-${kind}`, kind, OPEN_CARE_KINDS.includes(kind) ? openCare : municipal),
  ),
  definition(HOMECOMING, 'municipal-social', {
    machine: homecomingMachine,
    duties: homecomingDuties,
    events: homecomingSamples,
  }),
];

function definition(kind: string, receiver: ReceiverKind, shape: Shape): MachineDefinition {
  return {
    kind,
    group: HANDOVER,
    machine: shape.machine,
    input: handoverInput,
    duties: shape.duties,
    correctable: handoverFacts,
    unit: (context) => (context as HandoverContext).unit,
    agent: (context) => senderFor(context as HandoverContext),
    alsoParties: (context) => executorOf(context as HandoverContext),
    samples: { input: { ...handoverInputSample, kind: receiver }, events: shape.events },
  };
}

function executorOf({ executor }: HandoverContext): readonly PartyUnit[] {
  return executor === undefined ? [] : [{ unit: executor, kind: 'executor' }];
}

/** The ward acts for a receiver outside: it has nobody here. */
function senderFor({ external, sender }: HandoverContext): Agent | null {
  return external === true ? { unit: sender, roles: SENDERS } : null;
}
