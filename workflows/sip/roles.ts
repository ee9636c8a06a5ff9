/**
 * Everybody in health care and social services: whoever sees the need starts a SIP (HSL 16:4,
 * SoL 10:8), and every unit that is called answers for itself.
 */
export const SIP_ROLES = [
  'ward-staff',
  'physician',
  'municipal-coordinator',
  'municipal-nurse',
  'primary-care-nurse',
  'specialist-nurse',
  'open-care-manager',
];
