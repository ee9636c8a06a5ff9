import type { AvvikelseContext } from '../context';

/** The group of machines that the commands are given to. */
export const to = 'avvikelse';

/**
 * Everybody: whoever meets it reports it, and who answers for a unit is the unit's own matter. Whether
 * she may see the case that it is about is asked of the case.
 */
export const ROLES = [
  'ward-staff',
  'physician',
  'municipal-coordinator',
  'municipal-nurse',
  'primary-care-nurse',
  'specialist-nurse',
  'open-care-manager',
  'administrator',
];

export const rule = 'avtal avvikelse';

/** Units whose staff give a command, by side. */
export const reporter = ({ reporter: unit }: AvvikelseContext): readonly string[] => [unit];
export const concerned = ({ concerned: unit }: AvvikelseContext): readonly string[] => [unit];
