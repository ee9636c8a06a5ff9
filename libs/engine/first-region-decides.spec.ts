import { createMachine } from 'xstate';
import { errand, ErrandCase, happening, running } from './errand.testing';
import type { MachineValue } from './case-state';
import type { MachineEvent } from './event';
import { moveMachine, restoreMachine } from './machine';
import { handles } from './nodes';
import { step } from './step';

describe('the first region that knows an event decides', () => {
  it('a later region cannot take what the first does not wait for', () => {
    const { state } = new ErrandCase();
    expect(state.machines['desk']?.value).toMatchObject({ errand: 'asked', bill: 'open' });
    expect(step(errand, state, happening(state, 'finish'))).toEqual({
      kind: 'not-possible',
      reason: 'not-in-this-state',
    });
  });

  it('a later region follows when the first takes it', () => {
    expect(running().give('finish').state.machines['desk']?.value).toMatchObject({
      errand: 'done',
      bill: 'settled',
    });
  });

  it('the order is that of the machine, not that of the stored value', () => {
    const { machine } = errand.machines[0]!;
    const asked = { bill: 'open', mail: 'clear', errand: 'asked' };
    expect(handles(machine, asked, 'finish')).toBe(false);
    expect(handles(machine, { ...asked, errand: 'running' }, 'finish')).toBe(true);
    expect(handles(machine, { ...asked, errand: 'running' }, 'helper-said')).toBe(true);
    expect(handles(machine, asked, 'unheard-of')).toBe(false);
  });

  it('regions act in the order of the machine, whatever order a stored value has kept', () => {
    const region = (name: string) => ({
      on: { call: { actions: { type: 'disclose', params: { entry: name } } } },
    });
    const machine = createMachine({
      type: 'parallel',
      states: { second: region('second'), first: region('first'), x: region('x') },
    });
    const acts = (value: MachineValue) => {
      const snapshot = restoreMachine(machine, { kind: 'regions', value, context: {} });
      const event = { type: 'call', payload: {} } as unknown as MachineEvent;
      return moveMachine(machine, snapshot, event)?.effects.map(
        (effect) => 'entry' in effect && effect.entry,
      );
    };
    const declared = ['second', 'first', 'x'];
    expect(acts({ second: {}, first: {}, x: {} })).toEqual(declared);
    expect(acts({ x: {}, first: {}, second: {} })).toEqual(declared);
  });

  it('a handler above the regions needs none of them', () => {
    const machine = createMachine({
      initial: 'live',
      states: {
        live: {
          type: 'parallel',
          on: { stop: 'stopped' },
          states: { a: { initial: 'x', states: { x: {}, y: { on: { back: 'x' } } } }, b: {} },
        },
        stopped: {},
      },
    });
    expect(handles(machine, { live: { a: 'x', b: {} } }, 'stop')).toBe(true);
    expect(handles(machine, { live: { a: 'x', b: {} } }, 'back')).toBe(false);
    expect(handles(machine, { live: { a: 'y', b: {} } }, 'back')).toBe(true);
    expect(handles(machine, 'stopped', 'stop')).toBe(false);
  });
});
