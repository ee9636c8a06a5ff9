import { all, discloseTo, sendTo } from '../setup';
import { moving } from './moving';

/** What may happen at any time while the patient is on the ward, and moves the stay nowhere. */
export const whileHere = {
  ...moving,
  'note-permission': {
    actions: ['notePermission', discloseTo(all, 'permission', 'PROCESS')],
  },
  'end-permission': {
    actions: ['forgetPermission', discloseTo(all, 'permission-avslutad', 'PROCESS')],
  },
  // Nobody outside the region's own care is told: what follows from it is told when it is decided.
  'note-compulsory-care': { actions: 'noteCompulsoryCare' },
  'plan-destination': {
    actions: [
      'noteDestination',
      sendTo(all, 'notice', ({ context }) => ({
        entry: 'destination',
        destination: context.destination,
      })),
      discloseTo(all, 'destination', 'PROCESS'),
    ],
  },
} as const;
