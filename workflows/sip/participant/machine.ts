import { undisputed, type DiscloseEffect, type LegalBasis, type SendEffect } from '@hemgang/engine';
import { assign, setup } from 'xstate';
import type { ParticipantContext, ParticipantEvent, ParticipantInput } from './context';
import type { ParticipantDuty } from './duties';

interface Situation {
  readonly context: ParticipantContext;
  readonly event: ParticipantEvent;
}

const NO_TIMES = { proposed: undefined, suits: undefined };

const participantSetup = setup({
  types: {
    context: {} as ParticipantContext,
    input: {} as ParticipantInput,
    events: {} as ParticipantEvent,
    tags: {} as ParticipantDuty | 'over',
  },
  actions: {
    noteAnswer: assign(({ event }) =>
      event.type === 'answer-call'
        ? { answer: event.payload.answer, suits: event.payload.suits }
        : {},
    ),
    noteMeeting: assign(({ event }) =>
      event.type === 'meeting-set'
        ? { meetingAt: event.payload.at, askedAt: event.payload.toldAt, answer: null, ...NO_TIMES }
        : {},
    ),
    /** The unit has said already that it takes part then. */
    noteSettled: assign(({ event }) =>
      event.type === 'meeting-set' ? { meetingAt: event.payload.at, ...NO_TIMES } : {},
    ),
    noteTimes: assign(({ event }) =>
      event.type === 'times-proposed'
        ? {
            ...{ proposed: event.payload.times, suits: undefined },
            ...{ askedAt: event.payload.toldAt, answer: null, meetingAt: null },
          }
        : {},
    ),
    forgetTimes: assign(NO_TIMES),
    forgetMeeting: assign({ meetingAt: null, ...NO_TIMES }),
    notePlan: assign(({ event }) =>
      event.type === 'plan-drafted'
        ? { plan: { version: event.payload.version, draftedAt: event.payload.draftedAt } }
        : {},
    ),
    noteApproval: assign(({ event }) =>
      event.type === 'approve-plan'
        ? {
            approved: {
              version: event.payload.version,
              reserved: event.payload.reserved === true,
            },
          }
        : {},
    ),
    /** The unit was not called at the time registered afterwards. */
    noteDisputed: assign(({ context, event }) =>
      event.type === 'disputed' && event.payload.type === 'call'
        ? { askedAt: undisputed(context.askedAt, event.payload) }
        : {},
    ),
    disclose: (_, _params: Omit<DiscloseEffect, 'type'>) => undefined,
    send: (_, _params: Omit<SendEffect, 'type'>) => undefined,
  },
  guards: {
    hasTimes: ({ context }) => context.proposed !== undefined,
    suitsAlready: ({ context: { suits = [] }, event }) =>
      event.type === 'meeting-set' &&
      event.payload.isAsProposed === true &&
      suits.includes(event.payload.at),
    mustApprove: ({ event }) => event.type === 'plan-drafted' && event.payload.isOwed,
  },
});

/** Tells the unit that called. */
function tellCaller(entry: string, legalBasis: LegalBasis = 'PROCESS') {
  return {
    type: 'disclose' as const,
    params: ({ context: { calledBy, unit } }: Situation) => ({
      entry,
      legalBasis,
      units: [calledBy].filter((caller) => caller !== unit),
    }),
  };
}

/** The SIP knows who has approved which version. */
const tellSip = {
  type: 'send' as const,
  params: ({ context, event }: Situation) => ({
    to: ['sip'],
    event: {
      type: 'participant-approved',
      payload: {
        unit: context.unit,
        version: event.type === 'approve-plan' ? event.payload.version : 0,
      },
    },
  }),
};

const answered = {
  target: 'answered' as const,
  actions: ['noteAnswer' as const, tellCaller('sip-svar')],
};
const asked = { target: 'asked' as const, actions: 'noteMeeting' as const };
const toChoose = { target: 'asked' as const, actions: 'noteTimes' as const };
const settled = { guard: 'suitsAlready' as const, actions: 'noteSettled' as const };
const drafted = [
  { guard: 'mustApprove' as const, target: 'owed' as const, actions: 'notePlan' as const },
  { target: 'open' as const, actions: 'notePlan' as const },
];
const approve = {
  target: 'approved' as const,
  actions: ['noteApproval' as const, tellSip, tellCaller('sip-justerad', 'CONSENT_OR_EXCEPTION')],
};

const answer = participantSetup.createStateConfig({
  initial: 'asked',
  on: { 'call-withdrawn': '.past', 'sip-ended': '.past' },
  states: {
    asked: {
      tags: 'svara-kallelse',
      on: {
        'answer-call': answered,
        'meeting-set': asked,
        'times-proposed': toChoose,
        'meeting-held': { target: 'answered', actions: 'forgetTimes' },
        'meeting-off': { target: 'answered', actions: 'forgetMeeting' },
      },
    },
    answered: {
      tags: 'over',
      on: {
        'answer-call': answered,
        'meeting-set': [settled, asked],
        'times-proposed': toChoose,
        'meeting-held': { guard: 'hasTimes', actions: 'forgetTimes' },
        'meeting-off': { actions: 'forgetMeeting' },
      },
    },
    past: { tags: 'over' },
  },
});

/** Approving is law for the samordnad vårdplan, elsewhere a matter of the agreement. */
const approval = participantSetup.createStateConfig({
  initial: 'none',
  on: { 'call-withdrawn': '.past', 'sip-ended': '.past' },
  states: {
    none: { tags: 'over', on: { 'plan-drafted': drafted } },
    /** A version that may be approved, with a reservation, and need not. */
    open: {
      tags: 'over',
      on: { 'plan-drafted': drafted, 'approve-plan': approve, 'plan-off': 'none' },
    },
    owed: {
      tags: 'justera-plan',
      on: {
        'plan-drafted': drafted,
        'approve-plan': approve,
        'plan-settled': 'open',
        'plan-off': 'none',
      },
    },
    approved: {
      tags: 'over',
      on: { 'plan-drafted': drafted, 'approve-plan': approve, 'plan-off': 'none' },
    },
    past: { tags: 'over' },
  },
});

/** One called unit's side of a SIP: it answers the call and, where it must, approves the plan. */
export const participantMachine = participantSetup.createMachine({
  id: 'participant',
  type: 'parallel',
  context: ({ input: { calledAt, ...input } }) => ({ ...input, askedAt: calledAt, answer: null }),
  on: { disputed: { actions: 'noteDisputed' } },
  states: { answer, approval },
});
