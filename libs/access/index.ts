export { Audit } from './audit';
export { LogExport, type LogPeriod, type PatientExtract } from './log/log-export';
export { DECISIONS, LogFollowUp, type ReviewDecision } from './log/log-follow-up';
export { extractText, type ExtractLine } from './log/patient-extract';
export type { ReviewLineView, ReviewView } from './log/review-view';
export { REVIEW_REASONS } from './log/risk';
export { CheckpointFolder } from './seal/checkpoint-folder';
export { erasureAction, erasureOf, rangesOf } from './seal/erasure-entry';
export { ErasureFolder, type ErasureOrder } from './seal/erasure-folder';
export { recordText } from './seal/export';
export { newKey, readKeys, type SigningKey } from './seal/keys';
export type { RestoreEntry } from './seal/lines';
export { readRecord, type CheckpointRecord, type KeyRecord, type SealRecord } from './seal/records';
export type { Sealer } from './seal/sealer';
export type { SealFault, SealFaultCode, SealVerdict } from './seal/verdict';
export { verifyLog } from './seal/verify-log';
export { hinders, isBlocked, type Block } from './blocks';
export {
  EMERGENCY_REASON_WORDS,
  EMERGENCY_REASONS,
  emergencyMs,
  givesCare,
  type EmergencyReason,
} from './break-glass';
export { BackChannel, type LoggedOut } from './back-channel';
export { issuerSchema, type Issuer, type IssuerView } from './issuer';
export { personOf, type Claims } from './person-of';
export { machineKeyFault, type MachineKey } from './machine-keys';
export { MachineTokens, type TokenAnswer } from './machine-tokens';
export { openAccess, type Access } from './open-access';
export { PURPOSES, purposeOfUnit, type Purpose } from './purpose';
export { isSteppedUp, NO_SESSION, operator, readerOf, type Reader } from './reader';
export {
  Sessions,
  type AssignmentView,
  type MeView,
  type SessionLimits,
  type SessionResources,
  type SessionView,
} from './sessions';
export { accessSettings, NO_ISSUERS, type AccessSettings } from './settings';
export {
  SignIn,
  STEPPED_UP_MS,
  type SignedIn,
  type SignInNote,
  type SignInRefusal,
} from './sign-in';
export * from './policy';
