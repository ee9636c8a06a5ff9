import {
  OVER,
  type DiscloseEffect,
  type MachineEvent,
  type OpenEffect,
  type SendEffect,
} from '@hemgang/engine';
import { HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';
import { assign, setup } from 'xstate';

/**
 * The smallest process with everything that the core must carry: an aid is lent to a patient, a
 * store answers for it and carriers who are asked bring it. Two machines, five duties with ladders,
 * messages between machines, due times that move, an owner that changes.
 */
export interface StoreContext {
  readonly unit: string;
  readonly askedAt: Instant;
  readonly until: Instant | null;
  readonly unread: readonly Instant[];
  readonly carriers: readonly string[];
}

type StoreEvent =
  | MachineEvent<'ask'>
  | MachineEvent<'lend', { readonly carriers: readonly string[] }>
  | MachineEvent<'move-store', { readonly unit: string }>
  | MachineEvent<'extend', { readonly until: Instant }>
  | MachineEvent<'take-home'>
  | MachineEvent<'call-off'>
  | MachineEvent<'read'>
  | MachineEvent<'carrier-said', { readonly word: string }>;

export const LOAN_MS = 6 * HOUR_MS;

const storeSetup = setup({
  types: {
    context: {} as StoreContext,
    input: {} as { readonly unit: string; readonly askedAt: Instant },
    events: {} as StoreEvent,
  },
  actions: {
    noteCarriers: assign(({ event }) =>
      event.type === 'lend' ? { carriers: carrierIds(event), until: end(event) } : {},
    ),
    noteUnit: assign(({ event }) =>
      event.type === 'move-store' ? { unit: event.payload.unit } : {},
    ),
    noteUntil: assign(({ event }) =>
      event.type === 'extend' ? { until: event.payload.until } : {},
    ),
    receive: assign(({ context, event }) => ({ unread: [...context.unread, event.recordedAt] })),
    forget: assign({ unread: [] }),
    open: (_, _params: Omit<OpenEffect, 'type'>) => undefined,
    send: (_, _params: Omit<SendEffect, 'type'>) => undefined,
    disclose: (_, _params: Omit<DiscloseEffect, 'type'>) => undefined,
  },
});

interface Situation {
  readonly context: StoreContext;
  readonly event: StoreEvent;
}

const openCarriers = {
  type: 'open' as const,
  params: ({ event, context: { unit } }: Situation) => ({
    machines: carrierIds(event).map((id, index) => ({
      id,
      kind: 'carrier',
      input: { unit: asked(event)[index], store: unit, askedAt: event.recordedAt },
    })),
  }),
};

/** To everybody who is asked, and to the store itself: each receiver has a line of its own. */
const tellAll = {
  type: 'disclose' as const,
  params: ({ event, context: { unit } }: Situation) => ({
    entry: 'lent',
    legalBasis: 'PROCESS' as const,
    units: [...asked(event), unit],
  }),
};

const tellStore = {
  type: 'disclose' as const,
  params: ({ context: { unit }, event: { type } }: Situation) => ({
    entry: type,
    legalBasis: 'PROCESS' as const,
    units: [unit],
  }),
};

const callBack = {
  type: 'send' as const,
  params: ({ context: { carriers } }: Situation) => ({
    to: carriers,
    event: { type: 'called-off', payload: {} },
  }),
};

export const storeMachine = storeSetup.createMachine({
  id: 'store',
  type: 'parallel',
  context: ({ input }) => ({ ...input, until: null, unread: [], carriers: [] }),
  on: { 'move-store': { actions: ['noteUnit', tellStore] } },
  states: {
    loan: {
      initial: 'asked',
      states: {
        asked: {
          tags: 'lend',
          on: {
            lend: { target: 'out', actions: [openCarriers, tellAll, 'noteCarriers'] },
            'call-off': 'home',
          },
        },
        out: {
          tags: 'take-home',
          on: {
            extend: { actions: ['noteUntil', tellStore] },
            'take-home': { target: 'home', actions: [callBack, tellStore] },
            'call-off': { target: 'home', actions: callBack },
          },
        },
        home: { tags: OVER },
      },
    },
    mail: {
      initial: 'clear',
      on: { 'carrier-said': { target: '.owed', actions: 'receive' } },
      states: {
        clear: { tags: OVER },
        owed: { tags: 'read', on: { read: { target: 'clear', actions: 'forget' } } },
      },
    },
  },
});

function asked(event: StoreEvent): readonly string[] {
  return event.type === 'lend' ? event.payload.carriers : [];
}

function carrierIds(event: StoreEvent): string[] {
  return asked(event).map((_, index) => `c${event.seq}-${index + 1}`);
}

function end({ occurredAt }: StoreEvent): Instant {
  return plusMs(occurredAt, LOAN_MS);
}

export interface CarrierContext {
  readonly unit: string;
  readonly store: string;
  readonly askedAt: Instant;
}

const say = (word: string) => ({
  type: 'send' as const,
  params: () => ({ to: ['store'], event: { type: 'carrier-said', payload: { word } } }),
});

const tellAsker = {
  type: 'disclose' as const,
  params: ({ context: { store } }: { readonly context: CarrierContext }) => ({
    entry: 'answered',
    legalBasis: 'PROCESS' as const,
    units: [store],
  }),
};

export const carrierMachine = setup({
  types: {
    context: {} as CarrierContext,
    input: {} as CarrierContext,
    events: {} as
      | MachineEvent<'accept'>
      | MachineEvent<'decline'>
      | MachineEvent<'bring'>
      | MachineEvent<'called-off'>,
  },
  actions: {
    send: (_, _params: Omit<SendEffect, 'type'>) => undefined,
    disclose: (_, _params: Omit<DiscloseEffect, 'type'>) => undefined,
  },
}).createMachine({
  id: 'carrier',
  context: ({ input }) => input,
  initial: 'asked',
  states: {
    asked: {
      tags: 'answer',
      on: {
        accept: { target: 'carrying', actions: [say('yes'), tellAsker] },
        decline: { target: 'over', actions: [say('no'), tellAsker] },
        'called-off': 'over',
      },
    },
    carrying: { tags: 'bring', on: { bring: 'over', 'called-off': 'over' } },
    over: { tags: OVER },
  },
});
