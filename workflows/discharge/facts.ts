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

/** What a SIP of the stay tells it (2017:612 4:1-4:3). */
const ofSips: readonly FactDeclaration[] = [
  {
    name: 'sip-started',
    label: { sv: 'En SIP är startad', en: 'A SIP has been started' },
  },
  {
    name: 'sip-declined',
    label: { sv: 'Det blir ingen SIP', en: 'There will be no SIP' },
  },
  {
    name: 'sip-resumed',
    label: { sv: 'SIP erbjuds på nytt', en: 'A SIP is offered anew' },
  },
  {
    name: 'sip-struck',
    label: { sv: 'SIP:en är makulerad', en: 'The SIP has been struck' },
  },
  {
    name: 'kallelse-sent',
    label: { sv: 'Kallelsen till SIP är skickad', en: 'The call to the SIP has been sent' },
  },
  {
    name: 'kallelse-withdrawn',
    label: {
      sv: 'Kallelsen till SIP är återtagen',
      en: 'The call to the SIP has been taken back',
    },
  },
];

/** The fact that a new stay tells the one before it. */
export const PATIENT_READMITTED = patientReadmitted.name;

/** What it tells that one when the new stay turns out to be an error or somebody else's. */
export const PATIENT_NOT_READMITTED = patientNotReadmitted.name;

/** What linked cases may tell a discharge. */
export const dischargeFacts: readonly FactDeclaration[] = [
  patientReadmitted,
  patientNotReadmitted,
  ...ofSips,
];
