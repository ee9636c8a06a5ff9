import { isDeepStrictEqual } from 'node:util';
import type {
  DiscloseEffect,
  LegalBasis,
  OpenEffect,
  SendEffect,
  TellCaseEffect,
} from '@hemgang/engine';
import { machinesOfMessage } from '@workflows/message';
import { assign, setup } from 'xstate';
import {
  leaderOf,
  mayDisclose,
  needsApproval,
  unitsOf,
  type Participant,
  type SipContext,
  type SipInput,
} from './context';
import type { SipDuty } from './duties';
import type { SipEvent } from './events';
import { isGone } from './events';
import type { ToldToStay } from './facts';
import { calledBy } from './participants';
import { PARTICIPANT } from './participant/kind';
import type { Situation, Updates } from './situation';
import { updates } from './updates';

type Assign = ReturnType<typeof assign<SipContext, SipEvent, undefined, SipEvent, never>>;

/** The updates as XState's actions, under their names. */
function assigned<Named extends Updates>(named: Named): { readonly [Name in keyof Named]: Assign } {
  const actions = Object.entries(named).map(([name, update]) => [name, assign(update)]);
  return Object.fromEntries(actions) as { readonly [Name in keyof Named]: Assign };
}

const isDeceased = ({ event }: Situation): boolean =>
  event.type === 'stay-ended' && event.payload.ending === 'deceased';
/** It never was, or another region goes on with it: nobody here calls because of it. */
const isStayGone = ({ event }: Situation): boolean =>
  event.type === 'stay-ended' && isGone(event.payload.ending);

/**
 * The names that the SIP's machine is made of. Guards and updates are pure; `open`, `send`,
 * `disclose` and `tell-case` are read from the transition as data and do nothing here.
 */
export const sipSetup = setup({
  types: {
    context: {} as SipContext,
    input: {} as SipInput,
    events: {} as SipEvent,
    tags: {} as SipDuty | 'over',
  },
  actions: {
    ...assigned(updates),
    open: (_, _params: Omit<OpenEffect, 'type'>) => undefined,
    send: (_, _params: Omit<SendEffect, 'type'>) => undefined,
    disclose: (_, _params: Omit<DiscloseEffect, 'type'>) => undefined,
    'tell-case': (_, _params: Omit<TellCaseEffect, 'type'>) => undefined,
  },
  guards: {
    isDeceased,
    isStayGone,
    isClearedAndStayGone: (situation) => isStayGone(situation) && mayDisclose(situation.context),
    hasStay: ({ context }) => context.stay !== undefined,
    hasUncalledStay: ({ context }) => context.stay !== undefined && context.calledAt === null,
    isCleared: ({ context }) => mayDisclose(context),
    isCalled: ({ context }) => context.calledAt !== null,
    isCalledWithoutMeeting: ({ context }) => context.calledAt !== null && context.heldAt === null,
    namesNewMeeting: ({ context: { meeting }, event }) =>
      event.type === 'call' &&
      event.payload.meeting !== undefined &&
      !isDeepStrictEqual(event.payload.meeting, meeting),
    namesNewTimes: ({ context: { proposed }, event }) =>
      event.type === 'call' &&
      event.payload.proposed !== undefined &&
      !isDeepStrictEqual(event.payload.proposed, proposed),
    hasProposed: ({ context }) => context.proposed !== undefined,
    isHeld: ({ context }) => context.heldAt !== null,
    isClearedWithoutPlan: ({ context }) =>
      mayDisclose(context) && context.established === undefined,
    isEstablished: ({ context }) => context.established !== undefined,
    namesNextFollowUp: ({ event }) =>
      event.type === 'follow-up' && event.payload.followUpOn !== undefined,
  },
});

/** The times that whoever is called now chooses from: those of the call, or those that stand already. */
function proposedTo({ proposed: standing }: SipContext, event: SipEvent) {
  if (event.type !== 'call' || event.payload.meeting !== undefined) return {};
  const { proposed = standing } = event.payload;
  return proposed === undefined ? {} : { proposed: [...proposed.times] };
}

/** Opens a machine for every unit that this event calls. */
export const openParticipants = {
  type: 'open' as const,
  params: ({ context, event }: Situation) => ({
    machines: calledBy(event).map(({ participant, unit }) => ({
      id: participant,
      kind: PARTICIPANT,
      input: {
        unit,
        calledBy: 'unit' in event.actor ? event.actor.unit : context.unit,
        calledAt: event.toldAt,
        meetingAt: (event.type === 'call' ? event.payload.meeting?.at : undefined) ?? null,
        ...proposedTo(context, event),
      },
    })),
  }),
};

/** Whom this event calls are not among them: what they must know comes with their call. */
function calledBefore({ context: { participants }, event }: Situation): readonly Participant[] {
  const now = calledBy(event).map(({ participant }) => participant);
  return participants.filter(({ participant }) => !now.includes(participant));
}

type ToParticipants =
  | 'meeting-set'
  | 'times-proposed'
  | 'meeting-off'
  | 'meeting-held'
  | 'plan-drafted'
  | 'plan-settled'
  | 'plan-off'
  | 'call-withdrawn';

/** Says something to the machines of the units that have been called before this event. */
export function tellParticipants(
  type: ToParticipants,
  payload: (situation: Situation) => Readonly<Record<string, unknown>> = () => ({}),
) {
  return {
    type: 'send' as const,
    params: (situation: Situation) => ({
      to: calledBefore(situation).map(({ participant }) => participant),
      event: { type, payload: payload(situation) },
    }),
  };
}

/** Nothing is awaited of anybody any more: neither of the called units nor for what was written. */
export const sipEnded = {
  type: 'send' as const,
  params: ({ context: { participants, messages = [] } }: Situation) => ({
    to: [
      ...participants.map(({ participant }) => participant),
      ...messages.flatMap(machinesOfMessage),
    ],
    event: { type: 'sip-ended', payload: {} },
  }),
};

/** What a unit that must approve the version needs to know; after the update that notes it. */
export const planDrafted = tellParticipants('plan-drafted', ({ context }) => ({
  version: context.plan?.version ?? 0,
  draftedAt: context.plan?.draftedAt ?? context.startedAt,
  isOwed: context.plan !== undefined && needsApproval(context, context.plan.form),
}));

type Choice = (situation: Situation) => readonly string[];

const notGiver = (units: readonly string[], { event: { actor } }: Situation): readonly string[] =>
  [...new Set(units)].filter((unit) => !('unit' in actor) || unit !== actor.unit);

/** Everybody who takes part but the unit that acts. */
export const others: Choice = (situation) => notGiver(unitsOf(situation.context), situation);

/** Who leads, when somebody else acts. */
export const leader: Choice = (situation) => notGiver([leaderOf(situation.context)], situation);

/** The units that this event calls. */
export const called: Choice = ({ event }) => calledBy(event).map(({ unit }: Participant) => unit);

/** Everybody else who takes part when more units are called. */
export const notCalled: Choice = (situation) =>
  others(situation).filter((unit) => !called(situation).includes(unit));

/**
 * Hands content over: a copy per controller, a notice per unit.
 * @param earlier the events whose content it is; absent: the content of the event itself
 */
export function discloseTo(
  choice: Choice,
  entry: string,
  legalBasis: LegalBasis | ((situation: Situation) => LegalBasis),
  earlier?: (situation: Situation) => readonly number[],
) {
  return {
    type: 'disclose' as const,
    params: (situation: Situation) => ({
      entry,
      legalBasis: typeof legalBasis === 'string' ? legalBasis : legalBasis(situation),
      units: choice(situation),
      ...(earlier === undefined ? {} : { earlier: earlier(situation) }),
    }),
  };
}

/** In a stay the law itself asks for the call; without one it rests on the consent. */
export function basisOfCall({ context }: Situation): LegalBasis {
  return context.stay === undefined ? 'CONSENT_OR_EXCEPTION' : 'STATUTORY_NOTICE';
}

/** The choice, as long as something may be handed out at all. */
export function whenCleared(choice: Choice): Choice {
  return (situation) => (mayDisclose(situation.context) ? choice(situation) : []);
}

/** Tells the stay that the SIP belongs to. */
export function tellStay(fact: ToldToStay) {
  return {
    type: 'tell-case' as const,
    params: ({ context: { stay }, event }: Situation) => ({
      cases: stay === undefined ? [] : [stay.case],
      fact,
      payload: payloadFor(fact, stay, event),
    }),
  };
}

/** With its start the SIP says what it knows of the stay, so that it is told only what is new. */
function payloadFor(
  fact: ToldToStay,
  stay: SipContext['stay'],
  { toldAt }: SipEvent,
): Readonly<Record<string, unknown>> {
  if (fact === 'kallelse-sent') return { sentAt: toldAt };
  return fact === 'sip-started'
    ? { noticeAt: stay?.noticeAt ?? null, caller: stay?.caller ?? null }
    : {};
}
