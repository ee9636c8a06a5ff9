import { leavingEntry } from '../ending';
import { municipalityGiven } from '../events';
import {
  added,
  addedAfterLeaving,
  addedWhenReady,
  allButGiver,
  dischargeSetup,
  discloseTo,
  notifiedNow,
  openHandovers,
  sendTo,
} from '../setup';
import type { Situation } from '../situation';

/** The other municipality's unit is asked, and learns whom it is about. */
export const askOtherMunicipality = [
  'noteTransferRequested' as const,
  {
    type: 'open' as const,
    params: ({ context, event }: Situation) => {
      if (event.type !== 'request-municipal-transfer') return { machines: [] };
      const { unit } = event.payload;
      return {
        machines: [
          {
            id: `mt${event.seq}`,
            kind: 'municipal-transfer',
            input: {
              unit,
              municipality: municipalityGiven(event.given, unit) ?? '',
              from: 'unit' in event.actor ? event.actor.unit : '',
              handover: context.transfers.at(-1) ?? '',
              requestedAt: event.toldAt,
            },
          },
        ],
      };
    },
  },
  {
    type: 'disclose' as const,
    params: ({ event }: Situation) => ({
      entry: 'overflyttning-begard',
      legalBasis: 'CONSENT_OR_EXCEPTION' as const,
      units: event.type === 'request-municipal-transfer' ? [event.payload.unit] : [],
    }),
  },
];

/** The first unit has no more to do, and the other receives with times of its own. */
const handOver = [
  {
    type: 'send' as const,
    params: ({ event }: Situation) => ({
      to: event.type === 'municipality-transferred' ? [event.payload.handover] : [],
      event: { type: 'receiver-removed', payload: {} },
    }),
  },
  'noteTransferAnswered' as const,
  'noteTransferred' as const,
  openHandovers,
  sendTo(added, 'notice', () => ({ entry: 'inskrivningsmeddelande' })),
  discloseTo(added, 'inskrivningsmeddelande', 'STATUTORY_MIN'),
  sendTo(addedWhenReady, 'notice', notifiedNow),
  discloseTo(addedWhenReady, 'utskrivningsklar', 'STATUTORY_NOTICE'),
  sendTo(addedAfterLeaving, 'patient-left', ({ context }) => ({
    entry: leavingEntry(context),
    leftAt: context.leftAt,
  })),
  discloseTo(addedAfterLeaving, ({ context }) => leavingEntry(context), 'PROCESS'),
  allButGiver('ansvarig-kommun', 'PROCESS'),
  // What was handed out on consent is not handed on by itself: the ward owes it anew.
  {
    type: 'send' as const,
    params: {
      to: ['discharge'],
      event: { type: 'receiver-lacks-information', payload: {} },
    },
  },
];

/** The municipality that decides may be another one; the ward neither asks nor answers. */
export const transfer = dischargeSetup.createStateConfig({
  on: {
    'municipal-transfer-answered': { actions: 'noteTransferAnswered' },
    'municipality-transferred': { actions: handOver },
  },
});
