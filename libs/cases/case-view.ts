import type { Instant } from '@hemgang/kernel';
import type { AfterwardsView } from './event-view';
import type { PatientOperation } from './protection/patient-operation-names';

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

/** That the patient's identity is protected, and whom to ask. */
export interface ProtectionView {
  /** marked, protected or fictitious. */
  readonly grade: string;
  readonly text: string;
  /** Whether the reader is one of those who see what the grade allows. */
  readonly isNamed: boolean;
  /** Handled outside the tool: what is written in words is not kept. */
  readonly isOutside: boolean;
  /** Of each controller that has named somebody: two of its staff and a telephone. */
  readonly contacts: readonly {
    readonly controller: string;
    readonly names: readonly string[];
    readonly phone: string;
  }[];
}

/** What every case shows to one reader, whatever its type. Texts are in the reader's language. */
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
  /** Null: her identity is not protected. */
  readonly protection: ProtectionView | null;
  /** Something written at another unit of the reader's controller is blocked (PDL 4:4). */
  readonly isBlocked: boolean;
  /** Since when she objects to what the reader's controller discloses; null: she does not. */
  readonly objectionSince: Instant | null;
  /** Read in an emergency opening, until then; null: the reader's unit is a party. */
  readonly emergencyUntil: Instant | null;
  /** What she can do about the patient beside the commands, by names of operations; a hint. */
  readonly patientOperations: readonly PatientOperation[];
  /** Under 18 when the case was opened; null when the number is not known or does not tell. */
  readonly isChild: boolean | null;
  readonly duties: readonly DutyView[];
  readonly allowedCommands: readonly AllowedCommandView[];
  readonly otherCommands: readonly OtherCommandView[];
  readonly parties: readonly PartyView[];
  readonly entries: readonly EntryView[];
  /** For the side that registered it and those who were told. */
  readonly afterwards: readonly AfterwardsView[];
}

/** What every case shows in a list. */
export interface CaseSummaryView {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly state: string;
  readonly stateText: string;
  readonly openedAt: Instant;
  readonly endedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** Null for a unit that must not know, and in a case without a patient. */
  readonly patient: { readonly name: string } | null;
}

/** A colleague, by id and name. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
}

/** A line of a worklist. */
export interface DutyLineView extends DutyView {
  readonly caseId: string;
  readonly caseType: string;
  /** What a command about what is shown here names in `If-Match`. */
  readonly caseVersion: number;
  readonly patient: { readonly name: string } | null;
  /** When somebody at the unit first saw the case since the duty arose; null: nobody yet. */
  readonly seen: { readonly at: Instant; readonly by: PersonView | null } | null;
  /** Whether the reader has seen the case as it is now. */
  readonly openedByYou: boolean;
}

/** Something the reader's unit was told; the case holds the content. */
export interface NoticeView {
  readonly id: string;
  readonly caseId: string;
  readonly entry: string;
  readonly duty: string | null;
  /** Whom a reminder speaks to; null: it is none. */
  readonly audience: string | null;
  readonly createdAt: Instant;
  /** Null when the unit has left the case. */
  readonly caseType: string | null;
  /** The duty that it tells of; null: there is something to read. */
  readonly title: string | null;
  /** What left for the reader because of it, that her unit has seen the case since, that it is done. */
  readonly trail: readonly NoticeTrailView[];
}

/** What a notice went through, by when it happened. */
export interface NoticeTrailView {
  readonly kind: 'queued' | 'sent' | 'delivered' | 'opened' | 'seen' | 'acted' | 'failed';
  readonly at: Instant;
  readonly reason: string | null;
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
  /** Whether it is open; null for a unit outside the county. */
  readonly opening: OpeningView | null;
}

/** Whether a unit is open and who reads, for who is about to send to it. */
export interface OpeningView {
  readonly isOpen: boolean;
  /** When it closes, or opens; null: it is always open. */
  readonly until: Instant | null;
  /** `county`: by the county's hours for its kind, which are assumed. */
  readonly source: 'unit' | 'county';
  /** Who reads now. */
  readonly reads: ReadsView;
  /** Who reads from `until` on; null: nothing changes then. */
  readonly then: ReadsView | null;
}

/** Who reads what comes to a unit, for others: never a person by name. */
export interface ReadsView {
  readonly by: 'unit' | 'watch' | 'manager' | 'nobody';
  /** What the watch is called; null: it is none, or its name would tell something. */
  readonly watch: string | null;
  /** Whether who reads may decide; null: nobody reads. */
  readonly mayDecide: boolean | null;
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
