import type { Refusal } from '@hemgang/kernel';
import type { Told } from './case-type';
import { patientSheet, type PatientSheet } from './discharge/patient-sheet';
import { sipSheet, type SipSheet } from './sip/sip-sheet';

/** What is printed for the person herself, by the path of the type of case. */
export interface Sheets {
  readonly discharges: PatientSheet;
  readonly sips: SipSheet;
}

export const SHEETS: {
  readonly [Path in keyof Sheets]: (told: Told) => Sheets[Path] | Refusal;
} = { discharges: patientSheet, sips: sipSheet };
