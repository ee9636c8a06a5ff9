export { Audit } from './audit';
export { CheckpointFolder } from './seal/checkpoint-folder';
export { recordText } from './seal/export';
export { newKey, readKeys, type SigningKey } from './seal/keys';
export type { RestoreEntry } from './seal/lines';
export { readRecord, type CheckpointRecord, type KeyRecord, type SealRecord } from './seal/records';
export type { Sealer } from './seal/sealer';
export type { SealFault, SealFaultCode, SealVerdict } from './seal/verdict';
export { verifyLog } from './seal/verify-log';
