import type { Text } from '@hemgang/kernel';
import { z } from 'zod';
import type { CaseState } from './case-state';
import { defineCommand, type CommandDeclaration } from './command';
import {
  deskDuties,
  deskMachine,
  helperDuties,
  helperMachine,
  type DeskContext,
  type HelperContext,
} from './errand-machines.testing';
import type { CaseEvent } from './event';
import { idField, instantField, noPayload } from './payload';
import { sample } from './sample';
import { step } from './step';
import type { Accepted, NotPossible } from './step-result';
import type { MachineDefinition, WorkflowDefinition } from './workflow';

const text: Text = { sv: 'Ord', en: 'Word' };

/** A command of the errand with words that nobody reads. */
function command<Context, Payload>(
  name: string,
  over: Partial<CommandDeclaration<Context, Payload>> = {},
): CommandDeclaration {
  return defineCommand<Context, Payload>({
    name,
    to: 'desk',
    payload: noPayload as unknown as z.ZodType<Payload>,
    content: [],
    roles: ['clerk'],
    label: text,
    consequence: text,
    possibleWhen: text,
    rule: 'avtal kvittens',
    refuse: [],
    makulera: 'marks',
    example: {} as Payload,
    ...over,
  });
}

const until = '2026-03-02T12:00:00.000Z';

export const deskDefinition: MachineDefinition = {
  kind: 'desk',
  group: 'desk',
  machine: deskMachine,
  input: z.strictObject({ unit: z.string(), openedAt: z.string() }),
  duties: deskDuties,
  unit: (context) => (context as DeskContext).unit,
  samples: {
    input: { unit: 'desk-north', openedAt: '2026-03-02T08:00:00.000Z' },
    events: [
      sample('send-out', { helpers: ['anna', 'bo'] }),
      sample('move', { unit: 'desk-south' }),
      sample('extend', { until }),
      sample('nudge'),
      sample('finish'),
      sample('cancel'),
      sample('walk-away'),
      sample('copy-bill'),
      sample('read'),
      sample('helper-said', { word: 'yes' }, { from: 'p2-1' }),
    ],
  },
};

export const helperDefinition: MachineDefinition = {
  kind: 'helper',
  group: 'helper',
  machine: helperMachine,
  input: z.strictObject({ unit: z.string(), desk: z.string(), toldAt: z.string() }),
  duties: helperDuties,
  unit: (context) => (context as HelperContext).unit,
  samples: {
    input: { unit: 'anna', desk: 'desk', toldAt: '2026-03-02T08:00:00.000Z' },
    events: [sample('accept'), sample('decline'), sample('called-off')],
  },
};

/** Refused while anything lies unread; tells nothing of the payload. */
const unreadMail = {
  when: ({ unread }: DeskContext) => unread.length > 0,
  why: { sv: 'Läs först det som har kommit.', en: 'Read first what has come.' },
  rule: 'avtal kvittens' as const,
};

/** The smallest workflow that uses everything the engine offers: a desk asks helpers for an errand. */
export const errand: WorkflowDefinition = {
  type: 'errand',
  version: 1,
  main: 'desk',
  machines: [deskDefinition, helperDefinition],
  open: command('ask'),
  openingInput: ({ occurredAt }) => ({ unit: 'desk-north', openedAt: occurredAt }),
  commands: [
    command('send-out', {
      payload: z.strictObject({ helpers: z.array(idField) }),
      example: { helpers: ['anna'] },
    }),
    command('move', {
      payload: z.strictObject({ unit: idField }),
      example: { unit: 'desk-south' },
    }),
    command('extend', { payload: z.strictObject({ until: instantField }), example: { until } }),
    command<DeskContext, Record<string, never>>('finish', { refuse: [unreadMail] }),
    command('nudge'),
    command('cancel'),
    command('walk-away'),
    command('copy-bill'),
    command('read'),
    command('accept', { to: 'helper', roles: ['helper'] }),
    command('decline', { to: 'helper', roles: ['helper'] }),
  ],
  facts: [],
  entriesWithPatient: [],
  words: ['open', 'closed'],
  summary: ({ closedAt }) => ({ word: closedAt === null ? 'open' : 'closed', endedAt: closedAt }),
};

export const agreement = { replyMinutes: 15 };

/** 2026-03-02 at a time of day in UTC. */
export function at(time: string): string {
  return `2026-03-02T${time}:00.000Z`;
}

/** An event of the errand; `seq` follows from the state it is given to. */
export function happening(
  state: CaseState | null,
  type: string,
  payload: CaseEvent['payload'] = {},
  more: Partial<CaseEvent> = {},
): CaseEvent {
  const recordedAt = more.recordedAt ?? at('08:00');
  return {
    type,
    seq: (state?.seq ?? 0) + 1,
    occurredAt: recordedAt,
    recordedAt,
    actor: { person: 'clerk-1', unit: 'desk-north', assignment: 'a1' },
    payload,
    given: {},
    ...more,
  };
}

export function accepted(result: Accepted | NotPossible): Accepted {
  if (result.kind === 'accepted') return result;
  throw new Error(`not possible: ${result.reason}`);
}

/** One errand on its way: every step must be taken. */
export class ErrandCase {
  state: CaseState;
  last: Accepted;

  constructor(private readonly workflow: WorkflowDefinition = errand) {
    this.last = accepted(step(workflow, null, happening(null, 'ask'), agreement));
    this.state = this.last.state;
  }

  give(type: string, payload: CaseEvent['payload'] = {}, more: Partial<CaseEvent> = {}): this {
    this.last = accepted(
      step(this.workflow, this.state, happening(this.state, type, payload, more)),
    );
    this.state = this.last.state;
    return this;
  }

  /** Ids of the open duties, in order. */
  get duties(): string[] {
    return this.state.duties.map(({ id }) => id);
  }

  duty(key: string): CaseState['duties'][number] {
    const found = this.state.duties.find((duty) => duty.key === key);
    if (found === undefined) throw new Error(`no open duty "${key}"`);
    return found;
  }
}

/** An errand with helper machines `p2-1` (anna) and `p2-2` (bo). */
export function running(workflow: WorkflowDefinition = errand): ErrandCase {
  return new ErrandCase(workflow).give('send-out', { helpers: ['anna', 'bo'] });
}
