import type { CommandDeclaration } from '@hemgang/engine';
import { answerCommands } from './answer';
import { openCareCommands } from './open-care';
import { planningCommands } from './planning';
import { receiptCommands } from './receipt';
import { takingOverCommands } from './taking-over';

/** What a receiving unit can do with its side of a discharge. */
export const handoverCommands: readonly CommandDeclaration[] = [
  ...receiptCommands,
  ...answerCommands,
  ...planningCommands,
  ...openCareCommands,
  ...takingOverCommands,
];
