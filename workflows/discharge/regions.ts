import {
  added,
  addedAfterLeaving,
  addedWhenReady,
  all,
  dischargeSetup,
  discloseTo,
  openHandovers,
  sendTo,
  type Situation,
} from './setup';

const notifiedNow = ({ event }: Situation) => ({
  entry: 'utskrivningsklar',
  utskrivningsklarSentAt: event.recordedAt,
});

const notifyReady = [
  sendTo(all, 'notice', notifiedNow),
  discloseTo(all, 'utskrivningsklar', 'STATUTORY_NOTICE'),
];

const tellLeaving = sendTo(all, 'patient-left', ({ event }) => ({
  entry: 'utskrivningsmeddelande',
  leftAt: event.occurredAt,
}));

const leave = {
  target: 'left' as const,
  actions: ['noteLeaving', tellLeaving, discloseTo(all, 'utskrivningsmeddelande', 'PROCESS')],
} as const;

const die = {
  target: 'dead' as const,
  actions: [
    'noteDeath',
    sendTo(all, 'patient-died', () => ({})),
    discloseTo(all, 'avliden', 'PROCESS'),
  ],
} as const;

/** From admission to leaving: is a need judged, are the receivers told, is the patient still here? */
export const stay = dischargeSetup.createStateConfig({
  initial: 'admitted',
  states: {
    admitted: {
      on: {
        admit: { guard: 'needsAreJudged', target: 'noticeOwed', actions: 'noteNeeds' },
        'judge-need': { target: 'noticeOwed', actions: 'noteNeeds' },
        discharge: leave,
        'register-death': die,
      },
    },
    noticeOwed: {
      tags: 'inskrivningsmeddelande',
      on: {
        'send-inskrivningsmeddelande': {
          target: 'noticeSent',
          actions: [
            'noteNotice',
            openHandovers,
            sendTo(added, 'notice', () => ({ entry: 'inskrivningsmeddelande' })),
            discloseTo(added, 'inskrivningsmeddelande', 'STATUTORY_MIN'),
          ],
        },
        'register-death': die,
      },
    },
    noticeSent: {
      tags: 'beraknad-utskrivning',
      on: {
        'change-expected-discharge': {
          actions: [
            'noteExpectedDischarge',
            sendTo(all, 'notice', ({ context }) => ({
              entry: 'andrad-beraknad-utskrivning',
              expectedDischargeAt: context.expectedDischargeAt,
            })),
            discloseTo(all, 'andrad-beraknad-utskrivning', 'STATUTORY_MIN'),
          ],
        },
        discharge: leave,
        'register-death': die,
      },
    },
    left: { tags: 'over' },
    dead: { tags: 'over' },
  },
});

/** The treating physician's judgement and its notice; may be withdrawn and made again. */
export const utskrivningsklar = dischargeSetup.createStateConfig({
  initial: 'no',
  on: { discharge: '.past', 'register-death': '.past' },
  states: {
    no: {
      on: {
        'mark-utskrivningsklar': [
          { guard: 'secrecyHinders', target: 'hindered', actions: 'noteJudgement' },
          { target: 'notified', actions: ['noteJudgement', ...notifyReady] },
        ],
      },
    },
    hindered: {
      tags: 'underrattelse',
      on: {
        'notify-utskrivningsklar': {
          target: 'notified',
          actions: ['noteNotified', ...notifyReady],
        },
        'withdraw-utskrivningsklar': { target: 'no', actions: 'forgetJudgement' },
      },
    },
    notified: {
      on: {
        'withdraw-utskrivningsklar': {
          target: 'no',
          actions: [
            'forgetJudgement',
            sendTo(all, 'utskrivningsklar-withdrawn', () => ({
              entry: 'utskrivningsklar-aterkallad',
            })),
            discloseTo(all, 'utskrivningsklar-aterkallad', 'STATUTORY_NOTICE'),
          ],
        },
      },
    },
    past: { tags: 'over' },
  },
});

const sendInformation = {
  target: 'done' as const,
  actions: [
    sendTo(all, 'notice', () => ({ entry: 'utskrivningsinformation' })),
    discloseTo(all, 'utskrivningsinformation', 'CONSENT_OR_EXCEPTION'),
  ],
};

/**
 * The information that the receivers need, no later than the day of the discharge. What was sent
 * before a withdrawal describes a patient who has changed since: it is owed again.
 */
export const information = dischargeSetup.createStateConfig({
  initial: 'notYet',
  on: { 'register-death': '.closed' },
  states: {
    notYet: {
      on: {
        'mark-utskrivningsklar': 'owed',
        'send-utskrivningsinformation': sendInformation,
        // Without a judged need nobody waits for information.
        discharge: 'done',
      },
    },
    owed: {
      tags: 'utskrivningsinformation',
      on: {
        'send-utskrivningsinformation': sendInformation,
        'withdraw-utskrivningsklar': 'notYet',
      },
    },
    done: {
      tags: 'over',
      on: {
        'send-utskrivningsinformation': sendInformation,
        'withdraw-utskrivningsklar': 'notYet',
      },
    },
    closed: { tags: 'over' },
  },
});

/** The patient's own summary, given at the discharge. */
export const summary = dischargeSetup.createStateConfig({
  initial: 'notYet',
  on: { 'register-death': '.done' },
  states: {
    notYet: {
      on: { 'mark-utskrivningsklar': 'owed', 'give-patient-summary': 'done', discharge: 'done' },
    },
    owed: {
      tags: 'patientsammanfattning',
      on: { 'give-patient-summary': 'done', 'withdraw-utskrivningsklar': 'notYet' },
    },
    done: { tags: 'over', on: { 'withdraw-utskrivningsklar': 'notYet' } },
  },
});

/** Notices that came back: each must go to the right receiver. */
export const addressing = dischargeSetup.createStateConfig({
  initial: 'clear',
  on: {
    'handover-rejected': { target: '.owed', actions: 'noteReturned' },
    'register-death': '.closed',
  },
  states: {
    clear: { tags: 'over' },
    owed: {
      tags: 'ny-mottagare',
      on: {
        readdress: [
          { guard: 'readdressesTheLast', target: 'clear', actions: readdressActions() },
          { actions: readdressActions() },
        ],
      },
    },
    closed: { tags: 'over' },
  },
});

function readdressActions() {
  return [
    'noteReaddressed' as const,
    openHandovers,
    sendTo(added, 'notice', () => ({ entry: 'inskrivningsmeddelande' })),
    discloseTo(added, 'inskrivningsmeddelande', 'STATUTORY_MIN'),
    // The right receiver's time counts from now, whatever the wrong one was told before.
    sendTo(addedWhenReady, 'notice', notifiedNow),
    discloseTo(addedWhenReady, 'utskrivningsklar', 'STATUTORY_NOTICE'),
    sendTo(addedAfterLeaving, 'patient-left', ({ context }) => ({
      entry: 'utskrivningsmeddelande',
      leftAt: context.leftAt,
    })),
    discloseTo(addedAfterLeaving, 'utskrivningsmeddelande', 'PROCESS'),
  ];
}
