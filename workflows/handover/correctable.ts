import {
  instantField,
  putFacts,
  type CorrectableFact,
  type CorrectableFacts,
} from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import { OPEN_CARE_KINDS, type HandoverContext } from './context';

type HandoverFact = CorrectableFact<HandoverContext>;

const canReceiveFrom: HandoverFact = {
  schema: instantField,
  told: ({ payload }) => payload['canReceiveFrom'],
  put: (_context, value) => ({ canReceiveFrom: value as Instant | null }),
  fits: ({ toldAt }, value) => typeof value === 'string' && toldAt <= value,
};

/** The first visit of a municipal unit, the agreed contact of the open care. */
const plannedStart: HandoverFact = {
  schema: instantField,
  told: ({ payload }) => payload['startAt'] ?? payload['contactAt'],
  put: ({ kind, plannedStart, contactAt }, value) => {
    const at = (value as Instant | null) ?? undefined;
    if (OPEN_CARE_KINDS.includes(kind)) return contactAt === undefined ? {} : { contactAt: at };
    return plannedStart === undefined ? {} : { plannedStart: at };
  },
  fits: ({ leftAt }, value) => typeof value === 'string' && (leftAt ?? '') <= value,
};

/** When the help began, the patient arrived or the contact took place. */
const takenOverAt: HandoverFact = {
  schema: instantField,
  told: ({ payload, occurredAt }) =>
    (payload['outcome'] ?? 'started') === 'started' ? occurredAt : undefined,
  put: ({ report }, value) =>
    report?.outcome !== 'started' || typeof value !== 'string'
      ? {}
      : { report: { ...report, at: value } },
  fits: ({ leftAt }, value, now) =>
    typeof value === 'string' && (leftAt ?? '') <= value && value <= now,
};

/** What a receiver's events told and may have told wrongly. */
export const handoverFacts: CorrectableFacts<HandoverContext> = {
  'state-can-receive-from': { canReceiveFrom },
  'report-ready': { canReceiveFrom },
  'plan-start': { plannedStart },
  'book-contact': { plannedStart },
  'report-no-start': { plannedStart },
  'take-over': { takenOverAt },
  'register-call': { takenOverAt },
};

/** The receiver's memory after a correction of its own facts, or of the ward's that it was told. */
export function correctedHandover(
  context: HandoverContext,
  facts: Readonly<Record<string, unknown>>,
): Partial<HandoverContext> {
  const { leftAt } = facts;
  return {
    ...putFacts(handoverFacts, context, facts),
    ...(leftAt === undefined ? {} : { leftAt: leftAt as Instant | null }),
  };
}
