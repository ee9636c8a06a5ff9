import type { Disputed, MachineEvent } from '@hemgang/engine';

/** That one of its receivers has answered a message, and whom it told so. */
export interface Answered {
  readonly by: string;
  readonly to: readonly string[];
}

/** A unit that gets the message too; `handOver`: it owes the kvittens from then on. */
export interface Forwarding {
  readonly unit: string;
  readonly handOver?: boolean | undefined;
}

/** Everything a message handles: its receiver's commands and what the main machine says. */
export type MessageEvent =
  | MachineEvent<'acknowledge-message'>
  | MachineEvent<'forward-message', Forwarding>
  | MachineEvent<'answered', Answered>
  | MachineEvent<'message-struck'>
  | MachineEvent<'disputed', Disputed>
  | MachineEvent<'ward-changed', { readonly from: string; readonly ward: string }>
  | MachineEvent<'patient-died'>
  | MachineEvent<'patient-transferred'>
  | MachineEvent<'patient-readmitted'>
  | MachineEvent<'notice-withdrawn'>
  | MachineEvent<'case-makulerad'>
  | MachineEvent<'sip-ended'>
  | MachineEvent<'wrong-person'>;
