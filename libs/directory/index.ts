export { Directory } from './directory';
export { COUNTY_HOURS } from './cover/county-hours';
export {
  coverAt,
  type CoverAnswer,
  type CoveredUnit,
  type CoverRows,
  type Reads,
} from './cover/cover-at';
export {
  hoursOf,
  openStateAt,
  type OpenState,
  type Span,
  type UnitHours,
  type WeekHours,
} from './cover/opening-hours';
export { readersAt, type NoticeAudience, type Readers } from './cover/readers-at';
export type { Absence, HandOver, Watch, WatchRows, WatchTurn } from './cover/watches';
export { LivingDirectory } from './living-directory';
export {
  confirmBy,
  endOf,
  isInForce,
  locksAt,
  TERM_POLICY,
  type Term,
  type TermPolicy,
} from './term';
export { directoryFaults, isPhoneNumber } from './faults';
export { ROLES, ROLE_TEXTS, rolesAt, type Role } from './role';
export type {
  Assignment,
  ContactCard,
  Controller,
  DirectoryRows,
  Huvudman,
  StandingContact,
  Staff,
  Unit,
} from './rows';
export { UNIT_KINDS, canReceiveHandover, type UnitKind } from './unit-kind';
