import { assign, createActor, createMachine, raise, setup, transition } from 'xstate';
import type { CaseState, MachineValue } from './case-state';
import { errand, happening, running } from './errand.testing';
import { EngineFault } from './fault';
import { moveMachine, restoreMachine, startMachine } from './machine';
import { sample } from './sample';
import { step } from './step';

/** An errand whose desk was stored in another state. */
function stored(value: unknown): CaseState {
  const { state } = running();
  const desk = { ...state.machines['desk']!, value: value as MachineValue };
  return { ...state, machines: { ...state.machines, desk } };
}

const value = { errand: 'running', mail: 'clear', bill: 'open' };

describe('a stored machine is refused', () => {
  it.each([
    ['when a state was renamed', { ...value, errand: 'walking' }],
    ['when a region is missing', { errand: 'running', mail: 'clear' }],
    ['when a region is unknown', { ...value, money: 'open' }],
    ['when a region names no state', { ...value, errand: {} }],
    ['when a region says more than it has', { ...value, errand: { running: 'far' } }],
    ['when it is one word instead of regions', 'running'],
    ['when there is nothing', {}],
    ['when it is null', null],
  ])('%s', (_when, damaged) => {
    const state = stored(damaged);
    expect(() => step(errand, state, happening(state, 'nudge'))).toThrow(EngineFault);
  });

  it('when its kind is unknown', () => {
    const { state } = running();
    const desk = { ...state.machines['desk']!, kind: 'counter' };
    const other = { ...state, machines: { ...state.machines, desk } };
    expect(() => step(errand, other, happening(other, 'nudge'))).toThrow(
      new EngineFault('no machine of kind "counter"'),
    );
  });

  it('and a sound one is not, whatever the order of its regions', () => {
    const state = stored({ bill: 'open', mail: 'clear', errand: 'running' });
    expect(step(errand, state, happening(state, 'nudge')).kind).toBe('accepted');
  });
});

/** What XState itself does: if an update changes one of these, the engine must be read again. */
describe('the traps that the engine stands over', () => {
  const twoRegions = createMachine({
    type: 'parallel',
    states: {
      a: { initial: 'x', states: { x: { on: { go: 'y' } }, y: {} } },
      b: { initial: 'x', states: { x: {}, y: {} } },
    },
  });

  it('XState fills a missing region with its first state', () => {
    const partial = { value: { a: 'y' }, context: {} };
    expect(twoRegions.resolveState(partial).value).toEqual({ a: 'y', b: 'x' });
    expect(() => restoreMachine(twoRegions, { kind: 'two', ...partial })).toThrow(
      'stored state of "two" is not a state of this version',
    );
  });

  it('XState gives a silent error for an unknown state when an actor restores it', () => {
    const snapshot = twoRegions.getPersistedSnapshot(
      twoRegions.resolveState({ value: { a: 'y', b: 'x' } }),
    );
    const renamed = { ...snapshot, value: { a: 'z', b: 'x' } } as never;
    expect(createActor(twoRegions, { snapshot: renamed }).getSnapshot()).toMatchObject({
      status: 'error',
    });
  });

  it('XState gives the same snapshot back for a transition that only asks for something', () => {
    const asking = createMachine({ on: { go: { actions: 'tell' } } });
    const before = asking.resolveState({ value: {} });
    expect(transition(asking, before, { type: 'go' })).toMatchObject([
      {},
      [{ type: 'tell', params: undefined }],
    ]);
    expect(transition(asking, before, { type: 'go' })[0]).toBe(before);
  });
});

/** Spelt apart, because the house forbids it everywhere else. */
const FINAL = 'final' as const;

describe('a machine that breaks the rules of the engine stops the step', () => {
  const withStatus = (status: 'done' | 'error') =>
    status === 'done'
      ? createMachine({ initial: 'a', states: { a: { type: FINAL } } })
      : createMachine({
          context: () => {
            throw new Error('no context');
          },
        });
  it('by being done', () => {
    expect(() => startMachine(withStatus('done'), {})).toThrow(/has status done/);
  });

  it('by failing when it starts', () => {
    expect(() => startMachine(withStatus('error'), {})).toThrow(/has status error: no context/);
  });

  it('by raising an event of its own', () => {
    const raising = createMachine({
      initial: 'a',
      states: { a: { on: { go: { actions: raise({ type: 'on' }) }, on: 'b' } }, b: {} },
    });
    const { snapshot } = startMachine(raising, {});
    expect(() => moveMachine(raising, snapshot, sample('go'))).toThrow(
      /asks for "xstate.raise", which nobody carries out/,
    );
  });

  it('by asking for an action that has no implementation', () => {
    const asking = createMachine({ on: { go: { actions: 'telephone' } } });
    const { snapshot } = startMachine(asking, {});
    expect(() => moveMachine(asking, snapshot, sample('go'))).toThrow(
      /asks for "telephone", which nobody carries out/,
    );
  });
});

describe('a guard or an update that throws', () => {
  const failing = (name: 'guard' | 'assign') => {
    const fail = () => {
      throw new Error(`${name} is broken`);
    };
    const broken = setup({
      actions: { update: assign(name === 'assign' ? fail : {}) },
      guards: { may: name === 'guard' ? fail : () => true },
    }).createMachine({
      type: 'parallel',
      states: {
        errand: {
          initial: 'running',
          states: { running: { on: { nudge: { guard: 'may', actions: 'update' } } } },
        },
        mail: { initial: 'clear', states: { clear: {} } },
        bill: { initial: 'open', states: { open: {} } },
      },
    });
    return {
      ...errand,
      machines: errand.machines.map((each) =>
        each.kind === 'desk' ? { ...each, machine: broken, duties: {} } : each,
      ),
    };
  };

  it.each(['guard', 'assign'] as const)(
    '%s: throws out of the step, the state is untouched',
    (name) => {
      const { state } = running();
      const copy = structuredClone(state);
      expect(() => step(failing(name), state, happening(state, 'nudge'))).toThrow(/is broken/);
      expect(state).toEqual(copy);
    },
  );
});
