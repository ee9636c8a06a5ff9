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
const standBack = [
  { guard: letLapse('planering'), target: 'planningOwed', actions: 'forgetLeaving' as const },
  { guard: letLapse('beredskap'), target: 'readinessOwed', actions: 'forgetLeaving' as const },
  { target: 'ready', actions: 'forgetLeaving' as const },
];

const startPlanning = { target: 'readinessOwed', actions: tellWard('planering') };

/** Where the leaving leads to; what is owed then lapses. */
interface Leaving {
  readonly guard?: 'startIsUnplanned' | 'contactIsBooked';
  readonly target: string;
}

/** What a receiver may owe of its own preparations while the patient is on the ward. */
type Preparation = 'planering' | 'beredskap';

/** While any preparation is owed the receiver may say that it is ready: that fulfils all of it. */
function owing(duties: readonly Preparation[], leaving: readonly Leaving[], more: Transitions) {
  return handoverSetup.createStateConfig({
    tags: duties,
    on: {
      ...mayEnd,
      ...sayWhen,
      ...more,
      'report-ready': { target: 'ready', actions: ['noteCanReceiveFrom', tellWard('klar')] },
      'patient-left': leaving.map((each) => ({ ...each, actions: duties.map(noteLapsed) })),
    },
  });
}

/** Nothing is owed until the patient leaves, or gets worse: it may no longer be what is needed. */
function isReady(leaving: readonly Leaving[], more: Transitions) {
  return handoverSetup.createStateConfig({
    on: {
      ...mayEnd,
      ...sayWhen,
      ...more,
      'utskrivningsklar-withdrawn': 'readinessOwed',
      'report-ready-struck': 'readinessOwed',
      'patient-left': leaving,
    },
  });
}

const leavingHome: readonly Leaving[] = [
  { guard: 'startIsUnplanned', target: 'startUnplanned' },
  { target: 'startAwaited' },
];
const planned: Transitions = { ...executing, 'plan-start': planStart };
const toldReady = { guard: 'learnsUtskrivningsklar' as const, target: 'bothOwed' };

/**
 * A municipal unit, from its own planning to the moment the help has started. While the notice holds
 * that the patient is utskrivningsklar, getting ready is owed whether or not the planning has begun:
 * whoever forgot to plan must hear what it costs.
 */
export const reception = handoverSetup.createStateConfig({
  initial: 'planningOwed',
  states: {
    planningOwed: owing(['planering'], leavingHome, {
      ...planned,
      'start-planning': startPlanning,
      notice: toldReady,
      'sent-outside': toldReady,
    }),
    bothOwed: owing(['planering', 'beredskap'], leavingHome, {
      ...planned,
      'start-planning': startPlanning,
      'utskrivningsklar-withdrawn': 'planningOwed',
    }),
    readinessOwed: owing(['beredskap'], leavingHome, {
      ...planned,
      'start-planning-struck': [
        { guard: 'isUtskrivningsklar', target: 'bothOwed' },
        { target: 'planningOwed' },
      ],
    }),
    ready: isReady(leavingHome, planned),
    ...startStates({
      ...mayEnd,
      'left-in-error': [
        { guard: 'letPlanningLapseWhenReady', target: 'bothOwed', actions: 'forgetLeaving' },
        ...standBack,
      ],
    }),
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
          { guard: 'takesOverWhenReady', target: 'bothOwed', actions: 'noteConcerned' },
          { guard: 'takesOver', target: 'planningOwed', actions: 'noteConcerned' },
        ],
        'answer-struck': [
          { guard: 'hasLeftUnplanned', target: 'startUnplanned', actions: 'noteConcerned' },
          { guard: 'hasLeft', target: 'startAwaited', actions: 'noteConcerned' },
          { guard: 'isUtskrivningsklar', target: 'bothOwed', actions: 'noteConcerned' },
          { target: 'planningOwed', actions: 'noteConcerned' },
        ],
        'left-in-error': { actions: 'forgetLeaving' },
      },
    },
  },
});

const leavingForContact: readonly Leaving[] = [
  { guard: 'contactIsBooked', target: 'contactBooked' },
  { target: 'contactUnbooked' },
];
const booked: Transitions = { 'book-contact': bookContact };

/**
 * Open care, from its own planning to the moment the agreed contact has taken place. The notice costs
 * it nothing: getting ready follows on the planning alone.
 */
export const openCareReception = handoverSetup.createStateConfig({
  initial: 'planningOwed',
  states: {
    planningOwed: owing(['planering'], leavingForContact, {
      ...booked,
      'start-planning': startPlanning,
    }),
    readinessOwed: owing(['beredskap'], leavingForContact, {
      ...booked,
      'start-planning-struck': 'planningOwed',
    }),
    ready: isReady(leavingForContact, booked),
    ...contactStates({ ...mayEnd, 'left-in-error': standBack }),
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
