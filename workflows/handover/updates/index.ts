import { answerUpdates } from './answer';
import { contactUpdates } from './contact';
import { forwardingUpdates } from './forwarding';
import { planningUpdates } from './planning';
import { receiptUpdates } from './receipt';
import { rattelseUpdates } from './rattelse';
import { rehabUpdates } from './rehab';
import { startUpdates } from './start';

/** Every update of a receiver's machine. */
export const updates = {
  ...receiptUpdates,
  ...answerUpdates,
  ...planningUpdates,
  ...contactUpdates,
  ...forwardingUpdates,
  ...startUpdates,
  ...rehabUpdates,
  ...rattelseUpdates,
};
