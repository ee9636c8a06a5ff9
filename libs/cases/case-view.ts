import type { Instant, LocalDate } from '@hemgang/kernel';
import type { AfterwardsView } from './event-view';

/** A unit as a reader sees it. */
export interface UnitView {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
}

export interface DutyView {
  readonly id: string;
  readonly key: string;
  /** The rule it rests on, as cited: `2017:612 2:3`. */
  readonly rule: string;
  readonly title: string;
  readonly owner: {
    readonly huvudman: string;
    readonly unit: UnitView;
    readonly person: { readonly id: string; readonly name: string } | null;
  };
  /** The words of a commitment, when the reader's controller was told them; else null. */
  readonly text: string | null;
  readonly openedAt: Instant;
  readonly dueAt: Instant | null;
  readonly overdue: boolean;
  readonly closedAt: Instant | null;
  readonly outcome: string | null;
  readonly handover: string | null;
}

export interface AllowedCommandView {
  readonly name: string;
  readonly label: string;
  readonly consequence: string;
  /** The handover it is for; null when it is the ward's or the engine's. */
  readonly handover: string | null;
  /** What the body must say to mean this one: `{ handover: 'h2-1' }`, `{ atagande: 'a7' }`, or nothing. */
  readonly target: Readonly<Record<string, string>>;
  /**
   * Whether the body says with whom, how and when it happened outside (`registered`): `required` for
   * somebody without an account, `optional` when the others may have been told first, else `no`.
   */
  readonly registered: 'required' | 'optional' | 'no';
  /** Whether it fulfils an open duty of the reader's unit. */
  readonly isWaitedFor: boolean;
}

export interface OtherCommandView {
  readonly name: string;
  readonly label: string;
  readonly whyNot: string;
}

export interface PartyView {
  /** The handover's or the move's id; `ward`, and `ward-<unit>` for a ward that had the patient. */
  readonly id: string;
  readonly huvudman: string;
  readonly unit: UnitView;
  readonly kind: string;
  readonly since: Instant;
  /** First reading by anybody at the unit, from the access log. */
  readonly seenAt: Instant | null;
  /** When it had acknowledged everything sent so far; null while something is unacknowledged. */
  readonly acknowledgedAt: Instant | null;
}

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

/** A commitment between the parties. */
export interface AtagandeView {
  readonly id: string;
  /** Who took it on, or proposed it. */
  readonly by: UnitView;
  /** Whom it was proposed to; null when it was taken on. */
  readonly to: UnitView | null;
  /** Who answers for it now. */
  readonly owner: UnitView;
  /** Null when the reader's controller was not told its words. */
  readonly text: string | null;
  readonly dueAt: Instant;
  readonly word: string;
  readonly wordText: string;
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

/** Content that was disclosed to the reader's controller. */
export interface EntryView {
  readonly seq: number;
  readonly entry: string;
  readonly legalBasis: string;
  readonly recordedAt: Instant;
  /** The event whose content it is, when it was handed on later; null: the event's own. */
  readonly source: number | null;
  readonly body: Readonly<Record<string, unknown>>;
  /** The event that struck it; null while it stands. */
  readonly struckBy: number | null;
}

export interface PatientView {
  readonly number: string;
  readonly name: string;
  readonly address: string | null;
  readonly municipality: string | null;
  /** folkbokford, none, lma or eu; null where nobody has told the reader. */
  readonly registration: string | null;
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

/** A case as one reader may see it. Texts are in the reader's language. */
export interface CaseView {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly state: string;
  readonly stateText: string;
  readonly why: string;
  readonly openedAt: Instant;
  readonly endedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** Null until the patient's facts have been disclosed to the reader's controller. */
  readonly patient: PatientView | null;
  /** Under 18 at the admission; null when the number is not known or does not tell. */
  readonly isChild: boolean | null;
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
  readonly duties: readonly DutyView[];
  readonly allowedCommands: readonly AllowedCommandView[];
  readonly otherCommands: readonly OtherCommandView[];
  readonly parties: readonly PartyView[];
  /** One per municipality with a receiver in the case. */
  readonly jointAnswers: readonly JointAnswerView[];
  readonly handovers: readonly HandoverView[];
  readonly moves: readonly MoveView[];
  readonly ataganden: readonly AtagandeView[];
  readonly readiness: readonly ReadinessView[];
  readonly transfers: readonly MunicipalTransferView[];
  readonly entries: readonly EntryView[];
  /** For the side that registered it and those who were told. */
  readonly afterwards: readonly AfterwardsView[];
  /** In the order of their days; the last of a role that has begun holds. */
  readonly municipalities: readonly MunicipalityView[];
  readonly missing: readonly MissingView[];
}

/** A case in a list. */
export interface CaseSummaryView {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly state: string;
  readonly stateText: string;
  readonly openedAt: Instant;
  readonly endedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** Null for a unit that only carries out help. */
  readonly ward: UnitView | null;
  readonly patient: { readonly name: string } | null;
}

/** A line of a worklist. */
export interface DutyLineView extends DutyView {
  readonly caseId: string;
  readonly caseType: string;
  readonly patient: { readonly name: string } | null;
}

/** Something the reader's unit was told; the case holds the content. */
export interface NoticeView {
  readonly id: string;
  readonly caseId: string;
  readonly entry: string;
  readonly duty: string | null;
  readonly audience: string | null;
  readonly createdAt: Instant;
}

/** A unit that a patient can be handed over to. */
export interface ReceiverUnitView extends UnitView {
  readonly kind: string;
  /** SCB code of the one municipality it serves; null when it serves the county. */
  readonly municipality: string | null;
  /** Outside the county: nobody there has an account. */
  readonly external: boolean;
  /** How it is reached beside its telephone; null for a unit with accounts. */
  readonly contact: ContactCardView | null;
}

/** How a unit without accounts is reached. */
export interface ContactCardView {
  readonly organisation: string;
  readonly address: string;
  readonly secureMail: string | null;
}

/** The draft of an incident in a list. It names no patient. */
export interface IncidentSummaryView {
  readonly id: string;
  readonly caseId: string;
  /** The event by which it was found out. */
  readonly seq: number;
  readonly kind: string;
  readonly text: string;
  readonly createdAt: Instant;
}

/** The draft of an incident: who had opened the case, from the access log. */
export interface IncidentView extends IncidentSummaryView {
  readonly openings: readonly {
    readonly at: Instant;
    readonly staff: { readonly id: string; readonly name: string };
    readonly unit: UnitView;
    readonly action: string;
  }[];
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}
