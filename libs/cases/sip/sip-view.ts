import type { Instant, LocalDate } from '@hemgang/kernel';
import type { CaseSummaryView, CaseView, UnitView } from '../case-view';

/** A SIP in a list. */
export interface SipSummaryView extends CaseSummaryView {
  /** Who answers for it. */
  readonly unit: UnitView;
}

/** A samordnad individuell plan as one reader may see it. */
export interface SipView extends CaseView {
  readonly sip: SipPartView;
}

/** What is the SIP's own. Words are null when the reader's controller was not told them. */
export interface SipPartView {
  /** Who answers for it: who started it, later the unit with the overall responsibility. */
  readonly unit: UnitView;
  /** The stay that it belongs to now; null for outpatients. */
  readonly stay: SipStayView | null;
  readonly need: string | null;
  /** Every unit that takes part. */
  readonly units: readonly SipUnitView[];
  readonly consent: SipConsentView;
  /** When the units were called; null: not yet, or taken back. */
  readonly calledAt: Instant | null;
  readonly participants: readonly SipParticipantView[];
  /** Times that the called units choose from; null: none, or a meeting has ended them. */
  readonly proposed: SipProposedView | null;
  /** Those who are no units here: a school, a dentist, a relative. */
  readonly invited: readonly SipInvitedView[];
  /** Every meeting that was booked, in the order in which they were. */
  readonly meetings: readonly SipMeetingView[];
  /** Every version of the plan, the first one first. */
  readonly plan: readonly PlanVersionView[];
  /** What was told of measures since, in that order. */
  readonly reports: readonly MeasureReportView[];
  readonly followUps: readonly FollowUpView[];
  /** The day of the next follow-up; null while none is set. */
  readonly followUpOn: LocalDate | null;
  /** Those that hold and those that held, in the order in which they were named. */
  readonly contacts: readonly NamedContactView[];
  readonly child: SipChildView;
  readonly patientkontrakt: PatientkontraktView;
}

export interface HuvudmanView {
  readonly id: string;
  readonly name: string;
}

/** A unit that takes part: a measure of the plan is its, and its huvudman's. */
export interface SipUnitView {
  readonly unit: UnitView;
  readonly huvudman: HuvudmanView;
}

export interface SipStayView {
  readonly case: string;
  /** When the notice that the patient is utskrivningsklar was sent. */
  readonly noticeAt: Instant | null;
  /** The unit of the fast vårdkontakt that calls (2017:612 4:3). */
  readonly caller: UnitView | null;
}

/** A stay of the same person that a SIP can be linked to. */
export interface StayToLinkView {
  readonly case: string;
  readonly ward: UnitView;
  readonly openedAt: Instant;
  /** Null: the person is still in hospital. */
  readonly endedAt: Instant | null;
}

export interface SipConsentView {
  /** toOffer, offered, consented, clarified, withdrawn, declined, refused or ended. */
  readonly word: string;
  readonly text: string;
  readonly offeredAt: Instant | null;
  /** Every consent that was given, in that order. */
  readonly given: readonly GivenConsentView[];
  /** How a person who cannot consent stands to it; null when nothing was noted. */
  readonly attitude: SipAttitudeView | null;
}

export interface GivenConsentView {
  readonly event: number;
  readonly at: Instant;
  readonly givenBy: string;
  readonly way: string;
  /** What may be told to whom. */
  readonly scope: string | null;
  /** What it does not cover. */
  readonly notCovering: string | null;
  /** The last day on which it holds; null: until it is withdrawn. */
  readonly until: LocalDate | null;
  /** When it was withdrawn, or another came in its place. */
  readonly endedAt: Instant | null;
}

export interface SipAttitudeView {
  readonly event: number;
  readonly at: Instant;
  readonly attitude: string | null;
  readonly representative: string | null;
  readonly representativeName: string | null;
}

export interface SipParticipantView {
  readonly id: string;
  readonly unit: UnitView;
  readonly word: string;
  readonly text: string;
  readonly calledBy: UnitView;
  /** attends, does-not-attend or new-time; null: not answered, or asked anew. */
  readonly answer: string | null;
  readonly proposedAt: Instant | null;
  readonly comment: string | null;
}

export interface SipProposedView {
  readonly way: string;
  readonly times: readonly SipProposedTimeView[];
}

/** One of the proposed times, and each called unit once. */
export interface SipProposedTimeView {
  readonly at: Instant;
  readonly can: readonly UnitView[];
  readonly cannot: readonly UnitView[];
  readonly unanswered: readonly UnitView[];
}

export interface SipInvitedView {
  readonly event: number;
  readonly who: string | null;
  readonly as: string | null;
  readonly contact: string | null;
}

export interface SipMeetingView {
  readonly at: Instant;
  readonly way: string;
  readonly place: string | null;
  /** booked, moved, cancelled or held. */
  readonly word: string;
  readonly attended: string | null;
}

export interface PlanVersionView {
  /** The event that wrote it. */
  readonly version: number;
  readonly at: Instant;
  readonly by: UnitView | null;
  /** sip, or samordnad-vardplan of open compulsory care. */
  readonly form: string;
  /** The unit of the huvudman that has the overall responsibility. */
  readonly responsible: UnitView;
  /** When it began to hold; null for a draft. */
  readonly establishedAt: Instant | null;
  readonly approvals: readonly PlanApprovalView[];
  readonly content: PlanContentView | null;
  /** What differs from the version before. */
  readonly changes: readonly PlanChangeView[];
}

export interface PlanApprovalView {
  readonly unit: UnitView;
  readonly at: Instant;
  readonly reserved: boolean;
  readonly reservation: string | null;
}

export interface PlanContentView {
  readonly matters: string;
  readonly goals: readonly string[];
  readonly needs: readonly string[];
  readonly measures: readonly MeasureView[];
  readonly ownActions: readonly string[];
  readonly measuresByOthers: readonly string[];
  readonly crisisPlan: string | null;
  readonly contacts: readonly PlanContactView[];
  /** What was spoken of for the follow-up; the day holds only when the plan is established. */
  readonly followUpOn: LocalDate | null;
  readonly nextMeeting: string | null;
}

export interface MeasureView {
  readonly id: string;
  readonly what: string;
  /** The place in `goals` of the goal that it serves, the first is 1; null: none of them. */
  readonly goal: number | null;
  readonly huvudman: HuvudmanView;
  readonly unit: UnitView;
  readonly person: string | null;
  readonly by: LocalDate | null;
  readonly status: string;
}

export interface PlanContactView {
  readonly name: string;
  readonly role: string;
  readonly phone: string | null;
}

/** A difference between two versions of a plan. */
export interface PlanChangeView {
  /** `goals`, `measures`, `measures.status`, `crisisPlan` … */
  readonly field: string;
  /** The measure or contact; null for a text of the plan as a whole. */
  readonly item: string | null;
  /** Null: it was not there. */
  readonly before: string | null;
  /** Null: it is not there any more. */
  readonly after: string | null;
}

export interface MeasureReportView {
  readonly event: number;
  readonly at: Instant;
  readonly unit: UnitView | null;
  readonly measure: string | null;
  readonly status: string | null;
  readonly comment: string | null;
}

export interface FollowUpView {
  readonly event: number;
  readonly at: Instant;
  readonly result: string;
  readonly notes: string | null;
  readonly followUpOn: LocalDate | null;
}

export interface NamedContactView {
  /** vardkontakt, lakarkontakt or omsorgskontakt. */
  readonly kind: string;
  readonly name: string | null;
  readonly phone: string | null;
  /** Who answers for the contact. */
  readonly unit: UnitView | null;
  readonly from: LocalDate;
  /** Null: it holds. */
  readonly until: LocalDate | null;
}

/** What is particular when the person is a child. */
export interface SipChildView {
  readonly guardians: readonly string[];
  readonly custody: string | null;
  /** Whether she was heard; null where nobody has told the reader. */
  readonly heard: boolean | null;
  readonly said: string | null;
  readonly decisions: readonly MeasureDecisionView[];
}

/** Who consents to a measure (SoL 21:1). */
export interface MeasureDecisionView {
  readonly event: number;
  readonly measure: string | null;
  readonly consentedBy: string | null;
  readonly isPlacement: boolean;
}

/** The four parts of a patientkontrakt, as far as the SIP holds them. */
export interface PatientkontraktView {
  /** Överenskommelse: what matters to the person and the goals, of the plan that holds. */
  readonly agreement: { readonly matters: string; readonly goals: readonly string[] } | null;
  /** Fast vårdkontakt. */
  readonly contact: NamedContactView | null;
  /** Överenskommen tid: the meeting that is booked. */
  readonly meetingAt: Instant | null;
  /** Överenskommen tid: the day of the follow-up. */
  readonly followUpOn: LocalDate | null;
  /** Sammanhållen plan: the version that holds. */
  readonly plan: number | null;
}
