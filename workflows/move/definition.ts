import { sample, type MachineDefinition } from '@hemgang/engine';
import { MOVE } from './commands';
import { moveInput, type MoveContext, type MoveInput } from './context';
import { moveDuties } from './duties';
import { moveMachine } from './machine';

const input: MoveInput = {
  unit: 'lycksele-medicin',
  from: 'nus-medicin-2',
  requestedAt: '2026-03-02T08:00:00.000Z',
  plannedAt: null,
};

/** A move of the patient within the region: between the ward that has her and the one that is to. */
export const moveDefinition: MachineDefinition = {
  kind: MOVE,
  group: MOVE,
  machine: moveMachine,
  input: moveInput,
  duties: moveDuties,
  unit: (context) => (context as MoveContext).unit,
  samples: {
    input,
    events: [
      sample('disputed', {
        event: 2,
        type: 'request-move',
        machine: 'discharge',
        at: '2026-03-02T08:00:00.000Z',
        recordedAt: '2026-03-02T09:00:00.000Z',
      }),
      sample('mark-ready-for-transfer'),
      sample('accept-move'),
      sample('decline-move'),
      sample('cancel-move'),
      sample('stay-ended'),
      sample('case-makulerad'),
    ],
  },
};
