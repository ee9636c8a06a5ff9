import type { MachineDefinition } from '@hemgang/engine';
import { participantInput, type ParticipantContext } from './context';
import { participantDuties } from './duties';
import { PARTICIPANT } from './kind';
import { participantMachine } from './machine';
import { participantInputSample, participantSamples } from './samples';

/** The called units, each with a machine of its own. */
export const participantDefinition: MachineDefinition = {
  kind: PARTICIPANT,
  group: PARTICIPANT,
  machine: participantMachine,
  input: participantInput,
  duties: participantDuties,
  unit: (context) => (context as ParticipantContext).unit,
  samples: { input: participantInputSample, events: participantSamples },
};
