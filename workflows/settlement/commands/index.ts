import type { CommandDeclaration } from '@hemgang/engine';
import { disputeRow, recompute, review } from './computing';
import { disputeCommands } from './disputing';
import {
  agreeToReopen,
  askToReopen,
  declineToReopen,
  noteCredit,
  noteInvoice,
  signForMunicipality,
  signForRegion,
  withdrawSignature,
} from './locking';

export { openSettlement } from './computing';

/** What the two sides can do with a settlement, in the order of its life. */
export const settlementCommands: readonly CommandDeclaration[] = [
  recompute,
  review,
  disputeRow,
  signForRegion,
  withdrawSignature,
  signForMunicipality,
  noteInvoice,
  noteCredit,
  askToReopen,
  agreeToReopen,
  declineToReopen,
  ...disputeCommands,
];
