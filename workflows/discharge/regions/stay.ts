import { leavingEntry } from '../ending';
import {
  added,
  all,
  dischargeSetup,
  discloseTo,
  openHandovers,
  sendTo,
  tellAllMachines,
  tellPrevious,
  tellPreviousOtherwise,
} from '../setup';
import { tellSipsOfCaller, tellSipsOfEnd, tellSipsOfWithdrawal } from '../sips';
import type { Situation } from '../situation';
import { endMove } from './moving';
import { askOtherMunicipality } from './transfer';
import { whileHere } from './while-here';
import { becomeAnother, strikeEverywhere } from './wrong-person';

const endingEntry = ({ context }: Situation) => leavingEntry(context);

const leave = {
  target: 'left' as const,
  actions: [
    'noteLeaving',
    ...endMove,
    sendTo(all, 'patient-left', ({ context, event }) => ({
      entry: leavingEntry(context),
      leftAt: event.occurredAt,
    })),
    discloseTo(all, endingEntry, 'PROCESS'),
    tellSipsOfEnd('left'),
  ],
} as const;

const moveToRegion = {
  target: 'transferred' as const,
  actions: [
    'noteTransfer',
    ...endMove,
    tellAllMachines('patient-transferred'),
    discloseTo(all, 'flyttad-till-annan-region', 'PROCESS'),
    tellSipsOfEnd('transferred'),
  ],
} as const;

const die = {
  target: 'dead' as const,
  actions: [
    'noteDeath',
    ...endMove,
    tellAllMachines('patient-died'),
    discloseTo(all, 'avliden', 'PROCESS'),
    tellSipsOfEnd('deceased'),
  ],
} as const;

/** Everything that was to start is called off, in one step. */
const callOff = [
  { guard: 'nobodyNeedsToKnow', actions: 'noteReadmission' },
  {
    actions: [
      'noteReadmission',
      tellAllMachines('patient-readmitted'),
      discloseTo(all, 'aterinskriven', 'PROCESS'),
    ],
  },
] as const;

const noNeed = {
  target: 'admitted' as const,
  actions: [
    tellAllMachines('notice-withdrawn'),
    discloseTo(all, 'behov-bortfallet', 'PROCESS'),
    tellSipsOfWithdrawal,
    'noteNoNeed',
  ],
} as const;

/** Every receiver that the case has ever had is told, also the wrong ones. */
const makulera = {
  target: 'makulerad' as const,
  actions: [
    tellPreviousOtherwise,
    tellSipsOfEnd('makulerad'),
    'noteMakulerad',
    tellAllMachines('case-makulerad'),
  ],
} as const;

/** The person was never here: the case is struck, and the others keep no trace of who it was. */
const strike = {
  target: 'makulerad' as const,
  actions: [...strikeEverywhere, ...makulera.actions],
} as const;

/** Entered in error at any time, whoever it was about. */
const takenBack = { 'makulera-case': makulera, 'strike-wrong-person': strike } as const;

/** Before the patient has left anything may still end the stay. */
const ends = {
  discharge: leave,
  'transfer-to-region': moveToRegion,
  'register-death': die,
  ...takenBack,
} as const;

/** That the patient leaves later than the receivers were told. */
const tellNewTime = (entry: string, legalBasis: 'STATUTORY_MIN' | 'STATUTORY_NOTICE') => ({
  actions: [
    'noteExpectedDischarge' as const,
    sendTo(all, 'notice', ({ context }) => ({
      entry,
      expectedDischargeAt: context.expectedDischargeAt,
    })),
    discloseTo(all, entry, legalBasis),
  ],
});
/** The leaving was an error: the patient is here, and the receivers learn it as they learn a leaving. */
const stayOn = [
  'forgetLeaving',
  sendTo(all, 'left-in-error', () => ({ entry: 'makulering' })),
] as const;

/** From admission to leaving: is a need judged, are the receivers told, is the patient still here? */
export const stay = dischargeSetup.createStateConfig({
  initial: 'admitted',
  states: {
    admitted: {
      on: {
        ...ends,
        ...whileHere,
        admit: [
          {
            guard: 'needsAreJudged',
            target: 'noticeOwed',
            actions: ['noteNeeds', tellPrevious],
          },
          { actions: tellPrevious },
        ],
        'judge-need': { target: 'noticeOwed', actions: 'noteNeeds' },
        'move-wrong-person': { actions: becomeAnother },
      },
    },
    noticeOwed: {
      tags: 'inskrivningsmeddelande',
      on: {
        ...ends,
        ...whileHere,
        'judge-need-struck': { target: 'admitted', actions: 'forgetNeeds' },
        'send-inskrivningsmeddelande': {
          target: 'noticeSent',
          actions: [
            'noteNotice',
            'noteDestination',
            openHandovers,
            sendTo(added, 'notice', () => ({ entry: 'inskrivningsmeddelande' })),
            discloseTo(added, 'inskrivningsmeddelande', 'STATUTORY_MIN'),
            tellSipsOfCaller,
          ],
        },
        'no-need': noNeed,
        'move-wrong-person': { actions: becomeAnother },
      },
    },
    noticeSent: {
      tags: 'beraknad-utskrivning',
      on: {
        ...ends,
        ...whileHere,
        'change-expected-discharge': tellNewTime('andrad-beraknad-utskrivning', 'STATUTORY_MIN'),
        'report-discharge-not-carried-out': tellNewTime(
          'utebliven-utskrivning',
          'STATUTORY_NOTICE',
        ),
        'no-need': noNeed,
        'send-inskrivningsmeddelande-struck': {
          target: 'noticeOwed',
          actions: [sendTo(all, 'notice-withdrawn', () => ({})), 'forgetNotice'],
        },
        'move-wrong-person': { target: 'noticeOwed', actions: becomeAnother },
        'request-municipal-transfer': { actions: askOtherMunicipality },
      },
    },
    left: {
      tags: 'over',
      on: {
        'register-death': die,
        'patient-readmitted': callOff,
        // Who is in hospital again goes home from another stay.
        'request-municipal-transfer': { guard: 'isStillAway', actions: askOtherMunicipality },
        ...takenBack,
        'discharge-struck': [
          { guard: 'isTold', target: 'noticeSent', actions: stayOn },
          { guard: 'isNeedJudged', target: 'noticeOwed', actions: stayOn },
          { target: 'admitted', actions: stayOn },
        ],
      },
    },
    transferred: { tags: 'over', on: { 'patient-readmitted': callOff, ...takenBack } },
    dead: { tags: 'over', on: takenBack },
    makulerad: { tags: 'over' },
  },
});
