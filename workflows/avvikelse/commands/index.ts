import type { CommandDeclaration } from '@hemgang/engine';
import { answerAvvikelse, closeAvvikelse, receiveAvvikelse, sendBackAnswer } from './answering';
import { withdrawAvvikelse } from './reporting';

export { reportAvvikelse } from './reporting';

/** What the two sides can do with an avvikelse, in the order of its life. */
export const avvikelseCommands: readonly CommandDeclaration[] = [
  receiveAvvikelse,
  withdrawAvvikelse,
  answerAvvikelse,
  closeAvvikelse,
  sendBackAnswer,
];
