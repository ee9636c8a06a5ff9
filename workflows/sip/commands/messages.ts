import { messageCommands as messageCommandsOf, sendMessage } from '@workflows/message';
import { writingUnits, type SipContext } from '../context';
import { SIP_ROLES } from '../roles';
import { consentRunOut, noConsent } from './refusals';
import { to } from './sip';

/** Words are handed out as a plan is: to those who take part, while the person consents. */
const refuse = [noConsent, consentRunOut];

/** What the units write to each other beside the plan, and what a receiver does with it. */
export const messageCommands = [
  sendMessage<SipContext>({ to, roles: SIP_ROLES, parties: writingUnits, refuse }),
  ...messageCommandsOf<SipContext>(SIP_ROLES, refuse),
];
