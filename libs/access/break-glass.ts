import { MINUTE_MS, type Text } from '@hemgang/kernel';
import type { Reader } from './reader';

/** Why somebody opens what another unit of the same care provider holds (PDL 4:1, 4:2). */
export const EMERGENCY_REASONS = [
  'treats-now',
  'called-in',
  'patient-safety',
  'patient-asks',
] as const;

export type EmergencyReason = (typeof EMERGENCY_REASONS)[number];

export const EMERGENCY_REASON_WORDS: Readonly<Record<EmergencyReason, Text>> = {
  'treats-now': { sv: 'Vårdar patienten just nu', en: 'Treats the patient now' },
  'called-in': { sv: 'Tillkallad av den som vårdar', en: 'Called in by whoever treats' },
  'patient-safety': { sv: 'Patientsäkerhet', en: 'Patient safety' },
  'patient-asks': { sv: 'Patienten ber om det', en: 'The patient asks for it' },
};

/** How long an opening lasts unless the customer has said otherwise (ux-security 2.2). */
const EMERGENCY_MINUTES_DEFAULT = 60;

/** @param minutes as the customer has set them */
export function emergencyMs(minutes = EMERGENCY_MINUTES_DEFAULT): number {
  return minutes * MINUTE_MS;
}

/** The patient data act speaks of health care: whoever acts in it and does more than administer. */
export function givesCare({ purpose, roles }: Pick<Reader, 'purpose' | 'roles'>): boolean {
  return purpose === 'care' && roles.some((role) => role !== 'administrator');
}
