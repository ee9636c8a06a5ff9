import type { CommandDeclaration } from '@hemgang/engine';
import { afterCommands } from './after';
import { callingCommands } from './calling';
import { childCommands } from './children';
import { consentCommands } from './consent';
import { namedContactCommands } from './contacts';
import { meetingCommands } from './meeting';
import { messageCommands } from './messages';
import { planCommands } from './plan';
import { startCommands } from './start';

export { startSip } from './start';

/** What can be done with a SIP, in the order of a usual one. */
export const sipCommands: readonly CommandDeclaration[] = [
  ...startCommands,
  ...consentCommands,
  ...callingCommands,
  ...meetingCommands,
  ...planCommands,
  ...namedContactCommands,
  ...childCommands,
  ...messageCommands,
  ...afterCommands,
];
