import type { HandoverContext } from '../context';
import { handoverSetup, tellWard } from '../setup';

/** The notice came to the wrong unit: the whole handover ends and the ward must find the right one. */
const giveBack = {
  target: '#rejected',
  actions: [
    {
      type: 'send' as const,
      params: ({ context }: { context: HandoverContext }) => ({
        to: ['discharge'],
        event: { type: 'handover-rejected', payload: { unit: context.unit } },
      }),
    },
    tellWard('felsant'),
  ],
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
        reject: giveBack,
      },
    },
    readinessOwed: {
      tags: 'beredskap',
      on: {
        'state-can-receive-from': { actions: ['noteCanReceiveFrom', tellWard('kan-ta-emot')] },
        'report-ready': { target: 'ready', actions: ['noteCanReceiveFrom', tellWard('klar')] },
        'patient-left': 'takingOverOwed',
        reject: giveBack,
      },
    },
    ready: {
      on: {
        'state-can-receive-from': { actions: ['noteCanReceiveFrom', tellWard('kan-ta-emot')] },
        // The patient got worse: what was ready may no longer be what is needed.
        'utskrivningsklar-withdrawn': 'readinessOwed',
        'patient-left': 'takingOverOwed',
        reject: giveBack,
      },
    },
    takingOverOwed: {
      tags: 'overtagande',
      on: {
        'take-over': { target: 'takenOver', actions: tellWard('overtagande') },
        reject: giveBack,
      },
    },
    takenOver: { tags: 'over' },
  },
});
