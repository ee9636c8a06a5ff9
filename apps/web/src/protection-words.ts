import type { EmergencyReason } from './api/types';
import type { Text } from './language';

/** Why somebody opens what another unit of her care provider holds. */
export const emergencyReasonWords: Readonly<Record<EmergencyReason, Text>> = {
  'treats-now': { sv: 'Vårdar patienten just nu', en: 'Treats the patient now' },
  'called-in': { sv: 'Tillkallad av den som vårdar', en: 'Called in by whoever treats' },
  'patient-safety': { sv: 'Patientsäkerhet', en: 'Patient safety' },
  'patient-asks': { sv: 'Patienten ber om det', en: 'The patient asks for it' },
};
