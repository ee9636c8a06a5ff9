import type { DischargeDuty } from './duties';

/** When each duty of the ward is due, in words for README.md; due-times.spec.ts has the instants. */
export const dueWords: Readonly<Record<DischargeDuty, string>> = {
  inskrivningsmeddelande: '24 elapsed hours after the admission, or after a later judgement',
  'beraknad-utskrivning': 'the expected discharge',
  underrattelse: 'agreed hours after the judgement (open only while secrecy hinders the notice)',
  utskrivningsinformation: 'end of the local day of the discharge, until then of the expected one',
  patientsammanfattning: 'the discharge, until then the expected one',
  'ny-mottagare': 'agreed hours after the first receiver sent its notice back or withdrew',
};
