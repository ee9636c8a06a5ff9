import { setup } from 'xstate';
import { z } from 'zod';
import type { SendEffect } from './effect';
import { at, errand, happening, running } from './errand.testing';
import type { MachineEvent } from './event';
import { EngineFault } from './fault';
import { step } from './step';
import type { MachineDefinition, WorkflowDefinition } from './workflow';

const player = setup({
  types: { events: {} as MachineEvent<'ball'> | MachineEvent<'serve', { readonly to: string }> },
  actions: { send: (_, _params: Omit<SendEffect, 'type'>) => undefined },
});

const definition = (machine: MachineDefinition['machine']): MachineDefinition => ({
  kind: 'player',
  group: 'player',
  machine,
  input: z.strictObject({}),
  duties: {},
  unit: () => 'court',
  samples: { input: {}, events: [] },
});

/** A machine that sends what it gets to whom it is told, itself included, and never stops. */
const tennis: WorkflowDefinition = {
  ...errand,
  main: 'player',
  openingInput: () => ({}),
  machines: [
    definition(
      player.createMachine({
        on: {
          serve: {
            actions: {
              type: 'send',
              params: ({ event }) => ({
                to: [event.payload.to],
                event: { type: 'ball', payload: {} },
              }),
            },
          },
          ball: {
            actions: {
              type: 'send',
              params: () => ({ to: ['player'], event: { type: 'ball', payload: {} } }),
            },
          },
        },
      }),
    ),
  ],
};

function playing() {
  const opened = step(tennis, null, happening(null, 'ask'));
  if (opened.kind !== 'accepted') throw new Error('not opened');
  return opened.state;
}

describe('a step delivers messages until all is quiet', () => {
  it('so that one command moves every machine that is concerned', () => {
    const { state } = running().give('cancel');
    expect(state.machines['p2-1']?.value).toBe('over');
    expect(state.machines['p2-2']?.value).toBe('over');
  });

  it('and tells the receiver which machine sent it', () => {
    const { state } = running().give('accept', {}, { machine: 'p2-1' });
    expect(state.machines['desk']?.context['unread']).toEqual([
      { id: 'w3', at: at('08:00'), from: 'p2-1' },
    ]);
  });

  it('and passes over a message that its receiver no longer waits for', () => {
    const errands = running().give('decline', {}, { machine: 'p2-1' }).give('read').give('cancel');
    expect(errands.state.machines['p2-1']?.value).toBe('over');
  });

  it('and stops at once when it is addressed to nobody', () => {
    const state = playing();
    expect(() => step(tennis, state, happening(state, 'serve', { to: 'nobody' }))).toThrow(
      new EngineFault('"ball" is sent to unknown "nobody"'),
    );
  });

  it('and stops when the machines never come to rest', () => {
    const state = playing();
    expect(() => step(tennis, state, happening(state, 'serve', { to: 'player' }))).toThrow(
      new EngineFault('the machines do not come to rest after "serve"'),
    );
  });

  it('a command to a machine that the case does not have is not possible', () => {
    const { state } = running();
    expect(step(errand, state, happening(state, 'accept', {}, { machine: 'p9-1' }))).toEqual({
      kind: 'not-possible',
      reason: 'unknown-machine',
    });
  });
});
