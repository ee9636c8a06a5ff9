export { Directory } from './directory';
export {
  START_REASONS,
  hasCapacity,
  placesOn,
  type StartReason,
  type UnitCapacity,
} from './cover/capacity';
export { COUNTY_HOURS } from './cover/county-hours';
export type { Reads } from './cover/cover-at';
export { NO_COVER, type CoverData, type KeptWatch, type NotedAbsence } from './cover/cover-data';
export { hoursOfUnit, openingOf, readersOf } from './cover/cover-of';
export {
  hoursOf,
  isOpenAt,
  readableAt,
  type HoursOn,
  type Span,
  type UnitHours,
  type WeekHours,
} from './cover/opening-hours';
export type { NoticeAudience } from './cover/readers-at';
export { holderAt, type WatchTurn } from './cover/watches';
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
export {
  CARES,
  HOSPITAL_KINDS,
  type Assignment,
  type Care,
  type ContactCard,
  type Controller,
  type DirectoryRows,
  type Hospital,
  type Huvudman,
  type StandingContact,
  type Staff,
  type Unit,
} from './rows';
export { UNIT_KINDS, canReceiveHandover, type UnitKind } from './unit-kind';
