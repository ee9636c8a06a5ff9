import type { Disputed, MachineEvent } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import type {
  Answer,
  Destination,
  HandoverContext,
  StartOutcome,
  UnacknowledgedMessage,
} from './context';

import type { RehabFact } from './rehab';

/** Something new from the ward that must be acknowledged. */
export interface NoticePayload {
  readonly entry: string;
  readonly expectedDischargeAt?: Instant;
  readonly utskrivningsklarSentAt?: Instant;
  readonly destination?: Destination;
}

/** Somebody who told it by phone; absent: the giver's own report. */
interface ToldBy {
  readonly byPhoneFrom?: 'patient' | 'relative' | 'executor';
}

/** How a start that did not come about turned out, and the new time if one was agreed. */
export interface NoStartPayload extends ToldBy {
  readonly outcome: Exclude<StartOutcome, 'started'>;
  readonly startAt?: Instant;
}

/** What a struck report has kept of the state before it. */
type BeforeReport = Pick<HandoverContext, 'report' | 'plannedStart' | 'contactAt'>;

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
  | MachineEvent<'wrong-person'>
  | MachineEvent<'receiver-removed'>
  | MachineEvent<'ward-changed', { readonly from: string; readonly ward: string }>
  | MachineEvent<'sent-outside', { readonly at: Instant }>
  | MachineEvent<'acknowledge', { readonly messages?: readonly string[] }>
  | MachineEvent<'answer', { readonly answer: Answer }>
  | MachineEvent<'reject'>
  | MachineEvent<'withdraw-party'>
  | MachineEvent<'forward', { readonly unit: string }>
  | MachineEvent<'start-planning'>
  | MachineEvent<'state-can-receive-from', { readonly canReceiveFrom: Instant }>
  | MachineEvent<'report-ready', { readonly canReceiveFrom?: Instant }>
  | MachineEvent<'appoint-fast-vardkontakt', { readonly staff?: string }>
  | MachineEvent<'mark-calling-contact'>
  | MachineEvent<'clarify-open-care', { readonly available: boolean }>
  | MachineEvent<'plan-start', { readonly startAt: Instant; readonly executor?: string }>
  | MachineEvent<'assign-executor', { readonly executor: string }>
  | MachineEvent<'book-contact', { readonly contactAt: Instant }>
  | MachineEvent<'create-start-link', { readonly validUntil?: Instant }>
  | MachineEvent<'take-over', ToldBy>
  | MachineEvent<'report-no-start', NoStartPayload>
  | MachineEvent<
      'register-call',
      { readonly calledBy: 'patient' | 'relative'; readonly outcome: 'started' | 'nobody-came' }
    >
  | MachineEvent<'register-rehab', Pick<RehabFact, 'step' | 'on'>>
  | MachineEvent<'register-rehab-struck', { readonly event: number }>
  | MachineEvent<'stay-on'>
  | MachineEvent<'left-in-error', NoticePayload>
  | MachineEvent<'arrival-struck'>
  | MachineEvent<'corrected', { readonly facts: Readonly<Record<string, unknown>> }>
  | MachineEvent<'disputed', Disputed>
  | MachineEvent<'acknowledge-struck', { readonly acknowledged: readonly UnacknowledgedMessage[] }>
  | MachineEvent<'take-over-struck' | 'register-call-struck', BeforeReport>
  | MachineEvent<
      | 'answer-struck'
      | 'start-planning-struck'
      | 'report-ready-struck'
      | 'appoint-fast-vardkontakt-struck'
      | 'clarify-open-care-struck'
    >;

/** Events that tell how the start turned out. */
export type ReportEvent = Extract<
  HandoverEvent,
  { type: 'take-over' | 'report-no-start' | 'register-call' }
>;

export function isReport(event: HandoverEvent): event is ReportEvent {
  return (
    event.type === 'take-over' || event.type === 'report-no-start' || event.type === 'register-call'
  );
}

/** What a report says of the start. */
export function outcomeOf(event: HandoverEvent): StartOutcome | null {
  if (!isReport(event)) return null;
  return event.type === 'take-over' ? 'started' : event.payload.outcome;
}

/** Messages from the ward that the receiver must acknowledge. */
export type NoticeEvent = Extract<
  HandoverEvent,
  { type: 'notice' | 'utskrivningsklar-withdrawn' | 'patient-left' | 'left-in-error' }
>;

export function isNotice(event: HandoverEvent): event is NoticeEvent {
  return (
    event.type === 'notice' ||
    event.type === 'utskrivningsklar-withdrawn' ||
    event.type === 'patient-left' ||
    event.type === 'left-in-error'
  );
}
