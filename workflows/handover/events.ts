import type { MachineEvent } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';

/** Something new from the ward that must be acknowledged. */
export interface NoticePayload {
  readonly entry: string;
  readonly expectedDischargeAt?: Instant;
  readonly utskrivningsklarSentAt?: Instant;
}

/** Everything a handover machine handles: the receiver's commands and the ward's messages. */
export type HandoverEvent =
  | MachineEvent<'notice', NoticePayload>
  | MachineEvent<'utskrivningsklar-withdrawn', NoticePayload>
  | MachineEvent<'patient-left', NoticePayload & { readonly leftAt: Instant }>
  | MachineEvent<'patient-died'>
  | MachineEvent<'patient-readmitted'>
  | MachineEvent<'patient-transferred'>
  | MachineEvent<'notice-withdrawn'>
  | MachineEvent<'case-makulerad'>
  | MachineEvent<'receiver-removed'>
  | MachineEvent<'ward-changed', { readonly ward: string }>
  | MachineEvent<'acknowledge', { readonly messages?: readonly string[] }>
  | MachineEvent<'answer', { readonly answer: 'known' | 'not-known' }>
  | MachineEvent<'reject'>
  | MachineEvent<'withdraw-party'>
  | MachineEvent<'start-planning'>
  | MachineEvent<'state-can-receive-from', { readonly canReceiveFrom: Instant }>
  | MachineEvent<'report-ready', { readonly canReceiveFrom?: Instant }>
  | MachineEvent<'appoint-fast-vardkontakt', { readonly staff?: string }>
  | MachineEvent<'mark-calling-contact'>
  | MachineEvent<'clarify-open-care', { readonly available: boolean }>
  | MachineEvent<'take-over'>;

/** Messages from the ward that the receiver must acknowledge. */
export type NoticeEvent = Extract<
  HandoverEvent,
  { type: 'notice' | 'utskrivningsklar-withdrawn' | 'patient-left' }
>;

export function isNotice(event: HandoverEvent): event is NoticeEvent {
  return (
    event.type === 'notice' ||
    event.type === 'utskrivningsklar-withdrawn' ||
    event.type === 'patient-left'
  );
}
