export { Directory } from './directory';
export { directoryFaults, isPhoneNumber } from './faults';
export { ROLES, ROLE_TEXTS, type Role } from './role';
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
