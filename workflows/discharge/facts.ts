import type { FactDeclaration } from '@hemgang/engine';

const patientReadmitted = {
  name: 'patient-readmitted',
  label: {
    sv: 'Patienten är inskriven igen – det som skulle börja ställs in',
    en: 'The patient is admitted again – what was to start is called off',
  },
} as const satisfies FactDeclaration;

/** The fact that a new stay tells the one before it. */
export const PATIENT_READMITTED = patientReadmitted.name;

/** What linked cases may tell a discharge. */
export const dischargeFacts: readonly FactDeclaration[] = [patientReadmitted];
