import { messageUpdates } from '@workflows/message';
import { consentUpdates } from './consent';
import { linkedStayUpdates } from './linked-stay';
import { meetingUpdates } from './meeting';
import { notedUpdates } from './noted';
import { planUpdates } from './plan';

/** Every update of the SIP's machine. */
export const updates = {
  ...consentUpdates,
  ...linkedStayUpdates,
  ...meetingUpdates,
  ...planUpdates,
  ...notedUpdates,
  ...messageUpdates,
};
