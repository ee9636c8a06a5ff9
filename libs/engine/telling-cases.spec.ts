import { createMachine } from 'xstate';
import { z } from 'zod';
import { deskDefinition, errand, happening } from './errand.testing';
import { sample } from './sample';
import { step } from './step';
import type { WorkflowDefinition } from './workflow';

const tell = {
  type: 'tell-case',
  params: ({ event }: { event: { payload: { cases?: readonly string[] } } }) => ({
    cases: event.payload.cases ?? [],
    fact: 'go',
    payload: {},
  }),
};

const teller: WorkflowDefinition = {
  ...errand,
  main: 'm',
  machines: [
    {
      ...deskDefinition,
      kind: 'm',
      input: z.strictObject({}).or(z.unknown()),
      duties: {},
      machine: createMachine(
        { id: 'm', context: { unit: 'desk-north' }, on: { go: { actions: tell } } },
        { actions: { 'tell-case': () => undefined } },
      ),
      samples: { input: {}, events: [sample('go')] },
    },
  ],
};

const told = (payload: object) => {
  const opened = step(teller, null, happening(null, 'ask'));
  if (opened.kind !== 'accepted') throw new Error('not opened');
  return step(teller, opened.state, happening(opened.state, 'go', { ...payload }));
};

describe('a fact for other cases', () => {
  it('leaves the step as it is, to be told afterwards', () => {
    expect(told({ cases: ['c-1', 'c-2'] })).toMatchObject({
      kind: 'accepted',
      effects: [{ type: 'tell-case', cases: ['c-1', 'c-2'], fact: 'go', payload: {} }],
    });
  });

  it('is nothing when it is for no case', () => {
    expect(told({})).toMatchObject({ kind: 'accepted', effects: [] });
  });
});
