import type { HandoverContext } from '../context';

/** Roles that act for a municipal unit. */
export const MUNICIPAL = ['municipal-coordinator', 'municipal-nurse'];

/** Roles that act for the region's open care. */
export const OPEN_CARE = ['primary-care-nurse', 'specialist-nurse', 'open-care-manager'];

/** Roles of the ward, which acts for a receiver outside. */
export const SENDERS = ['ward-staff', 'physician'];

/** Roles that act for any receiver. */
export const RECEIVERS = [...MUNICIPAL, ...OPEN_CARE];

/** Commands of a receiver go to its own handover. */
export const to = 'handover';

/** Who reports: the receiving unit, or the unit that carries out the help. */
export const reporters = ({ unit, executor }: HandoverContext): readonly string[] =>
  executor === undefined ? [unit] : [unit, executor];
