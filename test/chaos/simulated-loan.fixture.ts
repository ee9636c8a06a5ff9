import {
  defineCommand,
  idField,
  instantField,
  noPayload,
  sample,
  type CommandDeclaration,
  type DutyDeclaration,
  type LadderStep,
  type WorkflowDefinition,
} from '@hemgang/engine';
import { HOUR_MS, MINUTE_MS, plusMs, type Instant, type Text } from '@hemgang/kernel';
import { z } from 'zod';
import {
  carrierMachine,
  LOAN_MS,
  storeMachine,
  type CarrierContext,
  type StoreContext,
} from './simulated-loan-machines.fixture';

const ANSWER_MS = 15 * MINUTE_MS;
const TEXT: Text = { sv: 'Lån', en: 'Loan' };
const ENDS = ['take-home', 'call-off'];
export const STORES = ['store-north', 'store-south'];
export const CARRIERS = ['carrier-1', 'carrier-2', 'carrier-3'];

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
    urgency: 'acute' as const,
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
