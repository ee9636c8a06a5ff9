import type { Disputed, MachineEvent } from '@hemgang/engine';

/** Everything a commitment handles: its parties' commands and what the ward's machine says. */
export type AtagandeEvent =
  | MachineEvent<'disputed', Disputed>
  | MachineEvent<'taken-on'>
  | MachineEvent<'proposed'>
  | MachineEvent<'accept-atagande'>
  | MachineEvent<'decline-atagande'>
  | MachineEvent<'fulfil-atagande'>
  | MachineEvent<'withdraw-atagande'>
  | MachineEvent<'ward-changed', { readonly from: string; readonly ward: string }>
  | MachineEvent<'patient-died'>
  | MachineEvent<'patient-transferred'>
  | MachineEvent<'notice-withdrawn'>
  | MachineEvent<'case-makulerad'>
  | MachineEvent<'wrong-person'>
  | MachineEvent<'patient-readmitted'>;
