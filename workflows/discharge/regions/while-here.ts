import { all, discloseTo } from '../setup';
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
} as const;
