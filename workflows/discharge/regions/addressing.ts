import { leavingEntry } from '../ending';
import {
  added,
  addedAfterLeaving,
  addedWhenInformed,
  addedWhenReady,
  dischargeSetup,
  discloseTo,
  forwarded,
  forwardedWhenReady,
  notifiedNow,
  openHandovers,
  removed,
  sendTo,
  stopDispatch,
} from '../setup';

/** A new receiver gets everything that is in force; its time counts from now. */
const bringIn = [
  'noteAdded' as const,
  openHandovers,
  sendTo(added, 'notice', () => ({ entry: 'inskrivningsmeddelande' })),
  discloseTo(added, 'inskrivningsmeddelande', 'STATUTORY_MIN'),
  sendTo(addedWhenReady, 'notice', notifiedNow),
  discloseTo(addedWhenReady, 'utskrivningsklar', 'STATUTORY_NOTICE'),
  sendTo(addedWhenInformed, 'notice', () => ({ entry: 'utskrivningsinformation' })),
  discloseTo(
    addedWhenInformed,
    'utskrivningsinformation',
    'CONSENT_OR_EXCEPTION',
    ({ context }) => context.information,
  ),
  sendTo(addedAfterLeaving, 'patient-left', ({ context }) => ({
    entry: leavingEntry(context),
    leftAt: context.leftAt,
  })),
  discloseTo(addedAfterLeaving, ({ context }) => leavingEntry(context), 'PROCESS'),
];

/** The other unit gets what the first had, and a notice of its own to acknowledge. */
const followOn = [
  'noteForwarded' as const,
  sendTo(forwarded, 'notice', () => ({ entry: 'vidarebefordrad' })),
  discloseTo(forwarded, 'inskrivningsmeddelande', 'STATUTORY_MIN'),
  discloseTo(forwardedWhenReady, 'utskrivningsklar', 'STATUTORY_NOTICE'),
  discloseTo(
    forwarded,
    'utskrivningsinformation',
    'CONSENT_OR_EXCEPTION',
    ({ context }) => context.information,
  ),
];

/** Who is needed may change at any time, whether or not somebody is missing. */
const change = {
  'add-receiver': { actions: bringIn },
  'remove-receiver': {
    actions: [
      sendTo(removed, 'receiver-removed', () => ({})),
      discloseTo(removed, 'mottagare-borttagen', 'PROCESS'),
      'noteRemoved' as const,
    ],
  },
};

/** Who receives: units come and go, and for each that is lost the ward decides who comes instead. */
export const addressing = dischargeSetup.createStateConfig({
  initial: 'clear',
  on: {
    'handover-rejected': { target: '.owed', actions: [stopDispatch, 'noteReturned'] },
    'handover-withdrawn': { target: '.owed', actions: [stopDispatch, 'noteReturned'] },
    'handover-taken-over': { actions: 'noteTakenOver' },
    'handover-forwarded': { actions: followOn },
    'handover-not-taken-over': { actions: 'noteNotTakenOver' },
    'register-death': '.closed',
    'patient-readmitted': '.closed',
    'transfer-to-region': '.closed',
    'makulera-case': '.closed',
    'strike-wrong-person': '.closed',
    'move-wrong-person': '.clear',
    'no-need': '.clear',
  },
  states: {
    clear: { tags: 'over', on: change },
    owed: {
      tags: 'ny-mottagare',
      on: {
        ...change,
        'send-inskrivningsmeddelande-struck': 'clear',
        readdress: [
          { guard: 'settlesTheLast', target: 'clear', actions: bringIn },
          { actions: bringIn },
        ],
        'drop-returned': [
          { guard: 'settlesTheLast', target: 'clear', actions: 'noteDropped' },
          { actions: 'noteDropped' },
        ],
      },
    },
    closed: { tags: 'over' },
  },
});
