import { assertSound, faultsOf } from './check';
import type { CommandDeclaration } from './command';
import { drawn, goes, sound, type Config } from './drawing.testing';
import { errand } from './errand.testing';
import { EngineFault } from './fault';
import type { MachineDefinition, WorkflowDefinition } from './workflow';

/** Spelt apart, because the house forbids both everywhere else. */
const FINAL = 'final' as const;
const nothing = () => undefined;

const owed: Config = {
  initial: 'a',
  states: { a: { tags: 'finish', on: { go: 'b' } }, b: { tags: 'over' } },
};

describe('a sound workflow', () => {
  it('has no faults', () => {
    expect(faultsOf(errand)).toEqual([]);
    expect(faultsOf(drawn(sound))).toEqual([]);
    expect(faultsOf(drawn(owed, { duties: { finish: goes } }))).toEqual([]);
    expect(() => assertSound(errand)).not.toThrow();
  });
});

describe('the start is refused', () => {
  it('with every fault in one message', () => {
    const faulty = drawn({ ...owed, initial: 'b' });
    expect(() => assertSound(faulty)).toThrow(EngineFault);
    expect(() => assertSound(faulty)).toThrow(
      'workflow "errand" is not sound:\n  m: tag "finish" names no duty; add it to the duties',
    );
  });
});

const region = { initial: 'x', states: { x: { on: { go: 'y' } }, y: { on: { back: 'x' } } } };

describe('a drawing is refused', () => {
  it.each<[string, Config, string]>([
    [
      'when a parallel state and one of its regions handle an event',
      { type: 'parallel', on: { go: '.r.y' }, states: { r: region } },
      '"go" is handled by "m" and again in a region of "m"',
    ],
    [
      'when a state above the regions and one of them handle an event',
      {
        initial: 'live',
        on: { go: '.gone' },
        states: { live: { type: 'parallel', states: { r: region } }, gone: { tags: 'over' } },
      },
      '"go" is handled by "m" and again in a region of "m.live"',
    ],
    [
      'when a tag names no duty',
      { ...sound, states: { a: { tags: 'wait', on: { go: 'b' } }, b: { on: { back: 'a' } } } },
      'tag "wait" names no duty; add it to the duties',
    ],
    [
      'when a state waits by itself',
      { ...sound, states: { a: { after: { 1000: 'b' } }, b: { on: { back: 'a' } } } },
      'state "m.a" waits with "after"; time belongs to duties',
    ],
    [
      'when a state invokes',
      {
        ...sound,
        states: { a: { invoke: { src: 'call' }, on: { go: 'b' } }, b: { on: { back: 'a' } } },
      },
      'state "m.a" invokes an actor',
    ],
    [
      'when a state decides on its own',
      { ...sound, states: { a: { always: 'b' }, b: { on: { back: 'a' } } } },
      'state "m.a" decides on its own with "always"',
    ],
    [
      'when it remembers where it was',
      {
        ...sound,
        states: { a: { on: { go: 'b' } }, b: { on: { back: 'h' } }, h: { type: 'history' } },
      },
      'state "m.h" is a history state',
    ],
    [
      'when it has an end of its own',
      { ...sound, states: { a: { on: { go: 'b' } }, b: { type: FINAL } } },
      'state "m.b" is final; tag it "over" instead',
    ],
    [
      'when a state has no exit and is not over',
      { ...sound, states: { a: { on: { go: 'b' } }, b: {} } },
      'state "m.b" has no exit and is not tagged "over"',
    ],
    [
      'when a state takes any event',
      { ...sound, states: { a: { on: { '*': 'b' } }, b: { on: { back: 'a' } } } },
      'state "m.a" handles "*"; name the events',
    ],
    [
      'when an action has no implementation',
      {
        ...sound,
        states: { a: { on: { go: { target: 'b', actions: 'call' } } }, b: { on: { back: 'a' } } },
      },
      'state "m.a": action "call" has no implementation; add it to setup()',
    ],
    [
      'when an entry action has no implementation',
      { ...sound, states: { a: { entry: 'call', on: { go: 'b' } }, b: { on: { back: 'a' } } } },
      'state "m.a": action "call" has no implementation; add it to setup()',
    ],
    [
      'when a guard has no implementation',
      {
        ...sound,
        states: { a: { on: { go: { target: 'b', guard: 'may' } } }, b: { on: { back: 'a' } } },
      },
      'state "m.a": guard "may" has no implementation; add it to setup()',
    ],
    [
      'when an action is a function',
      {
        ...sound,
        states: { a: { on: { go: { target: 'b', actions: nothing } } }, b: { on: { back: 'a' } } },
      },
      'state "m.a": action "(inline)" has no implementation; add it to setup()',
    ],
    [
      'when a guard is a function',
      {
        ...sound,
        states: { a: { on: { go: { target: 'b', guard: () => true } } }, b: { on: { back: 'a' } } },
      },
      'state "m.a": guard "(inline)" has no implementation; add it to setup()',
    ],
    [
      'when a name is one that every object has',
      {
        ...sound,
        states: {
          a: { on: { go: { target: 'b', actions: 'toString' } } },
          b: { on: { back: 'a' } },
        },
      },
      'state "m.a": action "toString" has no implementation; add it to setup()',
    ],
  ])('%s', (_when, config, fault) => {
    expect(faultsOf(drawn(config))).toContain(`m: ${fault}`);
  });
});

describe('duties are refused', () => {
  it.each<[string, MachineDefinition['duties'], string]>([
    [
      'that no state is tagged with',
      { finish: goes, more: goes },
      'duty "more" is the tag of no state',
    ],
    [
      'without a text',
      { finish: { ...goes, waitsFor: { sv: 'gör klart', en: ' ' } } },
      'duty "finish" lacks a text',
    ],
    [
      'whose rule is in no table',
      { finish: { ...goes, rule: 'SFS 1:1' as 'avtal svar' } },
      'duty "finish" cites "SFS 1:1", which is no known rule',
    ],
    [
      'with an event that ends them and no outcome for it',
      { finish: { ...goes, outcomes: {} } },
      '"go" can end duty "finish"; add it to the duty\'s outcomes',
    ],
    [
      'whose ladder goes down',
      {
        finish: {
          ...goes,
          ladder: [
            { name: 'late', afterDueMs: 5, audience: 'owner' },
            { name: 'soon', afterDueMs: 5, audience: 'owner' },
          ],
        },
      },
      'the ladder of duty "finish" is not in order of time',
    ],
    [
      'that announce at a rung that they have not',
      { finish: { ...goes, announces: { when: () => true, as: { noon: 'lunch' } } } },
      'duty "finish" announces at a rung "noon" that it has not',
    ],
  ])('%s', (_which, duties, fault) => {
    expect(faultsOf(drawn(owed, { duties }))).toContain(`m: ${fault}`);
  });

  it('that end with an event of another region, without an outcome', () => {
    const crossing: Config = {
      initial: 'live',
      states: {
        live: {
          type: 'parallel',
          states: {
            a: {
              initial: 'x',
              states: { x: { tags: 'finish', on: { go: 'y' } }, y: { tags: 'over' } },
            },
            b: { initial: 'x', states: { x: { on: { leave: '#gone' } } } },
          },
        },
        gone: { id: 'gone', tags: 'over' },
      },
    };
    expect(faultsOf(drawn(crossing, { duties: { finish: goes } }))).toEqual([
      'm: "leave" can end duty "finish"; add it to the duty\'s outcomes',
    ]);
  });
});

describe('a fact is refused', () => {
  it('that no state of the main machine takes, or that has no text', () => {
    const silent = { name: 'go', label: { sv: ' ', en: 'Went' } };
    const unknown = { name: 'unheard-of', label: { sv: 'Något', en: 'Something' } };
    expect(faultsOf({ ...drawn(sound), facts: [silent, unknown] })).toEqual([
      'fact "go" lacks a text',
      'fact "unheard-of" is handled by no state of "m"',
    ]);
  });
});

describe('a command is refused', () => {
  const [first, ...rest] = errand.commands;
  const given = (over: Partial<CommandDeclaration>): WorkflowDefinition => ({
    ...errand,
    commands: [{ ...first!, ...over }, ...rest],
  });
  const empty = { sv: 'Ord', en: '' };
  const unknown = 'SFS 1:1' as 'avtal svar';

  it.each<[string, WorkflowDefinition, string]>([
    [
      'declared twice',
      { ...errand, commands: [first!, ...errand.commands] },
      'command "send-out" is declared twice',
    ],
    [
      'named like an event of the engine',
      given({ name: 'take' }),
      'command "take" is declared twice',
    ],
    ['named like the opening one', given({ name: 'ask' }), 'command "ask" is declared twice'],
    [
      'not in kebab-case',
      given({ name: 'sendOut' }),
      'command "sendOut" is not named in kebab-case',
    ],
    [
      'that nobody handles',
      given({ to: 'helper' }),
      'command "send-out" is handled by no machine of group "helper"',
    ],
    ['without a label', given({ label: empty }), 'command "send-out" lacks a text'],
    ['without a consequence', given({ consequence: empty }), 'command "send-out" lacks a text'],
    ['that does not say when', given({ possibleWhen: empty }), 'command "send-out" lacks a text'],
    [
      'that refuses without a word',
      given({ refuse: [{ when: () => true, why: empty, rule: 'avtal svar' }] }),
      'command "send-out" lacks a text',
    ],
    [
      'citing an unknown rule',
      given({ rule: unknown }),
      'command "send-out" cites an unknown rule',
    ],
    [
      'that refuses by an unknown rule',
      given({ refuse: [{ when: () => true, why: { sv: 'Nej', en: 'No' }, rule: unknown }] }),
      'command "send-out" cites an unknown rule',
    ],
    ['that nobody may give', given({ roles: [] }), 'command "send-out" may be given by nobody'],
    [
      'whose example its own schema refuses',
      given({ example: { helpers: 'anna' } }),
      'command "send-out" has an example that its own schema refuses',
    ],
    [
      'that does not say what makulering of its event means',
      given({ makulera: undefined as never }),
      'command "send-out" does not say what makulering of it means',
    ],
    [
      'that moves when struck, which no machine does',
      given({ makulera: 'moves' }),
      'command "send-out" moves when struck, but no machine of group "desk" handles "send-out-struck"',
    ],
    [
      'that refuses makulering without a word',
      given({ makulera: { refused: empty } }),
      'command "send-out" lacks a text',
    ],
    [
      'whose makulering heeds what is no command',
      given({ makulera: { effect: 'moves', carries: ['fly'] } }),
      'command "send-out" names "fly" in its makulering, which is no command',
    ],
    ['named like a rättelse', given({ name: 'correct' }), 'command "correct" is declared twice'],
    [
      'that opens the case and is faulty',
      { ...errand, open: { ...errand.open, label: empty } },
      'command "ask" lacks a text',
    ],
  ])('%s', (_which, workflow, fault) => {
    expect(faultsOf(workflow)).toContain(fault);
  });
});
