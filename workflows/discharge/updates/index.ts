import { addressingUpdates } from './addressing';
import { admissionUpdates } from './admission';
import { judgementUpdates } from './judgement';
import { leavingUpdates } from './leaving';

/** Every update of the ward's machine. */
export const updates = {
  ...admissionUpdates,
  ...judgementUpdates,
  ...addressingUpdates,
  ...leavingUpdates,
};
