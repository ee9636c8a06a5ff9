import { createMachine } from 'xstate';
import { z } from 'zod';
import { deskDuties } from './errand-machines.testing';
import { deskDefinition, errand } from './errand.testing';
import { sample } from './sample';
import type { MachineDefinition, WorkflowDefinition } from './workflow';

export type Config = Parameters<typeof createMachine>[0];
type Implementations = Parameters<typeof createMachine>[1];

/** A workflow of one machine and no commands: nothing but the drawing can be at fault. */
export function drawn(
  config: Config,
  over: Partial<MachineDefinition> = {},
  implementations: Implementations = {},
): WorkflowDefinition {
  const machine = createMachine({ id: 'm', ...config }, implementations);
  const definition: MachineDefinition = {
    ...deskDefinition,
    kind: 'm',
    input: z.strictObject({}),
    duties: {},
    machine,
    samples: { input: {}, events: machine.events.map((event) => sample(event)) },
    ...over,
  };
  return { ...errand, main: 'm', machines: [definition], commands: [] };
}

/** Two states and back again: the smallest sound drawing. */
export const sound: Config = {
  initial: 'a',
  states: { a: { on: { go: 'b' } }, b: { on: { back: 'a' } } },
};

/** The duty "finish", which the event `go` fulfils. */
export const goes = { ...deskDuties.finish!, outcomes: { go: 'fulfilled' as const } };
