import type { MachineDefinition } from '@hemgang/engine';
import { MESSAGE } from './commands';
import { messageInput, type MessageContext } from './context';
import { messageDuties } from './duties';
import { messageMachine } from './machine';
import { messageInputSample, messageSamples } from './samples';

/** Messages between the parties of a case, each a machine at each of its receivers. */
export const messageDefinition: MachineDefinition = {
  kind: MESSAGE,
  group: MESSAGE,
  machine: messageMachine,
  input: messageInput,
  duties: messageDuties,
  unit: (context) => (context as MessageContext).unit,
  amongParties: true,
  // Who gets it forwarded may be none yet.
  alsoParties: (context) => (context as MessageContext).forwarded ?? [],
  samples: { input: messageInputSample, events: messageSamples },
};
