import type { HandoverContext } from '../context';
import { handoverSetup, tellWard } from '../setup';

type LostBy = 'handover-rejected' | 'handover-withdrawn';

/** Lets the ward know that this receiver is none any more: it decides who comes instead. */
const tellLost = (type: LostBy) => ({
  type: 'send' as const,
  params: ({ context }: { context: HandoverContext }) => ({
    to: ['discharge'],
    event: { type, payload: { unit: context.unit } },
  }),
});

/** Until the receiver has taken over it may say that it is the wrong one, or is one no longer. */
const leave = {
  reject: {
    target: '#rejected',
    actions: [tellLost('handover-rejected'), tellWard('felsant')],
  },
  'withdraw-party': {
    target: '#withdrawn',
    actions: [tellLost('handover-withdrawn'), tellWard('part-lamnar')],
  },
};

const tellTakenOver = {
  type: 'send' as const,
  params: () => ({ to: ['discharge'], event: { type: 'handover-taken-over', payload: {} } }),
};

/** From the receiver's own planning to the moment it has taken over. */
export const reception = handoverSetup.createStateConfig({
  initial: 'planningOwed',
  states: {
    planningOwed: {
      tags: 'planering',
      on: {
        'start-planning': { target: 'readinessOwed', actions: tellWard('planering') },
        'state-can-receive-from': { actions: ['noteCanReceiveFrom', tellWard('kan-ta-emot')] },
        'report-ready': { target: 'ready', actions: ['noteCanReceiveFrom', tellWard('klar')] },
        'patient-left': 'takingOverOwed',
        ...leave,
      },
    },
    readinessOwed: {
      tags: 'beredskap',
      on: {
        'state-can-receive-from': { actions: ['noteCanReceiveFrom', tellWard('kan-ta-emot')] },
        'report-ready': { target: 'ready', actions: ['noteCanReceiveFrom', tellWard('klar')] },
        'patient-left': 'takingOverOwed',
        ...leave,
      },
    },
    ready: {
      on: {
        'state-can-receive-from': { actions: ['noteCanReceiveFrom', tellWard('kan-ta-emot')] },
        // The patient got worse: what was ready may no longer be what is needed.
        'utskrivningsklar-withdrawn': 'readinessOwed',
        'patient-left': 'takingOverOwed',
        ...leave,
      },
    },
    takingOverOwed: {
      tags: 'overtagande',
      on: {
        'take-over': { target: 'takenOver', actions: tellWard('overtagande') },
        ...leave,
      },
    },
    takenOver: { tags: 'over', entry: tellTakenOver },
  },
});
