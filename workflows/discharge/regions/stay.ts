import {
  added,
  all,
  dischargeSetup,
  discloseTo,
  openHandovers,
  sendTo,
  tellPrevious,
} from '../setup';

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

/** Everything that was to start is called off, in one step. */
const callOff = [
  { guard: 'nobodyNeedsToKnow', actions: 'noteReadmission' },
  {
    actions: [
      'noteReadmission',
      sendTo(all, 'patient-readmitted', () => ({})),
      discloseTo(all, 'aterinskriven', 'PROCESS'),
    ],
  },
] as const;

/** From admission to leaving: is a need judged, are the receivers told, is the patient still here? */
export const stay = dischargeSetup.createStateConfig({
  initial: 'admitted',
  states: {
    admitted: {
      on: {
        admit: [
          {
            guard: 'needsAreJudged',
            target: 'noticeOwed',
            actions: ['noteNeeds', tellPrevious],
          },
          { actions: tellPrevious },
        ],
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
    left: { tags: 'over', on: { 'patient-readmitted': callOff } },
    dead: { tags: 'over' },
  },
});
