import { messageUpdates } from '@workflows/message';
import { addressingUpdates } from './addressing';
import { admissionUpdates } from './admission';
import { delayUpdates } from './delay';
import { destinationUpdates } from './destination';
import { identityUpdates } from './identity';
import { cooperationUpdates } from './cooperation';
import { conditionUpdates } from './conditions';
import { informationUpdates } from './information';
import { judgementUpdates } from './judgement';
import { leavingUpdates } from './leaving';
import { movingUpdates } from './moving';
import { linkedCaseUpdates } from './linked-cases';
import { municipalityUpdates } from './municipality';
import { readinessUpdates } from './readiness';
import { rattelseUpdates } from './rattelse';
import { notedUpdates } from './noted';
import { transferUpdates } from './transfer';
import { wrongPersonUpdates } from './wrong-person';

/** Every update of the ward's machine. */
export const updates = {
  ...admissionUpdates,
  ...identityUpdates,
  ...judgementUpdates,
  ...informationUpdates,
  ...addressingUpdates,
  ...cooperationUpdates,
  ...delayUpdates,
  ...destinationUpdates,
  ...leavingUpdates,
  ...linkedCaseUpdates,
  ...conditionUpdates,
  ...messageUpdates,
  ...movingUpdates,
  ...municipalityUpdates,
  ...readinessUpdates,
  ...rattelseUpdates,
  ...notedUpdates,
  ...transferUpdates,
  ...wrongPersonUpdates,
};
