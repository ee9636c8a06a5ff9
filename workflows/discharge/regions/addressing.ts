import { leavingEntry } from '../ending';
import {
  added,
  addedAfterLeaving,
  addedWhenReady,
  dischargeSetup,
  discloseTo,
  notifiedNow,
  openHandovers,
  sendTo,
} from '../setup';

/** Notices that came back: each must go to the right receiver. */
export const addressing = dischargeSetup.createStateConfig({
  initial: 'clear',
  on: {
    'handover-rejected': { target: '.owed', actions: 'noteReturned' },
    'register-death': '.closed',
    'patient-readmitted': '.closed',
    'transfer-to-region': '.closed',
    'makulera-case': '.closed',
    'no-need': '.clear',
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
      entry: leavingEntry(context),
      leftAt: context.leftAt,
    })),
    discloseTo(addedAfterLeaving, ({ context }) => leavingEntry(context), 'PROCESS'),
  ];
}
