import { identityRefusals } from './identity.testing';
import { addressingRefusals } from './addressing.testing';
import { admissionRefusals } from './admission.testing';
import { conditionRefusals } from './conditions.testing';
import { atagandeRefusals } from './ataganden.testing';
import { contactRefusals } from './contacts.testing';
import { cooperationRefusals } from './cooperation.testing';
import { delayRefusals } from './delay.testing';
import { judgementRefusals } from './judgement.testing';
import { leavingRefusals } from './leaving.testing';
import { messageRefusals } from './messages.testing';
import { receiverRefusals } from './receivers.testing';
import { movingRefusals } from './moving.testing';
import { receivingRefusals } from './receiving.testing';
import { rehabRefusals } from './rehab.testing';
import { startRefusals } from './start.testing';
import { municipalityRefusals } from './municipality.testing';
import { transferRefusals } from './transfer.testing';
import type { RefusalRow } from './situations.testing';

/** One row per rule of a command: what it refuses and what it lets through. */
export const refusalRows: readonly RefusalRow[] = [
  ...admissionRefusals,
  ...judgementRefusals,
  ...addressingRefusals,
  ...receiverRefusals,
  ...receivingRefusals,
  ...identityRefusals,
  ...municipalityRefusals,
  ...contactRefusals,
  ...transferRefusals,
  ...cooperationRefusals,
  ...conditionRefusals,
  ...movingRefusals,
  ...atagandeRefusals,
  ...delayRefusals,
  ...messageRefusals,
  ...leavingRefusals,
  ...startRefusals,
  ...rehabRefusals,
];
