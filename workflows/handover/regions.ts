import type { HandoverContext } from './context';
import { handoverSetup, tellWard } from './setup';

/** Kvittens: the list of messages is the truth, the region only says whether one is owed. */
export const receipt = handoverSetup.createStateConfig({
  initial: 'clear',
  on: {
    notice: { target: '.owed', actions: 'receive' },
    'utskrivningsklar-withdrawn': {
      target: '.owed',
      actions: ['receive', 'forgetUtskrivningsklar'],
    },
    'patient-left': { target: '.owed', actions: ['receive', 'noteLeaving'] },
  },
  states: {
    clear: { tags: 'over' },
    owed: {
      tags: 'kvittens',
      on: {
        acknowledge: [
          {
            guard: 'acknowledgesEverything',
            target: 'clear',
            actions: ['noteAcknowledged', tellWard('kvittens')],
          },
          { actions: ['noteAcknowledged', tellWard('kvittens')] },
        ],
      },
    },
  },
});

/** Whether the receiver knows the patient, and what measures there are today. */
export const answer = handoverSetup.createStateConfig({
  initial: 'owed',
  states: {
    owed: {
      tags: 'svar',
      on: {
        answer: { target: 'done', actions: tellWard('svar', 'CONSENT_OR_EXCEPTION') },
        'patient-left': 'done',
      },
    },
    done: { tags: 'over' },
  },
});

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

/** The named contact that the law demands before the discharge (2:5). */
export const contact = handoverSetup.createStateConfig({
  initial: 'owed',
  states: {
    owed: {
      tags: 'fast-vardkontakt',
      on: {
        'appoint-fast-vardkontakt': {
          target: 'done',
          actions: tellWard('fast-vardkontakt'),
        },
      },
    },
    done: {
      tags: 'over',
      on: { 'appoint-fast-vardkontakt': { actions: tellWard('fast-vardkontakt') } },
    },
  },
});

/** Whether the open care's measures are there: while not, no municipality pays (5:5). */
export const openCare = handoverSetup.createStateConfig({
  initial: 'owed',
  states: {
    owed: {
      tags: 'oppenvard-klarlagd',
      on: {
        'clarify-open-care': [
          { guard: 'isAvailable', target: 'done', actions: tellWard('oppenvard-klarlagd') },
          { actions: tellWard('oppenvard-saknas') },
        ],
        'patient-left': 'done',
      },
    },
    done: { tags: 'over' },
  },
});
