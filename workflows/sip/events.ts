import type { Disputed, MachineEvent } from '@hemgang/engine';
import type { Instant, LocalDate } from '@hemgang/kernel';
import type { MainMessageEvent } from '@workflows/message';
import type {
  CloseReason,
  ContactKind,
  LinkedStay,
  Meeting,
  MeetingWay,
  NamedContact,
  PlanForm,
  ProposedMeeting,
} from './context';

/** How the stay ended, as it tells it. */
export type StayEnding = 'left' | 'transferred' | 'deceased' | 'makulerad';

/** Whether the SIP has nothing more to do with the stay. */
export function isGone(ending: StayEnding): boolean {
  return ending === 'makulerad' || ending === 'transferred';
}

/** Everything the SIP's machine handles. Free text and personal data are content and not here. */
export type SipEvent =
  | MachineEvent<'start-sip'>
  | MachineEvent<'link-stay'>
  | MachineEvent<'offer-sip'>
  | MachineEvent<'refuse-sip'>
  | MachineEvent<'record-consent', { readonly until?: LocalDate }>
  | MachineEvent<'decline-sip'>
  | MachineEvent<'record-attitude'>
  | MachineEvent<'withdraw-consent'>
  | MachineEvent<
      'call',
      {
        readonly units: readonly string[];
        readonly meeting?: Meeting;
        readonly proposed?: ProposedMeeting;
      }
    >
  | MachineEvent<'withdraw-call'>
  | MachineEvent<'invite'>
  | MachineEvent<'book-meeting' | 'move-meeting', Meeting>
  | MachineEvent<'cancel-meeting'>
  | MachineEvent<'hold-meeting', { readonly way: MeetingWay }>
  | MachineEvent<'draft-plan', { readonly responsible: string; readonly form: PlanForm }>
  | MachineEvent<'establish-plan', { readonly version: number; readonly followUpOn: LocalDate }>
  | MachineEvent<'report-measure'>
  | MachineEvent<'follow-up', { readonly followUpOn?: LocalDate }>
  | MachineEvent<'plan-follow-up', { readonly followUpOn: LocalDate }>
  | MachineEvent<'close-sip', { readonly because: CloseReason }>
  | MachineEvent<'register-death'>
  | MachineEvent<'makulera-sip'>
  | MachineEvent<'name-contact', { readonly kind: ContactKind; readonly from: LocalDate }>
  | MachineEvent<'end-contact', { readonly kind: ContactKind }>
  | MachineEvent<
      'name-contact-struck' | 'end-contact-struck',
      {
        readonly kind: ContactKind;
        readonly before: NamedContact | null;
        /** The struck event. */
        readonly event: number;
      }
    >
  | MachineEvent<'note-custody'>
  | MachineEvent<'note-child-heard'>
  | MachineEvent<'note-measure-decision'>
  | MachineEvent<'participant-approved', { readonly unit: string; readonly version: number }>
  | MachineEvent<'notice-sent', { readonly sentAt: Instant; readonly caller: string | null }>
  | MachineEvent<'notice-withdrawn'>
  | MachineEvent<'caller-named', { readonly caller: string | null }>
  | MachineEvent<'stay-ended', { readonly ending: StayEnding }>
  | MainMessageEvent
  | MachineEvent<'disputed', Disputed>;

/** The stay that the payload names, as the use case looked it up; null when it names none. */
export function stayGiven(given: Readonly<Record<string, unknown>>): LinkedStay | null {
  return (given['stay'] ?? null) as LinkedStay | null;
}

/** From which age on the child may decide without her guardian (SoL 21:1). */
export type ChildAge = 'under-12' | 'from-12' | 'from-15';

/** Null: no child, or nobody knows. */
export function childAgeGiven(given: Readonly<Record<string, unknown>>): ChildAge | null {
  return (given['childAge'] ?? null) as ChildAge | null;
}
