import type { Instant, LocalDate } from '@hemgang/kernel';
import type { RehabDays } from '@workflows/handover';
import type {
  AtagandeView,
  CaseSummaryView,
  CaseView,
  ContactCardView,
  DutyView,
  PersonView,
  UnitView,
} from '../case-view';
import type { DelayView } from './delay-types';

/** What a municipality as a whole has answered; computed from its units' own answers. */
export interface JointAnswerView {
  readonly huvudman: { readonly id: string; readonly name: string };
  /** The unit to call; null until the municipality has named one. */
  readonly coordinator: UnitView | null;
  /** When its last unit can receive; null while one has not said, or when all can now. */
  readonly canReceiveFrom: Instant | null;
  /** Units that have not said when. */
  readonly waitingFor: readonly UnitView[];
  readonly text: string;
}

/** A receiving unit's side, or its patient's way home from a korttids. */
export interface HandoverView {
  readonly id: string;
  readonly unit: UnitView;
  readonly kind: string;
  /** One derived word: notified … taken-over. */
  readonly word: string;
  readonly text: string;
  /** What the receiver has answered last; null before, and for the way home from a korttids. */
  readonly answer: string | null;
  readonly canReceiveFrom: Instant | null;
  /** Its fast vårdkontakt; `person` is null when only a name was given. */
  readonly fastVardkontakt: {
    readonly person: { readonly id: string; readonly name: string } | null;
    /** Whether this one calls to the SIP (2017:612 4:3). */
    readonly isCalling: boolean;
  } | null;
  /** The first visit as planned. */
  readonly plannedStart: Instant | null;
  /** Open care: the contact agreed with the patient. */
  readonly contactAt: Instant | null;
  /** The unit that carries out the help; null when none has the assignment. */
  readonly executor: UnitView | null;
  /** A one-time link for reporting the start; only for the unit that made it, to send it on. */
  readonly startLink: { readonly path: string; readonly expiresAt: Instant } | null;
  /** How the start turned out, as last reported, by whom and how that reached us. */
  readonly report: {
    readonly outcome: string;
    readonly at: Instant;
    readonly reporter: string;
    readonly source: string;
  } | null;
  /** Local days of rehabilitation as they hold now; null: nothing has been said of it. */
  readonly rehab: RehabDays | null;
  readonly unacknowledged: readonly {
    readonly id: string;
    readonly entry: string;
    /** Null: written, but not sent outside yet. */
    readonly sentAt: Instant | null;
  }[];
  /** Nobody there has an account: the ward sends by hand and registers what it is told. */
  readonly external: boolean;
  /** How an external receiver is reached beside its telephone. */
  readonly contact: ContactCardView | null;
  /** What waits to be sent outside by hand, oldest first. */
  readonly unsent: readonly { readonly entry: string; readonly since: Instant }[];
}

/** An item of the ward's one list before going home. */
export interface ReadinessView {
  readonly item: string;
  readonly text: string;
  /** `undone` also when nobody has ticked it. */
  readonly status: string;
  /** Who said so last, and when; null when nobody has. */
  readonly unit: UnitView | null;
  readonly at: Instant | null;
}

/** The stay that this one follows on: how it was planned, and what did not come in time. */
export interface PreviousStayView {
  readonly id: string;
  readonly endedAt: Instant;
  readonly ward: UnitView;
  readonly handovers: readonly HandoverView[];
  /** Its duties that ended too late, or are still open past their time. */
  readonly late: readonly DutyView[];
}

/** A move to another ward of the region. */
export interface MoveView {
  readonly id: string;
  readonly from: UnitView;
  readonly to: UnitView;
  /** requested, accepted, declined, cancelled or ended. */
  readonly word: string;
  readonly text: string;
  readonly requestedAt: Instant;
  readonly plannedAt: Instant | null;
  /** When the patient could be moved; never that she is utskrivningsklar. */
  readonly readyAt: Instant | null;
}

/** A request to move the case to another municipality (SoL 29:10). */
export interface MunicipalTransferView {
  readonly id: string;
  readonly from: UnitView;
  readonly to: UnitView;
  /** requested, accepted, declined, decided, withdrawn or void. */
  readonly word: string;
  readonly text: string;
  readonly requestedAt: Instant;
}

/** Somebody close to the patient. */
export interface ContactView {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly phone: string | null;
  /** Has custody of the patient, who is a child. */
  readonly custody: boolean;
  /** none, god-man or forvaltare. */
  readonly representative: string;
  /** nothing, times or everything. */
  readonly mayBeTold: string;
}

/** Whether a child has been heard, and what it said or why not. */
export interface ChildHeardView {
  readonly heard: boolean;
  readonly reason: string;
  readonly recordedAt: Instant;
}

/** What a municipality is to the patient, from a day on. */
export interface MunicipalityView {
  readonly role: string;
  readonly text: string;
  /** Null: no municipality from that day on. */
  readonly municipality: { readonly code: string; readonly name: string } | null;
  readonly from: LocalDate;
  /** The rule it rests on. */
  readonly basis: string;
}

/** Something that ought to be known of the patient and is not. */
export interface MissingView {
  readonly key: string;
  readonly text: string;
  readonly rule: string;
}

/** A SIP that belongs to the stay, as far as it has told; who takes part in it reads the rest there. */
export interface SipOfStayView {
  readonly case: string;
  /** When its kallelse was sent. */
  readonly calledAt: Instant | null;
  /** The patient said no, or it is not made. */
  readonly declined: boolean;
  /** Whether the reader's unit is a party of it and may open it. */
  readonly takesPart: boolean;
}

/** One stay in hospital as one reader may see it. */
export interface DischargeView extends CaseView {
  /** Only for the ward's own authority. */
  readonly childHeard: ChildHeardView | null;
  /** Those that hold, as far as they have been disclosed to the reader's controller. */
  readonly contacts: readonly ContactView[];
  readonly communicationNeeds: {
    readonly language: string;
    readonly interpreter: boolean;
    readonly hearing: string | null;
    readonly sight: string | null;
    readonly other: string | null;
  } | null;
  readonly expectedDischargeAt: Instant | null;
  /** Where the patient goes; null until somebody has said so. */
  readonly destination: string | null;
  readonly utskrivningsklar: {
    readonly judgedAt: Instant;
    readonly sentAt: Instant | null;
    /** `open-compulsory-care`: the decision on it counts as the notice (2017:612 3:1 st.2). */
    readonly basis: string;
  } | null;
  /** How the stay ended; null while it goes on. */
  readonly ending: { readonly word: string; readonly text: string } | null;
  /** On leave and not discharged: the latest leave that has not been ended. */
  readonly permission: { readonly from: Instant; readonly until: Instant } | null;
  /** LPT or LRV; only for readers of the ward's own authority. */
  readonly compulsory: { readonly law: string; readonly text: string } | null;
  /** What takes the place of the SIP, and by which rule; null when nothing does. */
  readonly insteadOfSip: { readonly rule: string; readonly text: string } | null;
  /** Null when there is none within the agreed days, or the reader may not see it. */
  readonly previous: PreviousStayView | null;
  /** That the patient has been admitted again; the case is null until it is known. */
  readonly readmission: { readonly case: string | null; readonly at: Instant } | null;
  /** One per municipality with a receiver in the case. */
  readonly jointAnswers: readonly JointAnswerView[];
  readonly handovers: readonly HandoverView[];
  readonly moves: readonly MoveView[];
  readonly ataganden: readonly AtagandeView[];
  readonly readiness: readonly ReadinessView[];
  readonly transfers: readonly MunicipalTransferView[];
  /** Null when nobody has waited a day as utskrivningsklar. */
  readonly delay: DelayView | null;
  readonly sips: readonly SipOfStayView[];
  /** In the order of their days; the last of a role that has begun holds. */
  readonly municipalities: readonly MunicipalityView[];
  readonly missing: readonly MissingView[];
}

/** A stay in a list. */
export interface DischargeSummaryView extends CaseSummaryView {
  /** Null for a unit that only carries out help. */
  readonly ward: UnitView | null;
  /** What each municipality as a whole has answered, in words. */
  readonly answers: readonly string[];
  /** Whom the reader's unit has appointed as fast vårdkontakt. */
  readonly fastVardkontakt: PersonView | null;
}
