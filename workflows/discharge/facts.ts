import type { FactDeclaration } from '@hemgang/engine';

const patientReadmitted = {
  name: 'patient-readmitted',
  label: {
    sv: 'Patienten är inskriven igen – det som skulle börja ställs in',
    en: 'The patient is admitted again – what was to start is called off',
  },
} as const satisfies FactDeclaration;

const patientNotReadmitted = {
  name: 'patient-not-readmitted',
  label: {
    sv: 'Patienten är inte inskriven igen – det som ställdes in gäller',
    en: 'The patient is not admitted again – what was called off holds',
  },
  takesBack: patientReadmitted.name,
} as const satisfies FactDeclaration;

/** The fact that a new stay tells the one before it. */
export const PATIENT_READMITTED = patientReadmitted.name;

/** What it tells that one when the new stay turns out to be an error or somebody else's. */
export const PATIENT_NOT_READMITTED = patientNotReadmitted.name;

/** What linked cases may tell a discharge. */
export const dischargeFacts: readonly FactDeclaration[] = [patientReadmitted, patientNotReadmitted];
