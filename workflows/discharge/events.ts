import { kindGiven, type Disputed, type MachineEvent } from '@hemgang/engine';
import type { Instant, LocalDate, PatientNumberKind } from '@hemgang/kernel';
import type { PromisedBy } from '@workflows/atagande';
import { RECEIVER_KINDS, type Destination, type ReceiverKind } from '@workflows/handover';
import type { MainMessageEvent } from '@workflows/message';
import type { CompulsoryLaw, Leaving, Needs, PreviousStay, ReadyBasis } from './context';
import type { ResponsibleMunicipality } from './municipalities';
import type { DayRange, DelayCause } from './delay';
import type { ReadinessItem, ReadinessStatus } from './readiness';

/**
 * Everything the ward's machine handles: the ward's commands, what handovers report and what linked
 * cases tell.
 */
export type DischargeEvent =
  | MachineEvent<'admit', { readonly needs?: Needs }>
  | MachineEvent<'judge-need', { readonly needs: Needs; readonly judgedAt?: Instant }>
  | MachineEvent<
      'send-inskrivningsmeddelande',
      {
        readonly receivers: readonly string[];
        readonly expectedDischargeAt: Instant;
        readonly destination?: Destination;
      }
    >
  | MachineEvent<'plan-destination', { readonly destination: Destination }>
  | MachineEvent<'change-expected-discharge', { readonly expectedDischargeAt: Instant }>
  | MachineEvent<
      'mark-utskrivningsklar',
      {
        readonly judgedAt: Instant;
        readonly secrecyHinders?: boolean;
        readonly basis?: ReadyBasis;
      }
    >
  | MachineEvent<'notify-utskrivningsklar'>
  | MachineEvent<'hold-back-notice' | 'hold-back-information'>
  | MachineEvent<'withdraw-utskrivningsklar'>
  | MachineEvent<'send-utskrivningsinformation'>
  | MachineEvent<'give-patient-summary'>
  | MachineEvent<'readdress', { readonly replaces: string; readonly unit: string }>
  | MachineEvent<'discharge', { readonly ending?: Leaving }>
  | MachineEvent<'report-discharge-not-carried-out', { readonly expectedDischargeAt: Instant }>
  | MachineEvent<'transfer-to-region'>
  | MachineEvent<'drop-returned', { readonly returned: string }>
  | MachineEvent<'add-receiver', { readonly unit: string }>
  | MachineEvent<'remove-receiver', { readonly receiver: string }>
  | MachineEvent<'register-death'>
  | MachineEvent<'identify-patient'>
  | MachineEvent<'split-patient'>
  | MachineEvent<'take-on', PromisedBy>
  | MachineEvent<'propose-atagande', PromisedBy & { readonly unit: string }>
  | MainMessageEvent
  | MachineEvent<
      'tick-readiness',
      { readonly item: ReadinessItem; readonly status: ReadinessStatus }
    >
  | MachineEvent<'set-delay-cause', DayRange & { readonly cause: DelayCause }>
  | MachineEvent<'comment-delay-cause', { readonly setting: string }>
  | MachineEvent<
      'set-delay-cause-struck' | 'comment-delay-cause-struck',
      { readonly event: number }
    >
  | MachineEvent<'move-wrong-person'>
  | MachineEvent<'strike-wrong-person'>
  | MachineEvent<'patient-readmitted', { readonly case?: string }>
  | MachineEvent<'name-coordinator', { readonly unit: string }>
  | MachineEvent<'contact-appointed', { readonly unit: string }>
  | MachineEvent<'contact-withdrawn', { readonly unit: string }>
  | MachineEvent<'calling-contact-marked', { readonly unit: string }>
  | MachineEvent<'request-move', { readonly unit: string; readonly plannedAt?: Instant }>
  | MachineEvent<'moved', { readonly unit: string }>
  | MachineEvent<'move-ended'>
  | MachineEvent<'no-need'>
  | MachineEvent<'makulera-case'>
  | MachineEvent<'note-permission', { readonly from: Instant; readonly until: Instant }>
  | MachineEvent<'end-permission'>
  | MachineEvent<'note-compulsory-care', { readonly law: CompulsoryLaw | 'none' }>
  | MachineEvent<'handover-rejected', { readonly unit: string }>
  | MachineEvent<'handover-withdrawn', { readonly unit: string }>
  | MachineEvent<'handover-taken-over'>
  | MachineEvent<'handover-forwarded', { readonly unit: string }>
  | MachineEvent<
      'change-folkbokforing',
      { readonly municipality?: string; readonly from: LocalDate }
    >
  | MachineEvent<'assign-municipality', ResponsibleMunicipality>
  | MachineEvent<'handover-not-taken-over'>
  | MachineEvent<'disputed', Disputed>
  | MachineEvent<'corrected', { readonly facts: Readonly<Record<string, unknown>> }>
  | MachineEvent<
      | 'judge-need-struck'
      | 'send-inskrivningsmeddelande-struck'
      | 'mark-utskrivningsklar-struck'
      | 'notify-utskrivningsklar-struck'
      | 'hold-back-notice-struck'
      | 'hold-back-information-struck'
      | 'send-utskrivningsinformation-struck'
      | 'give-patient-summary-struck'
      | 'discharge-struck'
    >
  | MachineEvent<'note-contact-struck', { readonly contact?: string; readonly event: number }>
  | MachineEvent<'end-contact-struck', { readonly contact: string }>
  | MachineEvent<
      'note-communication-needs-struck' | 'note-child-heard-struck',
      { readonly before: number | null }
    >
  | MachineEvent<'request-municipal-transfer', { readonly unit: string; readonly from?: LocalDate }>
  | MachineEvent<'municipal-transfer-answered', { readonly handover: string }>
  | MachineEvent<
      'municipality-transferred',
      {
        readonly unit: string;
        readonly municipality: string;
        /** The handover of the unit that asked. */
        readonly handover: string;
        readonly from: LocalDate;
      }
    >
  | MachineEvent<'receiver-lacks-information'>
  | MachineEvent<'note-contact', { readonly contact?: string }>
  | MachineEvent<'end-contact', { readonly contact: string }>
  | MachineEvent<'note-communication-needs'>
  | MachineEvent<'share-contacts'>
  | MachineEvent<'note-child-heard'>
  | MachineEvent<'sip-declined' | 'sip-resumed' | 'sip-struck' | 'kallelse-withdrawn', FromCase>
  | MachineEvent<'sip-started', FromCase & KnownBySip>
  | MachineEvent<'kallelse-sent', FromCase & { readonly sentAt: Instant }>;

/** What a SIP knows of the stay when it says that it belongs to it. */
export interface KnownBySip {
  readonly noticeAt: Instant | null;
  readonly caller: string | null;
}

/** The case that tells a fact. */
interface FromCase {
  readonly case: string;
}

/** What the use case knows of the person that the payload names. */
interface PersonGiven {
  readonly number: PatientNumberKind;
  readonly is: 'same' | 'known' | 'new';
  readonly municipality: string | null;
}

/** Absent when the command names nobody, or is only asked about. */
export function personGiven(
  given: Readonly<Record<string, unknown>> | undefined,
): PersonGiven | undefined {
  return given?.['person'] as PersonGiven | undefined;
}

/** The stay before this one, as the use case looked it up. */
export function previousGiven(given: Readonly<Record<string, unknown>>): PreviousStay | null {
  return (given['previous'] ?? null) as PreviousStay | null;
}

/** SCB code of the municipality that a unit works for. */
export function municipalityGiven(
  given: Readonly<Record<string, unknown>>,
  unit: string,
): string | undefined {
  return ((given['municipality'] ?? {}) as Readonly<Record<string, string>>)[unit];
}

/** The kind of a unit if it is one that can receive a patient. */
export function receiverKind(
  given: Readonly<Record<string, unknown>>,
  unit: string,
): ReceiverKind | undefined {
  return RECEIVER_KINDS.find((kind) => kind === kindGiven(given, unit));
}
