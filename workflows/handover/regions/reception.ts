import {
  handoverSetup,
  letLapse,
  noteLapsed,
  tellCase,
  tellExecutor,
  tellWard,
  type Transitions,
} from '../setup';
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

/** The patient is on the ward after all: the receiver stands where it stood when she was said to leave. */
const standBack: Transitions = {
  'left-in-error': [
    { guard: letLapse('planering'), target: 'planningOwed', actions: 'forgetLeaving' },
    { guard: letLapse('beredskap'), target: 'readinessOwed', actions: 'forgetLeaving' },
    { target: 'ready', actions: 'forgetLeaving' },
  ],
};

/** Where the leaving leads to; what is owed then lapses. */
interface Leaving {
  readonly guard?: 'startIsUnplanned' | 'contactIsBooked';
  readonly target: string;
}

const lapsing = (leaving: readonly Leaving[], duty: 'planering' | 'beredskap') =>
  leaving.map((each) => ({ ...each, actions: noteLapsed(duty) }));

/** The receiver's own planning while the patient is on the ward. */
function preparing(leaving: readonly Leaving[], more: Transitions) {
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
        'patient-left': lapsing(leaving, 'planering'),
      },
    }),
    readinessOwed: handoverSetup.createStateConfig({
      tags: 'beredskap',
      on: {
        ...meanwhile,
        'report-ready': reportReady,
        'start-planning-struck': 'planningOwed',
        'patient-left': lapsing(leaving, 'beredskap'),
      },
    }),
    ready: handoverSetup.createStateConfig({
      on: {
        ...meanwhile,
        // The patient got worse: what was ready may no longer be what is needed.
        'utskrivningsklar-withdrawn': 'readinessOwed',
        'report-ready-struck': 'readinessOwed',
        'patient-left': leaving,
      },
    }),
  };
}

/** A municipal unit, from its own planning to the moment the help has started. */
export const reception = handoverSetup.createStateConfig({
  initial: 'planningOwed',
  states: {
    ...preparing(
      [{ guard: 'startIsUnplanned', target: 'startUnplanned' }, { target: 'startAwaited' }],
      { ...executing, 'plan-start': planStart },
    ),
    ...startStates({ ...mayEnd, ...standBack }),
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
        'answer-struck': [
          { guard: 'hasLeftUnplanned', target: 'startUnplanned', actions: 'noteConcerned' },
          { guard: 'hasLeft', target: 'startAwaited', actions: 'noteConcerned' },
          { target: 'planningOwed', actions: 'noteConcerned' },
        ],
        'left-in-error': { actions: 'forgetLeaving' },
      },
    },
  },
});

/** Open care, from its own planning to the moment the agreed contact has taken place. */
export const openCareReception = handoverSetup.createStateConfig({
  initial: 'planningOwed',
  states: {
    ...preparing(
      [{ guard: 'contactIsBooked', target: 'contactBooked' }, { target: 'contactUnbooked' }],
      { 'book-contact': bookContact },
    ),
    ...contactStates({ ...mayEnd, ...standBack }),
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
        'answer-struck': [
          { guard: 'hasLeft', target: 'contactUnbooked', actions: 'noteConcerned' },
          { target: 'planningOwed', actions: 'noteConcerned' },
        ],
        'left-in-error': { actions: 'forgetLeaving' },
      },
    },
  },
});
