import { undisputed, type DiscloseEffect, type SendEffect } from '@hemgang/engine';
import { localDate } from '@hemgang/kernel';
import { assign, setup } from 'xstate';
import type {
  MunicipalTransferContext,
  MunicipalTransferEvent,
  MunicipalTransferInput,
} from './context';
import type { MunicipalTransferDuty } from './duties';

interface Situation {
  readonly context: MunicipalTransferContext;
  readonly event: MunicipalTransferEvent;
}

const transferSetup = setup({
  types: {
    context: {} as MunicipalTransferContext,
    input: {} as MunicipalTransferInput,
    events: {} as MunicipalTransferEvent,
    tags: {} as MunicipalTransferDuty | 'over',
  },
  actions: {
    noteStranger: assign({ strangerSince: ({ event }) => event.seq }),
    /** The unit was not asked at the time registered afterwards. */
    noteDisputed: assign(({ context, event }) =>
      event.type === 'disputed' && event.payload.type === 'request-municipal-transfer'
        ? { requestedAt: undisputed(context.requestedAt, event.payload) }
        : {},
    ),
    disclose: (_, _params: Omit<DiscloseEffect, 'type'>) => undefined,
    send: (_, _params: Omit<SendEffect, 'type'>) => undefined,
  },
  guards: {
    ivoMovesTheCase: ({ event }) =>
      event.type === 'record-ivo-decision' && event.payload.outcome === 'transfer',
  },
});

/** Tells the two units, never the one whose staff did it. */
function tell(entry: string, ...which: readonly ('unit' | 'from')[]) {
  return {
    type: 'disclose' as const,
    params: ({ context, event }: Situation) => {
      const giver = 'unit' in event.actor ? event.actor.unit : null;
      return {
        entry,
        legalBasis: 'PROCESS' as const,
        units: which.map((each) => context[each]).filter((unit) => unit !== giver),
      };
    },
  };
}

/** Tells the stay that it need not wait for an answer any more. */
const answered = {
  type: 'send' as const,
  params: ({ context: { handover } }: Situation) => ({
    to: ['discharge'],
    event: { type: 'municipal-transfer-answered', payload: { handover } },
  }),
};

/** From its day the other municipality decides, and its unit receives the patient. */
const moveCase = {
  type: 'send' as const,
  params: ({ context: { unit, municipality, handover }, event }: Situation) => ({
    to: ['discharge'],
    event: {
      type: 'municipality-transferred',
      payload: { unit, municipality, handover, from: dayOf(event) },
    },
  }),
};

/** The day that the acceptance, or IVO, names. */
function dayOf(event: MunicipalTransferEvent): string {
  const named =
    event.type === 'accept-municipal-transfer' || event.type === 'record-ivo-decision'
      ? event.payload.from
      : undefined;
  return named ?? localDate(event.occurredAt);
}

/** The unit that was asked should never have known whom it was about. */
const strike = {
  'wrong-person': {
    target: 'struck',
    actions: ['noteStranger' as const, tell('fel-person', 'unit')],
  },
} as const;

/** Nobody need answer any more: the stay has ended otherwise, or nobody is needed. */
const noMore = { target: 'void', actions: tell('overflyttning-inaktuell', 'unit') } as const;

const voided = {
  ...strike,
  'patient-died': noMore,
  'patient-transferred': noMore,
  'patient-readmitted': noMore,
  'notice-withdrawn': noMore,
  'case-makulerad': { target: 'void', actions: tell('makulerad', 'unit') },
} as const;

/** Whoever was asked learns of it also when the matter was settled long ago. */
const settled = {
  ...strike,
  'case-makulerad': { actions: tell('makulerad', 'unit') },
} as const;

/**
 * The municipality that decides asks another to take the case over (SoL 29:10-29:11). Until the
 * other has accepted, or IVO has decided so, the first keeps all its duties.
 */
export const municipalTransferMachine = transferSetup.createMachine({
  id: 'municipal-transfer',
  context: ({ input }) => input,
  initial: 'requested',
  on: { disputed: { actions: 'noteDisputed' } },
  states: {
    requested: {
      tags: 'overflyttning',
      on: {
        'accept-municipal-transfer': {
          target: 'accepted',
          actions: [moveCase, tell('overflyttning-godtagen', 'from')],
        },
        'decline-municipal-transfer': {
          target: 'declined',
          actions: [answered, tell('overflyttning-avbojd', 'from')],
        },
        'withdraw-municipal-transfer': {
          target: 'withdrawn',
          actions: [answered, tell('overflyttning-aterkallad', 'unit')],
        },
        ...voided,
      },
    },
    accepted: { tags: 'over', on: strike },
    declined: {
      tags: 'over',
      on: {
        'record-ivo-decision': [
          {
            guard: 'ivoMovesTheCase',
            target: 'decided',
            actions: [moveCase, tell('ivo-beslut', 'unit', 'from')],
          },
          { target: 'decided', actions: tell('ivo-beslut', 'unit', 'from') },
        ],
        ...voided,
      },
    },
    decided: { tags: 'over', on: settled },
    withdrawn: { tags: 'over', on: settled },
    void: { tags: 'over', on: strike },
    struck: { tags: 'over' },
  },
});
