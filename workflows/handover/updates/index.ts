import { answerUpdates } from './answer';
import { contactUpdates } from './contact';
import { planningUpdates } from './planning';
import { receiptUpdates } from './receipt';
import { startUpdates } from './start';

/** Every update of a receiver's machine. */
export const updates = {
  ...receiptUpdates,
  ...answerUpdates,
  ...planningUpdates,
  ...contactUpdates,
  ...startUpdates,
};
