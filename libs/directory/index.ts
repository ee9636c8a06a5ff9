export { Directory } from './directory';
export { COUNTY_HOURS } from './cover/county-hours';
export {
  hoursOf,
  openStateAt,
  type OpenState,
  type Span,
  type UnitHours,
  type WeekHours,
} from './cover/opening-hours';
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
