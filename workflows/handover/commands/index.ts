import type { CommandDeclaration } from '@hemgang/engine';
import { answerCommands } from './answer';
import { forwardingCommands } from './forwarding';
import { homecomingCommands } from './homecoming';
import { openCareCommands } from './open-care';
import { planningCommands } from './planning';
import { receiptCommands } from './receipt';
import { rehabCommands } from './rehab';
import { startCommands } from './start';
import { startLinkCommands } from './start-link';
import { takingOverCommands } from './taking-over';

/** What a receiving unit can do with its side of a discharge. */
export const handoverCommands: readonly CommandDeclaration[] = [
  ...receiptCommands,
  ...answerCommands,
  ...forwardingCommands,
  ...planningCommands,
  ...openCareCommands,
  ...startCommands,
  ...startLinkCommands,
  ...takingOverCommands,
  ...rehabCommands,
  ...homecomingCommands,
];
