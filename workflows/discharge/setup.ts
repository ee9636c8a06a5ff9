import type { DiscloseEffect, LegalBasis, OpenEffect, SendEffect } from '@hemgang/engine';
import { assign, setup } from 'xstate';
import type { DischargeContext, DischargeInput, Receiver, Returned } from './context';
import type { DischargeDuty } from './duties';
import type { DischargeEvent } from './events';
import { addedBy } from './receivers';

/** What an action sees: the context after the updates before it, and the event. */
export interface Situation {
  readonly context: DischargeContext;
  readonly event: DischargeEvent;
}

/**
 * The names that the ward's machine is made of. Guards and updates are pure; `open`, `send` and
 * `disclose` are read from the transition as data and do nothing here.
 */
export const dischargeSetup = setup({
  types: {
    context: {} as DischargeContext,
    input: {} as DischargeInput,
    events: {} as DischargeEvent,
    tags: {} as DischargeDuty | 'over',
  },
  actions: {
    noteNeeds: assign(({ context, event }) => {
      if (event.type === 'admit') {
        return { needs: event.payload.needs ?? null, needKnownAt: context.admittedAt };
      }
      if (event.type !== 'judge-need') return {};
      const { needs, judgedAt } = event.payload;
      return { needs, needKnownAt: judgedAt ?? event.occurredAt };
    }),
    noteNotice: assign(({ event }) =>
      event.type === 'send-inskrivningsmeddelande'
        ? {
            noticeSentAt: event.recordedAt,
            expectedDischargeAt: event.payload.expectedDischargeAt,
            receivers: addedBy(event),
          }
        : {},
    ),
    noteExpectedDischarge: assign(({ event }) =>
      event.type === 'change-expected-discharge'
        ? { expectedDischargeAt: event.payload.expectedDischargeAt }
        : {},
    ),
    noteJudgement: assign(({ event }) => {
      if (event.type !== 'mark-utskrivningsklar') return {};
      const { judgedAt, secrecyHinders } = event.payload;
      // A notice to another party counts from when it reached us, never from an earlier time given.
      const sentAt = secrecyHinders === true ? null : event.recordedAt;
      return { utskrivningsklar: { judgedAt, sentAt } };
    }),
    noteNotified: assign(({ context, event }) =>
      context.utskrivningsklar === null
        ? {}
        : { utskrivningsklar: { ...context.utskrivningsklar, sentAt: event.recordedAt } },
    ),
    forgetJudgement: assign({ utskrivningsklar: null }),
    noteReturned: assign(({ context, event }) => {
      const returned = context.receivers
        .filter(({ handover }) => handover === event.from)
        .map((receiver) => ({ ...receiver, returnedAt: event.recordedAt }));
      return {
        receivers: context.receivers.filter(({ handover }) => handover !== event.from),
        returned: [...context.returned, ...returned],
      };
    }),
    noteReaddressed: assign(({ context, event }) => ({
      receivers: [...context.receivers, ...addedBy(event)],
      returned: returnedAfter(context, event),
    })),
    noteLeaving: assign(({ event }) => ({ leftAt: event.occurredAt })),
    noteDeath: assign(({ event }) => ({ diedAt: event.occurredAt })),
    open: (_, _params: Omit<OpenEffect, 'type'>) => undefined,
    send: (_, _params: Omit<SendEffect, 'type'>) => undefined,
    disclose: (_, _params: Omit<DiscloseEffect, 'type'>) => undefined,
  },
  guards: {
    needsAreJudged: ({ event }) => event.type === 'admit' && event.payload.needs !== undefined,
    secrecyHinders: ({ event }) =>
      event.type === 'mark-utskrivningsklar' && event.payload.secrecyHinders === true,
    readdressesTheLast: ({ context, event }) => returnedAfter(context, event).length === 0,
  },
});

/** Opens a handover for every receiver that this event adds. */
export const openHandovers = {
  type: 'open' as const,
  params: ({ context, event }: Situation) => ({
    machines: addedBy(event).map(({ handover, unit, kind }) => ({
      id: handover,
      kind: `handover-${kind}`,
      input: {
        unit,
        kind,
        sender: context.unit,
        toldAt: event.recordedAt,
        expectedDischargeAt: expectedDischarge({ context, event }),
      },
    })),
  }),
};

type Choice = (situation: Situation) => readonly Receiver[];

/** Receivers told before and not sent back; after the update of the same event also the new ones. */
export const all: Choice = ({ context }) => context.receivers;

/** Only the receivers that this event adds. */
export const added: Choice = ({ event }) => addedBy(event);

/** The added receivers when the others know already that the patient is utskrivningsklar. */
export const addedWhenReady: Choice = ({ context, event }) =>
  context.utskrivningsklar?.sentAt == null ? [] : addedBy(event);

/** The added receivers when the patient is already gone: they learn that at once too. */
export const addedAfterLeaving: Choice = ({ context, event }) =>
  context.leftAt === null ? [] : addedBy(event);

/** Sends a message to the handover machines of the chosen receivers. */
export function sendTo(
  choice: Choice,
  type: 'notice' | 'utskrivningsklar-withdrawn' | 'patient-left' | 'patient-died',
  payload: (situation: Situation) => Readonly<Record<string, unknown>>,
) {
  return {
    type: 'send' as const,
    params: (situation: Situation) => ({
      to: choice(situation).map(({ handover }) => handover),
      event: { type, payload: payload(situation) },
    }),
  };
}

/** Hands content over to the chosen receivers: a copy per controller, a notice per unit. */
export function discloseTo(choice: Choice, entry: string, legalBasis: LegalBasis) {
  return {
    type: 'disclose' as const,
    params: (situation: Situation) => ({
      entry,
      legalBasis,
      units: choice(situation).map(({ unit }) => unit),
    }),
  };
}

function expectedDischarge({ context, event }: Situation): string {
  return event.type === 'send-inskrivningsmeddelande'
    ? event.payload.expectedDischargeAt
    : (context.expectedDischargeAt ?? event.recordedAt);
}

function returnedAfter(context: DischargeContext, event: DischargeEvent): readonly Returned[] {
  if (event.type !== 'readdress') return context.returned;
  return context.returned.filter(({ handover }) => handover !== event.payload.replaces);
}
