import { MINUTE_MS, plusMs } from '@hemgang/kernel';
import { createMachine, type AnyStateMachine } from 'xstate';
import type { DutyDeclaration } from './duty';
import {
  deskDuties,
  deskMachine,
  helperDuties,
  helperMachine,
  type DeskContext,
  type HelperContext,
} from './errand-machines.testing';
import { deskDefinition, errand, helperDefinition } from './errand.testing';
import type { MachineMigration, WorkflowMigration } from './migration';
import { OVER, type WorkflowDefinition } from './workflow';

type Config = Parameters<typeof createMachine>[0];
type States = NonNullable<Config['states']>;

/** A machine of its own with the names of another and some states of its own. */
function redrawn(machine: AnyStateMachine, draw: (states: States) => States): AnyStateMachine {
  const config = machine.config as Config;
  const { actions, guards } = machine.implementations as { actions: object; guards: object };
  return createMachine({ ...config, states: draw(config.states ?? {}) }).provide({
    actions: { ...actions },
    guards: { ...guards },
  }) as AnyStateMachine;
}

/**
 * The desk of version 2: the bill is gone, a word is to be read in two minutes, the running errand's
 * duty is called `deliver`, and every errand is to be noted in a book.
 */
const deskMachine2 = redrawn(deskMachine, ({ errand: stay, mail }) => ({
  errand: {
    ...stay,
    states: { ...stay?.states, running: { ...stay?.states?.['running'], tags: 'deliver' } },
  },
  mail: mail ?? {},
  book: {
    initial: 'owed',
    on: { cancel: '.closed', 'walk-away': '.closed' },
    states: {
      owed: { tags: 'note', on: { finish: 'closed' } },
      closed: { tags: OVER },
    },
  },
}));

/** The helper of version 2: having said yes is all there is to it. */
const helperMachine2 = redrawn(helperMachine, ({ asked, over }) => ({
  asked: { ...asked, on: { ...asked?.on, accept: { ...acceptOf(asked), target: 'over' } } },
  over: over ?? {},
}));

function acceptOf(asked: States[string] | undefined): object {
  return (asked?.on as Record<string, object> | undefined)?.['accept'] ?? {};
}

const { 'send-out': sendOut, finish, read } = deskDuties;

/** Of the notes: due ten minutes after the errand came; one reminder then, one an hour later. */
const note = {
  ...finish,
  due: ({ openedAt }: DeskContext) => plusMs(openedAt, 10 * MINUTE_MS),
  ladder: [
    { name: 'due', afterDueMs: 0, audience: 'owner' },
    { name: 'late', afterDueMs: 60 * MINUTE_MS, audience: 'manager' },
  ],
  outcomes: { finish: 'fulfilled', cancel: 'withdrawn', 'walk-away': 'lapsed' },
} as DutyDeclaration;

const desk2 = {
  ...deskDefinition,
  machine: deskMachine2,
  duties: {
    'send-out': sendOut,
    deliver: finish,
    read: {
      ...read,
      due: ({ unread }: DeskContext) =>
        unread[0] === undefined ? null : plusMs(unread[0].at, 2 * MINUTE_MS),
    },
    note,
  } as typeof deskDuties,
};

const helper2 = {
  ...helperDefinition,
  machine: helperMachine2,
  duties: {
    reply: {
      ...helperDuties['reply'],
      due: ({ toldAt }: HelperContext, { answerMinutes }: { answerMinutes: number }) =>
        plusMs(toldAt, answerMinutes * MINUTE_MS),
      ladder: [{ name: 'due', afterDueMs: 0, audience: 'owner' }],
    } as DutyDeclaration,
  },
};

/** The errand after two years of use. */
export const errand2: WorkflowDefinition = {
  ...errand,
  version: 2,
  machines: [desk2, helper2],
  commands: errand.commands.filter(({ name }) => name !== 'copy-bill'),
};

export const deskMigration: MachineMigration = {
  states: {
    'errand.asked': 'errand.asked',
    'errand.running': 'errand.running',
    'errand.done': 'errand.done',
    'mail.clear': 'mail.clear',
    'mail.owed': 'mail.owed',
    'bill.open': null,
    'bill.settled': null,
  },
  added: {
    book: ({ value }) =>
      (value as Record<string, string>)['errand'] === 'done' ? 'book.closed' : 'book.owed',
  },
  renamed: { finish: 'deliver' },
};

/** From the old errand to the new one. */
export const errandMigration: WorkflowMigration = {
  from: errand,
  to: errand2,
  machines: {
    desk: deskMigration,
    helper: { states: { asked: 'asked', helping: 'over', over: 'over' } },
  },
  agreement: (before) => ({ ...before, answerMinutes: 20 }),
};
