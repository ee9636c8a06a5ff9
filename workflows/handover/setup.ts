import type { DiscloseEffect, LegalBasis, SendEffect } from '@hemgang/engine';
import { assign, setup } from 'xstate';
import type { HandoverContext, HandoverInput, UnacknowledgedMessage } from './context';
import type { HandoverDuty } from './duties';
import { isNotice, type HandoverEvent } from './events';

/**
 * The one set of names that every kind of handover is composed from. Guards and updates are pure;
 * `send` and `disclose` are read from the transition as data and do nothing here.
 */
export const handoverSetup = setup({
  types: {
    context: {} as HandoverContext,
    input: {} as HandoverInput,
    events: {} as HandoverEvent,
    tags: {} as HandoverDuty | 'over',
  },
  actions: {
    receive: assign(({ context, event }) => {
      if (!isNotice(event)) return {};
      const { entry, expectedDischargeAt, utskrivningsklarSentAt } = event.payload;
      const message = { id: messageId(context, event.seq), entry, sentAt: event.recordedAt };
      return {
        unacknowledged: [...context.unacknowledged, message],
        ...(expectedDischargeAt === undefined ? {} : { expectedDischargeAt }),
        ...(utskrivningsklarSentAt === undefined ? {} : { utskrivningsklarSentAt }),
      };
    }),
    forgetUtskrivningsklar: assign({ utskrivningsklarSentAt: null }),
    noteLeaving: assign(({ event }) =>
      event.type === 'patient-left' ? { leftAt: event.payload.leftAt } : {},
    ),
    noteWard: assign(({ event }) =>
      event.type === 'ward-changed' ? { sender: event.payload.ward } : {},
    ),
    noteAcknowledged: assign(({ context, event }) =>
      event.type === 'acknowledge'
        ? { unacknowledged: unacknowledgedAfter(context, event.payload.messages) }
        : {},
    ),
    noteCanReceiveFrom: assign(({ event }) => {
      if (event.type !== 'state-can-receive-from' && event.type !== 'report-ready') return {};
      const { canReceiveFrom } = event.payload;
      return canReceiveFrom === undefined ? {} : { canReceiveFrom };
    }),
    noteContact: assign(({ context, event }) => ({
      fastVardkontakt: {
        staff:
          event.type === 'appoint-fast-vardkontakt'
            ? (event.payload.staff ?? null)
            : context.standingContact,
      },
    })),
    /** The ward is told what the receiver did. */
    disclose: (_, _params: Omit<DiscloseEffect, 'type'>) => undefined,
    send: (_, _params: Omit<SendEffect, 'type'>) => undefined,
  },
  guards: {
    hasStandingContact: ({ context }) => context.standingContact !== null,
    isAvailable: ({ event }) => event.type === 'clarify-open-care' && event.payload.available,
    acknowledgesEverything: ({ context, event }) =>
      event.type === 'acknowledge' &&
      unacknowledgedAfter(context, event.payload.messages).length === 0,
  },
});

/** The action that tells the ward what the receiver did. */
export function tellWard(entry: string, legalBasis: LegalBasis = 'PROCESS') {
  return {
    type: 'disclose' as const,
    params: ({ context }: { context: HandoverContext }) => ({
      entry,
      legalBasis,
      units: [context.sender],
    }),
  };
}

/** The action that tells the receiver itself what only its machine is told. */
export function tellOwnUnit(entry: string) {
  return {
    type: 'disclose' as const,
    params: ({ context }: { context: HandoverContext }) => ({
      entry,
      legalBasis: 'PROCESS' as const,
      units: [context.unit],
    }),
  };
}

/** `m7`; a second message of the same event (a receiver told late hears of the leaving too): `m7-2`. */
function messageId({ unacknowledged }: HandoverContext, seq: number): string {
  const id = `m${seq}`;
  const same = unacknowledged.filter((m) => m.id === id || m.id.startsWith(`${id}-`));
  return same.length === 0 ? id : `${id}-${same.length + 1}`;
}

/** What is still unacknowledged after a kvittens of the named messages; none named = of all. */
function unacknowledgedAfter(
  { unacknowledged }: HandoverContext,
  messages: readonly string[] | undefined,
): readonly UnacknowledgedMessage[] {
  return unacknowledged.filter(({ id }) => messages !== undefined && !messages.includes(id));
}
