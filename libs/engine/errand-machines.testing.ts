import { MINUTE_MS, plusMs, type Instant } from '@hemgang/kernel';
import { assign, setup } from 'xstate';
import type { DutyDeclaration } from './duty';
import type { OpenEffect, SendEffect, DiscloseEffect } from './effect';
import type { MachineEvent } from './event';
import { OVER } from './workflow';

/** A word from a helper, with the machine that sent it. */
interface Word {
  readonly id: string;
  readonly at: Instant;
  readonly from: string | null;
}

export interface DeskContext {
  readonly unit: string;
  readonly openedAt: Instant;
  readonly until: Instant | null;
  /** Words from helpers that the desk has not read: the list is the truth of the region `mail`. */
  readonly unread: readonly Word[];
  readonly helpers: readonly string[];
}

type DeskEvent =
  | MachineEvent<'ask'>
  | MachineEvent<'send-out', { readonly helpers: readonly string[] }>
  | MachineEvent<'move', { readonly unit: string }>
  | MachineEvent<'extend', { readonly until: Instant }>
  | MachineEvent<'nudge'>
  | MachineEvent<'finish'>
  | MachineEvent<'cancel'>
  | MachineEvent<'walk-away'>
  | MachineEvent<'copy-bill'>
  | MachineEvent<'read', { readonly ids?: readonly string[] }>
  | MachineEvent<'helper-said', { readonly word: string }>;

const desk = setup({
  types: {
    context: {} as DeskContext,
    input: {} as { readonly unit: string; readonly openedAt: Instant },
    events: {} as DeskEvent,
  },
  actions: {
    noteHelpers: assign(({ event }) =>
      event.type === 'send-out' ? { helpers: helperIds(event) } : {},
    ),
    noteUnit: assign(({ event }) => (event.type === 'move' ? { unit: event.payload.unit } : {})),
    noteUntil: assign(({ event }) =>
      event.type === 'extend' ? { until: event.payload.until } : {},
    ),
    receive: assign(({ context, event }) => ({
      unread: [...context.unread, { id: `w${event.seq}`, at: event.recordedAt, from: event.from }],
    })),
    noteRead: assign(({ context, event }) => ({ unread: unreadAfter(context, event) })),
    open: (_, _params: Omit<OpenEffect, 'type'>) => undefined,
    send: (_, _params: Omit<SendEffect, 'type'>) => undefined,
    disclose: (_, _params: Omit<DiscloseEffect, 'type'>) => undefined,
  },
  guards: { readsAll: ({ context, event }) => unreadAfter(context, event).length === 0 },
});

interface Situation {
  readonly context: DeskContext;
  readonly event: DeskEvent;
}

const callOff = {
  type: 'send' as const,
  params: ({ context }: Situation) => ({
    to: context.helpers,
    event: { type: 'called-off', payload: {} },
  }),
};

const openHelpers = {
  type: 'open' as const,
  params: ({ event }: Situation) => ({
    machines: helperIds(event).map((id, index) => ({
      id,
      kind: 'helper',
      input: { unit: unitsOf(event)[index], desk: 'desk', toldAt: event.recordedAt },
    })),
  }),
};

const tellHelpers = {
  type: 'disclose' as const,
  params: ({ event }: Situation) => ({
    entry: 'errand',
    legalBasis: 'PROCESS' as const,
    units: unitsOf(event),
  }),
};

const nudgeDesk = {
  type: 'disclose' as const,
  params: ({ context }: Situation) => ({
    entry: 'nudge',
    legalBasis: 'PROCESS' as const,
    units: [context.unit],
  }),
};

/** The desk: what is asked, what is unread, and a region that only follows the first. */
export const deskMachine = desk.createMachine({
  id: 'desk',
  type: 'parallel',
  context: ({ input }) => ({ ...input, until: null, unread: [], helpers: [] }),
  states: {
    errand: {
      initial: 'asked',
      states: {
        asked: {
          tags: 'send-out',
          on: {
            'send-out': {
              target: 'running',
              actions: ['noteHelpers', openHelpers, tellHelpers],
            },
            move: { actions: 'noteUnit' },
            cancel: 'done',
          },
        },
        running: {
          tags: 'finish',
          on: {
            extend: { actions: 'noteUntil' },
            // Asks for something and changes nothing.
            nudge: { actions: nudgeDesk },
            move: { actions: 'noteUnit' },
            finish: { target: 'done', actions: callOff },
            cancel: { target: 'done', actions: callOff },
            // The helpers are forgotten: they still owe their reply.
            'walk-away': 'done',
          },
        },
        done: { tags: OVER },
      },
    },
    mail: {
      initial: 'clear',
      on: { 'helper-said': { target: '.owed', actions: 'receive' } },
      states: {
        clear: { tags: OVER },
        owed: {
          tags: 'read',
          on: {
            read: [
              { guard: 'readsAll', target: 'clear', actions: 'noteRead' },
              { actions: 'noteRead' },
            ],
          },
        },
      },
    },
    bill: {
      initial: 'open',
      states: {
        open: { on: { finish: 'settled', cancel: 'settled', 'walk-away': 'settled' } },
        // Possible after the end, and changes nothing.
        settled: { tags: OVER, on: { 'copy-bill': { actions: nudgeDesk } } },
      },
    },
  },
});

function unitsOf(event: DeskEvent): readonly string[] {
  return event.type === 'send-out' ? event.payload.helpers : [];
}

function helperIds(event: DeskEvent): string[] {
  return unitsOf(event).map((_, index) => `p${event.seq}-${index + 1}`);
}

function unreadAfter({ unread }: DeskContext, event: DeskEvent): DeskContext['unread'] {
  const ids = event.type === 'read' ? event.payload.ids : undefined;
  return unread.filter(({ id }) => ids !== undefined && !ids.includes(id));
}

export interface HelperContext {
  readonly unit: string;
  readonly desk: string;
  readonly toldAt: Instant;
}

const helper = setup({
  types: {
    context: {} as HelperContext,
    input: {} as HelperContext,
    events: {} as MachineEvent<'accept'> | MachineEvent<'decline'> | MachineEvent<'called-off'>,
  },
  actions: { send: (_, _params: Omit<SendEffect, 'type'>) => undefined },
});

const say = (word: string) => ({
  type: 'send' as const,
  params: ({ context }: { context: HelperContext }) => ({
    to: [context.desk],
    event: { type: 'helper-said', payload: { word } },
  }),
});

/** One helper that was asked. */
export const helperMachine = helper.createMachine({
  id: 'helper',
  context: ({ input }) => input,
  initial: 'asked',
  states: {
    asked: {
      tags: 'reply',
      on: {
        accept: { target: 'helping', actions: say('yes') },
        decline: { target: 'over', actions: say('no') },
        'called-off': 'over',
      },
    },
    helping: { on: { 'called-off': 'over' } },
    over: { tags: OVER },
  },
});

const duty = (over: Partial<DutyDeclaration<never, never>>): DutyDeclaration =>
  ({
    rule: 'avtal kvittens',
    title: { sv: 'Uppgift', en: 'Duty' },
    waitsFor: { sv: 'gör något', en: 'does something' },
    weight: 1,
    ladder: [],
    urgency: 'acute',
    outcomes: {},
    ...over,
  }) as DutyDeclaration;

interface Agreement {
  readonly replyMinutes: number;
}

export const deskDuties: Readonly<Record<string, DutyDeclaration>> = {
  'send-out': duty({
    owner: ({ unit }: DeskContext) => unit,
    since: ({ openedAt }: DeskContext) => openedAt,
    due: ({ openedAt }: DeskContext) => plusMs(openedAt, 60 * MINUTE_MS),
    outcomes: { 'send-out': 'fulfilled', cancel: 'withdrawn' },
  }),
  finish: duty({
    owner: ({ unit }: DeskContext) => unit,
    since: ({ openedAt }: DeskContext) => openedAt,
    due: ({ until }: DeskContext) => until,
    ladder: [
      { name: 'soon', afterDueMs: -10 * MINUTE_MS, audience: 'owner' },
      { name: 'due', afterDueMs: 0, audience: 'owner' },
      { name: 'late', afterDueMs: 30 * MINUTE_MS, audience: 'manager' },
    ],
    outcomes: { finish: 'fulfilled', cancel: 'lapsed', 'walk-away': 'waived' },
  }),
  read: duty({
    owner: ({ unit }: DeskContext) => unit,
    since: ({ unread, openedAt }: DeskContext) => unread[0]?.at ?? openedAt,
    due: ({ unread }: DeskContext) =>
      unread[0] === undefined ? null : plusMs(unread[0].at, 5 * MINUTE_MS),
    outcomes: { read: 'fulfilled' },
  }),
};

export const helperDuties: Readonly<Record<string, DutyDeclaration>> = {
  reply: duty({
    owner: ({ unit }: HelperContext) => unit,
    since: ({ toldAt }: HelperContext) => toldAt,
    due: ({ toldAt }: HelperContext, { replyMinutes }: Agreement) =>
      plusMs(toldAt, replyMinutes * MINUTE_MS),
    outcomes: { accept: 'fulfilled', decline: 'fulfilled', 'called-off': 'lapsed' },
  }),
};
