import type { MachineDefinition } from '@hemgang/engine';
import {
  handoverInput,
  OPEN_CARE_KINDS,
  RECEIVER_KINDS,
  type HandoverContext,
  type ReceiverKind,
} from './context';
import { openCareDuties, receiverDuties } from './duties';
import { openCareMachine, receiverMachine } from './machine';
import { openCareSamples, handoverInputSample, receiverSamples } from './samples';

/** Group that the receivers' commands are addressed to. */
export const HANDOVER = 'handover';

/** The machines of the receiving side: one definition per kind of receiver. */
export const handoverDefinitions: readonly MachineDefinition[] = RECEIVER_KINDS.map(definition);

function definition(kind: ReceiverKind): MachineDefinition {
  const shape = OPEN_CARE_KINDS.includes(kind)
    ? { machine: openCareMachine, duties: openCareDuties, events: openCareSamples }
    : { machine: receiverMachine, duties: receiverDuties, events: receiverSamples };
  return {
    kind: `handover-${kind}`,
    group: HANDOVER,
    machine: shape.machine,
    input: handoverInput,
    duties: shape.duties,
    unit: (context) => (context as HandoverContext).unit,
    samples: { input: { ...handoverInputSample, kind }, events: shape.events },
  };
}
