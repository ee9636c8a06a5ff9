import type { MachineDefinition } from '@hemgang/engine';
import { atagandeInput, type AtagandeContext } from './context';
import { atagandeDuties } from './duties';
import { atagandeMachine } from './machine';
import { atagandeInputSample, atagandeSamples } from './samples';

/** Kind of the machine, and the group that its parties' commands are addressed to. */
export const ATAGANDE = 'atagande';

/** Commitments between the parties of a case, each a machine of its own. */
export const atagandeDefinition: MachineDefinition = {
  kind: ATAGANDE,
  group: ATAGANDE,
  machine: atagandeMachine,
  input: atagandeInput,
  duties: atagandeDuties,
  unit: (context) => (context as AtagandeContext).owner,
  amongParties: true,
  samples: { input: atagandeInputSample, events: atagandeSamples },
};

/** Name of the commitment that an event makes. */
export function atagandeId({ seq }: { readonly seq: number }): string {
  return `a${seq}`;
}
