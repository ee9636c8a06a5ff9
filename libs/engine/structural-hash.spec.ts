import { createMachine } from 'xstate';
import { deskDefinition, errand } from './errand.testing';
import { structuralHash } from './hash';
import type { MachineDefinition, WorkflowDefinition } from './workflow';

type Config = Parameters<typeof createMachine>[0];

const a = {
  tags: 'finish',
  on: { go: { target: 'b', actions: { type: 'tell', params: { to: 'x' } } } },
};
const b = { on: { back: { target: 'a', guard: { type: 'may', params: { n: 1 } } } } };
const drawing: Config = { initial: 'a', states: { a, b } };

function drawn(config: Config, over: Partial<MachineDefinition> = {}): WorkflowDefinition {
  return {
    ...errand,
    machines: [{ ...deskDefinition, machine: createMachine(config), ...over }],
  };
}

const { finish } = deskDefinition.duties;

describe('the structural hash', () => {
  const hash = structuralHash(drawn(drawing));

  it('is the same for the same, and 64 hexadecimal digits', () => {
    expect(structuralHash(drawn({ ...drawing }))).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, Config]>([
    ['a target', { ...drawing, states: { a, b: { on: { back: 'b' } } } }],
    ['an event', { ...drawing, states: { a: { on: { went: 'b' } }, b } }],
    ['a tag', { ...drawing, states: { a: { ...a, tags: 'read' }, b } }],
    ['a state', { ...drawing, states: { a, b, c: {} } }],
    ['the first state', { ...drawing, initial: 'b' }],
    ['the order of the states', { ...drawing, states: { b, a } }],
    ['an entry action', { ...drawing, states: { a: { ...a, entry: 'tell' }, b } }],
    ['an exit action', { ...drawing, states: { a: { ...a, exit: 'tell' }, b } }],
    ['a guard', { ...drawing, states: { a, b: { on: { back: 'a' } } } }],
    [
      'a fixed param of an action',
      {
        ...drawing,
        states: {
          a: { ...a, on: { go: { target: 'b', actions: { type: 'tell', params: { to: 'y' } } } } },
          b,
        },
      },
    ],
    [
      'a fixed param of a guard',
      {
        ...drawing,
        states: {
          a,
          b: { on: { back: { target: 'a', guard: { type: 'may', params: { n: 2 } } } } },
        },
      },
    ],
    [
      'a reentering transition',
      {
        ...drawing,
        states: {
          a,
          b: {
            on: {
              back: { target: 'a', reenter: true, guard: { type: 'may', params: { n: 1 } } },
            },
          },
        },
      },
    ],
  ])('changes with %s', (_what, config) => {
    expect(structuralHash(drawn(config))).not.toBe(hash);
  });

  it.each<[string, Partial<MachineDefinition>]>([
    ['a key', { duties: { ...deskDefinition.duties, more: finish! } }],
    [
      'a rule',
      { duties: { ...deskDefinition.duties, finish: { ...finish!, rule: 'avtal svar' } } },
    ],
    [
      'an outcome',
      { duties: { ...deskDefinition.duties, finish: { ...finish!, outcomes: { go: 'waived' } } } },
    ],
    ['a ladder', { duties: { ...deskDefinition.duties, finish: { ...finish!, ladder: [] } } }],
  ])('changes with %s of a duty', (_what, over) => {
    expect(structuralHash(drawn(drawing, over))).not.toBe(hash);
  });

  it('changes with a command', () => {
    const { commands } = errand;
    expect(structuralHash({ ...errand, commands: commands.slice(1) })).not.toBe(
      structuralHash(errand),
    );
    const [first, ...rest] = commands;
    expect(structuralHash({ ...errand, commands: [{ ...first!, roles: [] }, ...rest] })).not.toBe(
      structuralHash(errand),
    );
  });

  it('does not change with words', () => {
    const said = { sv: 'Andra ord', en: 'Other words' };
    const reworded = drawn(drawing, {
      duties: { ...deskDefinition.duties, finish: { ...finish!, title: said, waitsFor: said } },
    });
    const commands = errand.commands.map((command) => ({ ...command, label: said }));
    expect(structuralHash({ ...reworded, commands })).toBe(hash);
  });
});
