import type { OperationName } from '@hemgang/access';

/** What can be done about a case's patient beside the commands, by their names in the OpenAPI document. */
export const PATIENT_OPERATIONS = [
  'setProtection',
  'nameProtectionContacts',
  'handleOutside',
  'blockEntries',
  'endBlock',
  'listBlockedUnits',
  'objectToDisclosure',
  'endObjection',
] as const satisfies readonly OperationName[];

export type PatientOperation = (typeof PATIENT_OPERATIONS)[number];
