import type { DiscloseEffect, LegalBasis, OpenEffect, SendEffect } from '@hemgang/engine';
import { assign, setup } from 'xstate';
import {
  ifReachedAt,
  isArrival,
  liesAtOwnWard,
  NOTHING_TO_TAKE_OVER,
  type HandoverContext,
  type HandoverInput,
} from './context';
import type { HandoverDuty } from './duties';
import { outcomeOf, type HandoverEvent } from './events';
import type { Situation, Updates } from './situation';
import { updates } from './updates';
import { unacknowledgedAfter } from './updates/receipt';
import { homecomingId } from './updates/start';

type Assign = ReturnType<
  typeof assign<HandoverContext, HandoverEvent, undefined, HandoverEvent, never>
>;

/** The updates as XState's actions, under their names. */
function assigned<Named extends Updates>(named: Named): { readonly [Name in keyof Named]: Assign } {
  const actions = Object.entries(named).map(([name, update]) => [name, assign(update)]);
  return Object.fromEntries(actions) as { readonly [Name in keyof Named]: Assign };
}

/** An answer after which there is something to take over. */
const takesOver = ({ event }: Situation): boolean =>
  event.type === 'answer' && !NOTHING_TO_TAKE_OVER.includes(event.payload.answer);

/** The notice that the patient is utskrivningsklar holds: the receiver was told and it stands. */
const isUtskrivningsklar = ({ context }: Situation): boolean =>
  context.utskrivningsklarSentAt !== null;

/** Whether an event tells the receiver of that notice; outside, only what has been carried to it. */
const learnsUtskrivningsklar = ({ context, event }: Situation): boolean => {
  if (event.type === 'sent-outside') {
    return ifReachedAt(context, event.payload.at).utskrivningsklarSentAt !== null;
  }
  return (
    event.type === 'notice' &&
    event.payload.utskrivningsklarSentAt !== undefined &&
    context.external !== true
  );
};

/** At home there is a first visit; nobody has planned it. */
const isUnplanned = ({ destination, plannedStart }: HandoverContext): boolean =>
  !isArrival(destination) && plannedStart === undefined;

/**
 * The one set of names that every kind of handover is composed from. Guards and updates are pure;
 * `send`, `open` and `disclose` are read from the transition as data and do nothing here.
 */
export const handoverSetup = setup({
  types: {
    context: {} as HandoverContext,
    input: {} as HandoverInput,
    events: {} as HandoverEvent,
    tags: {} as HandoverDuty | 'over',
  },
  actions: {
    ...assigned(updates),
    /** What was still owed when the patient left. */
    noteLapsed: assign(
      ({ context: { lapsed = [] } }, { duty }: { readonly duty: HandoverDuty }) => ({
        lapsed: [...lapsed, duty],
      }),
    ),
    disclose: (_, _params: Omit<DiscloseEffect, 'type'>) => undefined,
    open: (_, _params: Omit<OpenEffect, 'type'>) => undefined,
    send: (_, _params: Omit<SendEffect, 'type'>) => undefined,
  },
  guards: {
    liesAtOwnWard: ({ context }) => liesAtOwnWard(context),
    movesToOwnWard: ({ context, event }) =>
      event.type === 'ward-changed' && liesAtOwnWard({ ...context, sender: event.payload.ward }),
    /** Whether the leaving let the duty lapse. */
    letLapse: ({ context: { lapsed = [] } }, { duty }: { readonly duty: HandoverDuty }) =>
      lapsed.includes(duty),
    /** The same of the planning, while getting ready is owed whether or not it had begun. */
    letPlanningLapseWhenReady: (situation) =>
      situation.context.lapsed?.includes('planering') === true && isUtskrivningsklar(situation),
    isUtskrivningsklar,
    learnsUtskrivningsklar,
    isHere: ({ context }) => context.leftAt === null,
    nobodyHadCome: ({ event }) =>
      (event.type === 'take-over-struck' || event.type === 'register-call-struck') &&
      event.payload.report?.outcome === 'nobody-came',
    contactWasBooked: ({ event }) =>
      (event.type === 'take-over-struck' || event.type === 'register-call-struck') &&
      event.payload.contactAt !== undefined,
    startWasUnplanned: ({ context, event }) =>
      (event.type === 'take-over-struck' || event.type === 'register-call-struck') &&
      isUnplanned({ ...context, plannedStart: event.payload.plannedStart }),
    hasLeftUnplanned: ({ context }) => context.leftAt !== null && isUnplanned(context),
    hasLeft: ({ context }) => context.leftAt !== null,
    hasStandingContact: ({ context }) => context.standingContact !== undefined,
    isAvailable: ({ event }) => event.type === 'clarify-open-care' && event.payload.available,
    acknowledgesEverything: ({ context, event }) =>
      event.type === 'acknowledge' &&
      unacknowledgedAfter(context, event.payload.messages).length === 0,
    takesNothingOver: ({ event }) =>
      event.type === 'answer' && NOTHING_TO_TAKE_OVER.includes(event.payload.answer),
    takesOver,
    takesOverUnplanned: (situation) =>
      takesOver(situation) && situation.context.leftAt !== null && isUnplanned(situation.context),
    takesOverAfterLeaving: (situation) => takesOver(situation) && situation.context.leftAt !== null,
    takesOverWhenReady: (situation) => takesOver(situation) && isUtskrivningsklar(situation),
    startIsUnplanned: ({ context }) => isUnplanned(context),
    contactIsBooked: ({ context }) => context.contactAt !== undefined,
    arrivedAtKorttids: ({ context, event }) =>
      outcomeOf(event) === 'started' && context.destination === 'korttids',
    hasStarted: ({ event }) => outcomeOf(event) === 'started',
    nobodyCame: ({ event }) => outcomeOf(event) === 'nobody-came',
    notHome: ({ event }) => outcomeOf(event) === 'not-home',
    /** The first visit found nobody; at an arrival the unit goes on waiting. */
    notHomeAtVisit: ({ context, event }) =>
      outcomeOf(event) === 'not-home' && !isArrival(context.destination),
    isPostponed: ({ event }) => outcomeOf(event) === 'postponed-agreed',
    isReadmitted: ({ event }) => outcomeOf(event) === 'readmitted',
    isDeceased: ({ event }) => outcomeOf(event) === 'deceased',
  },
});

/** The action that remembers a duty which the leaving lets lapse, and the guard that asks for it. */
export const noteLapsed = (duty: HandoverDuty) => ({
  type: 'noteLapsed' as const,
  params: { duty },
});
export const letLapse = (duty: HandoverDuty) => ({ type: 'letLapse' as const, params: { duty } });

/** What a state does with events. */
export type Transitions = NonNullable<Parameters<typeof handoverSetup.createStateConfig>[0]['on']>;

/** The action that tells the ward what the receiver did. */
export function tellWard(entry: string, legalBasis: LegalBasis = 'PROCESS') {
  return tell(entry, legalBasis, ({ context }) => [context.sender]);
}

/** The action that tells the receiver itself what only its machine is told. */
export function tellOwnUnit(entry: string) {
  return tell(entry, 'PROCESS', ({ context }) => [context.unit]);
}

/** The action that tells the unit which carries out the help, if there is one. */
export function tellExecutor(entry: string, legalBasis: LegalBasis = 'PROCESS') {
  return tell(entry, legalBasis, ({ context }) => [context.executor]);
}

/** The action that tells the ward, the receiver and its executor, except whoever of them reports. */
export function tellOthers(entry: string) {
  return tell(entry, 'PROCESS', ({ context: { sender, unit, executor }, event: { actor } }) =>
    [sender, unit, executor].filter((each) => !('unit' in actor && actor.unit === each)),
  );
}

function tell(
  entry: string,
  legalBasis: LegalBasis,
  whom: (situation: Situation) => readonly (string | undefined)[],
) {
  return {
    type: 'disclose' as const,
    params: (situation: Situation) => ({
      entry,
      legalBasis,
      units: whom(situation).filter((unit) => unit !== undefined),
    }),
  };
}

/** The action that tells a unit which no longer carries out the help, before another one does. */
export const tellFormerExecutor = {
  type: 'disclose' as const,
  params: ({ context, event }: Situation) => {
    const named =
      event.type === 'plan-start' || event.type === 'assign-executor'
        ? event.payload.executor
        : undefined;
    const isReplaced = named !== undefined && named !== context.executor;
    const units = isReplaced && context.executor !== undefined ? [context.executor] : [];
    return { entry: 'uppdrag-avslutat', legalBasis: 'PROCESS' as const, units };
  },
};

type Told =
  | 'handover-rejected'
  | 'handover-withdrawn'
  | 'handover-taken-over'
  | 'handover-forwarded'
  | 'handover-not-taken-over'
  | 'contact-withdrawn'
  | 'register-death'
  | 'patient-readmitted';

/** The action that tells the ward's machine what concerns the whole case. */
export function tellCase(type: Told) {
  return {
    type: 'send' as const,
    params: ({ context }: Situation) => ({
      to: ['discharge'],
      event: { type, payload: { unit: context.unit } },
    }),
  };
}

/** Opens the going home that begins when a patient has arrived at a korttids. */
export const openHomecoming = {
  type: 'open' as const,
  params: ({ context, event }: Situation) => ({
    machines: [
      {
        id: homecomingId(event),
        kind: 'homecoming',
        input: {
          unit: context.unit,
          kind: context.kind,
          sender: context.sender,
          toldAt: event.occurredAt,
          expectedDischargeAt: event.occurredAt,
          standingContact: null,
          destination: 'own-home' as const,
          ...(context.external === true ? { external: true as const } : {}),
        },
      },
    ],
  }),
};

/** Passes on to the going home what ends it too. */
export function tellHomecoming(type: 'patient-died' | 'patient-readmitted' | 'arrival-struck') {
  return {
    type: 'send' as const,
    params: ({ context }: Situation) => ({
      to: context.homecoming === undefined ? [] : [context.homecoming],
      event: { type, payload: {} },
    }),
  };
}
