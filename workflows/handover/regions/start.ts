import {
  handoverSetup,
  openHomecoming,
  tellCase,
  tellExecutor,
  tellFormerExecutor,
  tellHomecoming,
  tellOthers,
  tellWard,
  type Transitions,
} from '../setup';

/** What the executor needs to know: who the patient is and when the help begins. */
const tellAssignment = tellExecutor('uppdrag', 'CONSENT_OR_EXCEPTION');

const assign = [tellFormerExecutor, 'noteExecutor' as const, tellAssignment, tellWard('utforare')];

/** The first visit is planned, with the unit that carries it out. */
export const planStart = {
  actions: [
    tellFormerExecutor,
    'notePlannedStart' as const,
    'noteExecutor' as const,
    tellAssignment,
    tellWard('planerad-start'),
  ],
};

/** Who carries out the help, and a link for reporting it without signing in. */
export const executing: Transitions = {
  'assign-executor': { actions: assign },
  'create-start-link': { actions: 'noteLink' },
};

const hasStarted = ['noteReport' as const, tellOthers('overtagande')];

const started = [
  {
    guard: 'arrivedAtKorttids' as const,
    target: 'takenOver',
    actions: [...hasStarted, 'noteHomecoming' as const, openHomecoming],
  },
  { guard: 'hasStarted' as const, target: 'takenOver', actions: hasStarted },
];

const nobodyCame = {
  guard: 'nobodyCame' as const,
  target: 'nobodyCame',
  actions: ['noteReport' as const, tellOthers('ingen-kom')],
};

const notHome = {
  actions: ['noteReport' as const, 'forgetStart' as const, tellOthers('inte-hemma')],
};

const postponed = {
  guard: 'isPostponed' as const,
  actions: ['noteReport' as const, 'noteNewStart' as const, tellOthers('start-framflyttad')],
};

/** A report of how it turned out was wrong: the start is waited for as before it. */
const goOnWaiting = [
  {
    guard: 'startWasUnplanned' as const,
    target: 'startUnplanned',
    actions: 'restoreReport' as const,
  },
  { target: 'startAwaited', actions: 'restoreReport' as const },
];

/** The same when the start had been said to have come about. */
const notStarted = [
  { guard: 'nobodyHadCome' as const, target: 'nobodyCame', actions: 'restoreReport' as const },
  ...goOnWaiting,
].map((each) => ({
  ...each,
  actions: [
    tellHomecoming('arrival-struck'),
    'restoreReport' as const,
    tellCase('handover-not-taken-over'),
  ],
}));

/** What ends the whole case is the ward's to tell everybody. */
export const endsCase = [
  {
    guard: 'isReadmitted' as const,
    actions: ['noteReport' as const, tellCase('patient-readmitted')],
  },
  { guard: 'isDeceased' as const, actions: ['noteReport' as const, tellCase('register-death')] },
];

/**
 * From the patient's leaving until the help has started. At home the first visit must be planned;
 * a korttids or a SÄBO receives her at the door.
 * @param more what else may happen meanwhile
 */
export function startStates(more: Transitions) {
  const meanwhile = { ...executing, ...more, 'take-over': started };
  return {
    startUnplanned: handoverSetup.createStateConfig({
      tags: ['overtagande', 'startplanering'],
      on: {
        ...meanwhile,
        'plan-start': { ...planStart, target: 'startAwaited' },
        'register-call': [...started, nobodyCame],
        'report-no-start': [nobodyCame, { guard: 'notHome', ...notHome }, ...endsCase],
      },
    }),
    startAwaited: handoverSetup.createStateConfig({
      tags: 'overtagande',
      on: {
        ...meanwhile,
        'register-call': [...started, nobodyCame],
        'report-no-start': [
          nobodyCame,
          { guard: 'notHomeAtVisit', target: 'startUnplanned', ...notHome },
          { guard: 'notHome', ...notHome },
          postponed,
          ...endsCase,
        ],
      },
    }),
    /** Somebody is alone at home: this speaks up at once. */
    nobodyCame: handoverSetup.createStateConfig({
      tags: ['overtagande', 'utebliven-start'],
      on: {
        ...meanwhile,
        'register-call': [...started, nobodyCame],
        'register-call-struck': goOnWaiting,
        'report-no-start': [
          nobodyCame,
          { guard: 'notHomeAtVisit', target: 'startUnplanned', ...notHome },
          { guard: 'notHome', target: 'startAwaited', ...notHome },
          { ...postponed, target: 'startAwaited' },
          ...endsCase,
        ],
      },
    }),
    takenOver: handoverSetup.createStateConfig({
      tags: 'over',
      entry: tellCase('handover-taken-over'),
      on: { 'take-over-struck': notStarted, 'register-call-struck': notStarted },
    }),
  };
}
