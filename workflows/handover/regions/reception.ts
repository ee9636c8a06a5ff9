import { handoverSetup, tellCase, tellExecutor, tellWard, type Transitions } from '../setup';
import { bookContact, contactStates } from './contact-booking';
import { executing, planStart, startStates } from './start';

const callOff = tellExecutor('uppdrag-avslutat');

/** What may end the reception as long as nobody has taken over. */
const mayEnd: Transitions = {
  // Another unit of the same huvudman goes on with it.
  forward: {
    actions: ['noteForwarded', tellCase('handover-forwarded'), tellWard('vidarebefordrad')],
  },
  // The notice came to the wrong unit: the whole handover ends and the ward must find the right one.
  reject: {
    target: '#rejected',
    actions: [tellCase('handover-rejected'), tellWard('felsant'), callOff],
  },
  // It was the right one and is a party no longer.
  'withdraw-party': {
    target: '#withdrawn',
    actions: [tellCase('handover-withdrawn'), tellWard('part-lamnar'), callOff],
  },
  answer: {
    guard: 'takesNothingOver',
    target: 'nothingOwed',
    actions: [callOff, 'forgetPlans'],
  },
};

const sayWhen: Transitions = {
  'state-can-receive-from': { actions: ['noteCanReceiveFrom', tellWard('kan-ta-emot')] },
};

/** The receiver's own planning while the patient is on the ward. */
function preparing(more: Transitions) {
  const meanwhile = { ...mayEnd, ...sayWhen, ...more };
  const reportReady = {
    target: 'ready',
    actions: ['noteCanReceiveFrom' as const, tellWard('klar')],
  };
  return {
    planningOwed: handoverSetup.createStateConfig({
      tags: 'planering',
      on: {
        ...meanwhile,
        'start-planning': { target: 'readinessOwed', actions: tellWard('planering') },
        'report-ready': reportReady,
      },
    }),
    readinessOwed: handoverSetup.createStateConfig({
      tags: 'beredskap',
      on: { ...meanwhile, 'report-ready': reportReady },
    }),
    ready: handoverSetup.createStateConfig({
      on: {
        ...meanwhile,
        // The patient got worse: what was ready may no longer be what is needed.
        'utskrivningsklar-withdrawn': 'readinessOwed',
      },
    }),
  };
}

/** A municipal unit, from its own planning to the moment the help has started. */
export const reception = handoverSetup.createStateConfig({
  initial: 'planningOwed',
  states: {
    ...preparing({
      ...executing,
      'plan-start': planStart,
      'patient-left': [
        { guard: 'startIsUnplanned', target: 'startUnplanned' },
        { target: 'startAwaited' },
      ],
    }),
    ...startStates(mayEnd),
    /** It has answered that there is nothing to take over; it may think again. */
    nothingOwed: {
      tags: 'over',
      on: {
        forward: mayEnd.forward,
        reject: mayEnd.reject,
        'withdraw-party': mayEnd['withdraw-party'],
        answer: [
          { guard: 'takesOverUnplanned', target: 'startUnplanned', actions: 'noteConcerned' },
          { guard: 'takesOverAfterLeaving', target: 'startAwaited', actions: 'noteConcerned' },
          { guard: 'takesOver', target: 'planningOwed', actions: 'noteConcerned' },
        ],
      },
    },
  },
});

/** Open care, from its own planning to the moment the agreed contact has taken place. */
export const openCareReception = handoverSetup.createStateConfig({
  initial: 'planningOwed',
  states: {
    ...preparing({
      'book-contact': bookContact,
      'patient-left': [
        { guard: 'contactIsBooked', target: 'contactBooked' },
        { target: 'contactUnbooked' },
      ],
    }),
    ...contactStates(mayEnd),
    nothingOwed: {
      tags: 'over',
      on: {
        forward: mayEnd.forward,
        reject: mayEnd.reject,
        'withdraw-party': mayEnd['withdraw-party'],
        answer: [
          { guard: 'takesOverAfterLeaving', target: 'contactUnbooked', actions: 'noteConcerned' },
          { guard: 'takesOver', target: 'planningOwed', actions: 'noteConcerned' },
        ],
      },
    },
  },
});
