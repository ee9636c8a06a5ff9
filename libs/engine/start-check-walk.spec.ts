import { z } from 'zod';
import { faultsOf } from './check';
import { drawn, goes, sound, type Config } from './drawing.testing';
import { explorePairs } from './explore';
import { sample } from './sample';
import type { WorkflowDefinition } from './workflow';

const nothing = () => undefined;

describe('a walk is refused', () => {
  const asks = (type: string, params: object): WorkflowDefinition =>
    drawn(
      {
        ...sound,
        states: {
          a: { on: { go: { target: 'b', actions: { type, params } } } },
          b: { on: { back: 'a' } },
        },
      },
      {},
      { actions: { send: nothing, open: nothing, 'tell-case': nothing, telephone: nothing } },
    );

  it.each<[string, WorkflowDefinition, string]>([
    [
      'that sends an event which no machine handles',
      asks('send', { to: ['m'], event: { type: 'unheard-of', payload: {} } }),
      'sends "unheard-of", which no machine handles',
    ],
    [
      'that opens a machine of no kind',
      asks('open', { machines: [{ id: 'n', kind: 'n', input: {} }] }),
      'opens "n", which is no machine here',
    ],
    [
      'that opens a machine with the wrong input',
      asks('open', { machines: [{ id: 'n', kind: 'm', input: { more: 1 } }] }),
      'opens "m" with the wrong input',
    ],
    [
      'that tells a case what no case takes',
      asks('tell-case', { cases: ['c'], fact: 'unheard-of', payload: {} }),
      'tells "unheard-of", which is no fact that a case takes',
    ],
    [
      'that asks for what nobody carries out',
      asks('telephone', {}),
      'its walk fails: machine "m" asks for "telephone", which nobody carries out',
    ],
    [
      'whose first transition fails',
      drawn({
        ...sound,
        context: () => {
          throw new Error('no context');
        },
      }),
      'its walk fails: machine "m" has status error: no context',
    ],
    [
      'whose sample input is refused',
      drawn(sound, { input: z.strictObject({ unit: z.literal('desk') }) }),
      'its walk fails',
    ],
    [
      'that lacks a sample of an event',
      drawn(sound, { samples: { input: {}, events: [sample('go')] } }),
      '"back" has no sample; add it to the samples',
    ],
  ])('%s', (_which, workflow, fault) => {
    expect(faultsOf(workflow).map((each) => each.slice(0, `m: ${fault}`.length))).toContain(
      `m: ${fault}`,
    );
  });
});

describe('the walk of the start check', () => {
  const REGIONS = 8;
  const regions = Object.fromEntries(
    Array.from({ length: REGIONS }, (_, n) => [
      `r${n}`,
      {
        initial: 'x',
        states: {
          x: { on: { [`go-${n}`]: 'y' } },
          y: { on: { [`go-${n}`]: 'z' } },
          z: { on: { [`back-${n}`]: 'x' } },
        },
      },
    ]),
  );
  const owes = {
    initial: 'clear',
    states: {
      clear: { on: { ask: 'owed' } },
      owed: { tags: 'finish', on: { go: 'clear' } },
    },
  };
  const leaves = {
    initial: 'here',
    states: { here: { on: { 'make-ready': 'ready' } }, ready: { on: { leave: '#gone' } } },
  };
  const large: Config = {
    initial: 'live',
    states: {
      live: { type: 'parallel', states: { ...regions, owes, leaves } },
      gone: { id: 'gone', tags: 'over' },
    },
  };

  it('meets every two regions without going through all states of all regions', () => {
    const workflow = drawn(large, { duties: { finish: goes } });
    expect(faultsOf(workflow)).toEqual([
      'm: "leave" can end duty "finish"; add it to the duty\'s outcomes',
    ]);
    const [definition] = workflow.machines;
    const from = explorePairs(definition!).map(({ before }) => before);
    // All together have 3^8 * 2 * 2 states.
    expect(new Set(from).size).toBeLessThan(500);
  });

  it('goes once through a machine that several kinds share, and starts it for each of them', () => {
    const may = jest.fn(() => true);
    const guarded: Config = {
      ...sound,
      states: { a: { on: { go: { target: 'b', guard: 'may' } } }, b: { on: { back: 'a' } } },
    };
    const one = drawn(guarded, {}, { guards: { may } });
    expect(faultsOf(one)).toEqual([]);
    const callsForOne = may.mock.calls.length;
    may.mockClear();
    const [definition] = one.machines;
    const other = { ...definition!, kind: 'other', input: z.strictObject({ unit: z.string() }) };
    const [fault, ...more] = faultsOf({ ...one, machines: [definition!, other] });
    expect(fault).toMatch(/^other: its walk fails/);
    expect(more).toEqual([]);
    expect(may).toHaveBeenCalledTimes(callsForOne);
  });
});
