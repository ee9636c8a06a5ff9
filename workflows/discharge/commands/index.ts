import type { CommandDeclaration } from '@hemgang/engine';
import { addressingCommands } from './addressing';
import { admissionCommands } from './admission';
import { delayCommands } from './delay';
import { destinationCommands } from './destination';
import { atagandeOpenings } from './ataganden';
import { identityCommands } from './identity';
import { cooperationCommands } from './cooperation';
import { conditionCommands } from './conditions';
import { informationCommands } from './information';
import { judgementCommands } from './judgement';
import { leavingCommands } from './leaving';
import { messageOpenings } from './messages';
import { movingCommands } from './moving';
import { takingBackCommands } from './taking-back';
import { receiverCommands } from './receivers';
import { municipalityCommands } from './municipality';
import { readinessCommands } from './readiness';
import { childCommands } from './children';
import { contactCommands } from './contacts';
import { transferCommands } from './transfer';
import { wrongPersonCommands } from './wrong-person';

export { admit } from './admission';
export { patient } from './patient';

/** What the ward can do with a stay, in the order of a usual stay, and what every party can do. */
export const dischargeCommands: readonly CommandDeclaration[] = [
  ...admissionCommands,
  ...destinationCommands,
  ...judgementCommands,
  ...informationCommands,
  ...addressingCommands,
  ...receiverCommands,
  ...identityCommands,
  ...cooperationCommands,
  ...movingCommands,
  ...conditionCommands,
  ...municipalityCommands,
  ...wrongPersonCommands,
  ...transferCommands,
  ...contactCommands,
  ...childCommands,
  ...leavingCommands,
  ...takingBackCommands,
  ...readinessCommands,
  ...delayCommands,
  ...atagandeOpenings,
  ...messageOpenings,
];
