import {
  defineCommand,
  idField,
  instantField,
  noPayload,
  OVER,
  sample,
  type CommandDeclaration,
  type DiscloseEffect,
  type DutyDeclaration,
  type LadderStep,
  type MachineEvent,
  type OpenEffect,
  type SendEffect,
  type WorkflowDefinition,
} from '@hemgang/engine';
import { HOUR_MS, MINUTE_MS, plusMs, type Instant, type Text } from '@hemgang/kernel';
import { assign, setup } from 'xstate';
import { z } from 'zod';

/**
 * The smallest process with everything that the core must carry: an aid is lent to a patient, a
 * store answers for it and carriers who are asked bring it. Two machines, five duties with ladders,
 * messages between machines, due times that move, an owner that changes.
 */
interface StoreContext {
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

const LOAN_MS = 6 * HOUR_MS;
const ANSWER_MS = 15 * MINUTE_MS;
const TEXT: Text = { sv: 'Lån', en: 'Loan' };
const ENDS = ['take-home', 'call-off'];
export const STORES = ['store-north', 'store-south'];
export const CARRIERS = ['carrier-1', 'carrier-2', 'carrier-3'];

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

const storeMachine = storeSetup.createMachine({
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

interface CarrierContext {
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

const carrierMachine = setup({
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

const ladder: readonly LadderStep[] = [
  { name: 'soon', afterDueMs: -10 * MINUTE_MS, audience: 'owner' },
  { name: 'due', afterDueMs: 0, audience: 'owner' },
  { name: 'late', afterDueMs: 30 * MINUTE_MS, audience: 'manager' },
];

function duty<Context>(
  since: (context: Context) => Instant,
  due: (context: Context) => Instant | null,
  outcomes: DutyDeclaration['outcomes'],
): DutyDeclaration {
  const common = {
    rule: 'avtal kvittens' as const,
    title: TEXT,
    waitsFor: TEXT,
    weight: 1,
    ladder,
  };
  const declared: DutyDeclaration<Context & { readonly unit: string }> = {
    ...common,
    owner: ({ unit }) => unit,
    since,
    due,
    outcomes,
  };
  return declared;
}

const storeDuties = {
  lend: duty<StoreContext>(
    ({ askedAt }) => askedAt,
    ({ askedAt }) => plusMs(askedAt, HOUR_MS),
    { lend: 'fulfilled', 'call-off': 'withdrawn' },
  ),
  'take-home': duty<StoreContext>(
    ({ askedAt }) => askedAt,
    ({ until }) => until,
    { 'take-home': 'fulfilled', 'call-off': 'lapsed' },
  ),
  read: duty<StoreContext>(
    ({ unread, askedAt }) => unread[0] ?? askedAt,
    ({ unread, askedAt }) => plusMs(unread[0] ?? askedAt, ANSWER_MS),
    { read: 'fulfilled' },
  ),
};

const carrierDuties = {
  answer: duty<CarrierContext>(
    ({ askedAt }) => askedAt,
    ({ askedAt }) => plusMs(askedAt, ANSWER_MS),
    { accept: 'fulfilled', decline: 'fulfilled', 'called-off': 'lapsed' },
  ),
  bring: duty<CarrierContext>(
    ({ askedAt }) => askedAt,
    ({ askedAt }) => plusMs(askedAt, LOAN_MS),
    { bring: 'fulfilled', 'called-off': 'lapsed' },
  ),
};

function command<Payload>(
  name: string,
  over: Partial<CommandDeclaration<unknown, Payload>> = {},
): CommandDeclaration {
  return defineCommand<unknown, Payload>({
    name,
    to: 'store',
    payload: noPayload as unknown as z.ZodType<Payload>,
    content: [],
    roles: ['lender'],
    label: TEXT,
    consequence: TEXT,
    possibleWhen: TEXT,
    rule: 'avtal kvittens',
    refuse: [],
    makulera: 'marks',
    example: {} as Payload,
    ...over,
  });
}

const AT = '2026-03-02T08:00:00.000Z';
const carrier = { to: 'carrier', roles: ['carrier'] };
const borrower = { patient: { number: 'VB2026-000123', name: 'Okänd kvinna' } };

const ask = command('ask', {
  patient: 'another',
  content: ['patient'],
  payload: z.strictObject({ patient: z.strictObject({ number: z.string(), name: z.string() }) }),
  example: borrower,
});

export const loan: WorkflowDefinition = {
  type: 'loan',
  version: 1,
  main: 'store',
  machines: [
    {
      kind: 'store',
      group: 'store',
      machine: storeMachine,
      input: z.strictObject({ unit: z.string(), askedAt: z.string() }),
      duties: storeDuties,
      unit: (context) => (context as StoreContext).unit,
      samples: {
        input: { unit: 'store-north', askedAt: AT },
        events: [
          sample('lend', { carriers: CARRIERS.slice(0, 2) }),
          sample('move-store', { unit: 'store-south' }),
          sample('extend', { until: AT }),
          ...ENDS.map((name) => sample(name)),
          sample('carrier-said', { word: 'yes' }, { from: 'c2-1' }),
          sample('read'),
        ],
      },
    },
    {
      kind: 'carrier',
      group: 'carrier',
      machine: carrierMachine,
      input: z.strictObject({ unit: z.string(), store: z.string(), askedAt: z.string() }),
      duties: carrierDuties,
      unit: (context) => (context as CarrierContext).unit,
      samples: {
        input: { unit: 'carrier-1', store: 'store-north', askedAt: AT },
        events: ['accept', 'decline', 'bring', 'called-off'].map((name) => sample(name)),
      },
    },
  ],
  open: ask,
  openingInput: ({ actor, occurredAt }) => ({
    unit: 'unit' in actor ? actor.unit : '',
    askedAt: occurredAt,
  }),
  commands: [
    command('lend', {
      payload: z.strictObject({ carriers: z.array(idField) }),
      example: { carriers: ['carrier-1'] },
    }),
    command('move-store', {
      payload: z.strictObject({ unit: idField }),
      example: { unit: 'store-south' },
    }),
    command('extend', {
      payload: z.strictObject({ until: instantField }),
      example: { until: AT },
    }),
    ...[...ENDS, 'read'].map((name) => command(name)),
    ...['accept', 'decline', 'bring'].map((name) => command(name, carrier)),
  ],
  facts: [],
  entriesWithPatient: [],
  words: ['open', 'closed'],
  summary: ({ closedAt }) => ({ word: closedAt === null ? 'open' : 'closed', endedAt: closedAt }),
};
