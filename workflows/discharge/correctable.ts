import { instantField, type CorrectableFact, type CorrectableFacts } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import { needs as needsSchema } from './commands/admission';
import type { DischargeContext, Needs } from './context';

type DischargeFact = CorrectableFact<DischargeContext>;

/** What a correction gives: a time, or null when nothing tells one any more. */
const time = (value: unknown) => value as Instant | null;

/** Between the admission and now. */
const inStay = ({ admittedAt }: DischargeContext, value: unknown, now: Instant): boolean =>
  typeof value === 'string' && admittedAt <= value && value <= now;

const admittedAt: DischargeFact = {
  schema: instantField,
  told: ({ occurredAt }) => occurredAt,
  put: ({ admittedAt, needKnownAt }, value) => {
    const at = time(value) ?? admittedAt;
    return { admittedAt: at, needKnownAt: needKnownAt === admittedAt ? at : needKnownAt };
  },
  fits: ({ utskrivningsklar, leftAt, diedAt }, value, now) =>
    typeof value === 'string' &&
    [now, utskrivningsklar?.judgedAt, leftAt, diedAt].every((at) => at == null || value <= at),
  opens: true,
};

const needs: DischargeFact = {
  schema: needsSchema,
  told: ({ payload }) => payload['needs'],
  put: (_context, value) => ({ needs: value as Needs | null }),
  fits: () => true,
};

const needJudgedAt: DischargeFact = {
  schema: instantField,
  told: ({ payload, occurredAt }) => payload['judgedAt'] ?? occurredAt,
  put: (_context, value) => ({ needKnownAt: time(value) }),
  fits: inStay,
};

const expectedDischargeAt: DischargeFact = {
  schema: instantField,
  told: ({ payload }) => payload['expectedDischargeAt'],
  put: (_context, value) => ({ expectedDischargeAt: time(value) }),
  fits: ({ admittedAt }, value) => typeof value === 'string' && admittedAt <= value,
};

const judgedAt: DischargeFact = {
  schema: instantField,
  told: ({ payload }) => payload['judgedAt'],
  put: ({ utskrivningsklar }, value) => {
    const at = time(value);
    return utskrivningsklar === null || at === null
      ? {}
      : { utskrivningsklar: { ...utskrivningsklar, judgedAt: at } };
  },
  fits: inStay,
};

const leftAt: DischargeFact = {
  schema: instantField,
  told: ({ occurredAt }) => occurredAt,
  put: (_context, value) => ({ leftAt: time(value) }),
  fits: (context, value, now) =>
    inStay(context, value, now) && (context.utskrivningsklar?.judgedAt ?? '') <= String(value),
};

const diedAt: DischargeFact = {
  schema: instantField,
  told: ({ occurredAt }) => occurredAt,
  put: (_context, value) => ({ diedAt: time(value) }),
  fits: inStay,
};

/** What the ward's events told and may have told wrongly: command, fact, how the memory changes. */
export const correctableFacts: CorrectableFacts<DischargeContext> = {
  admit: { admittedAt, needs },
  'judge-need': { needs, needJudgedAt },
  'send-inskrivningsmeddelande': { expectedDischargeAt },
  'change-expected-discharge': { expectedDischargeAt },
  'report-discharge-not-carried-out': { expectedDischargeAt },
  'transfer-to-region': { leftAt },
  'mark-utskrivningsklar': { judgedAt },
  discharge: { leftAt },
  'register-death': { diedAt },
};
