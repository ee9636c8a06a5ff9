import type { CaseState, Outcome } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import type { PersonRow } from './person-store';

/** A duty as a row: open, or closed with its outcome. */
export interface DutyRow {
  readonly id: string;
  readonly key: string;
  readonly machine: string;
  readonly unit: string;
  readonly person: string | null;
  readonly since: Instant;
  readonly due: Instant | null;
  readonly openedSeq: number;
  readonly closedSeq: number | null;
  readonly closedAt: Instant | null;
  readonly outcome: Outcome | null;
}

/** The one timer of a duty: its next reminder. */
export interface TimerRow {
  readonly duty: string;
  readonly step: string;
  readonly due: Instant;
  readonly fireAt: Instant;
}

/** A unit that takes part in a case from now on, or no more. */
export interface PartyRow {
  readonly unit: string;
  /** Machine id of its handover; null for the ward. */
  readonly handover: string | null;
  readonly kind: string;
  readonly since: Instant;
  /** When its assignment ended; null while it is a party. */
  readonly until: Instant | null;
}

/** Content as one controller holds it. Removing the row is the erasure; the digest stays. */
export interface ContentRow {
  readonly controller: string;
  readonly entry: string;
  readonly legalBasis: string;
  /** Random, 16 bytes as hexadecimal; lies with the content so that erasure removes it too. */
  readonly salt: string;
  /** The event whose content this is, handed on later to somebody new; null: this event's own. */
  readonly source: number | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What an event led to that no other row keeps: a duty's row shows only where it stands now. */
export interface EventResults {
  /** What was told to which units. */
  readonly told: readonly { readonly entry: string; readonly units: readonly string[] }[];
  /** Duties that went on with another time or owner. */
  readonly moved: readonly {
    readonly duty: string;
    readonly before: MovedFacts;
    readonly after: MovedFacts;
  }[];
  /** Machines that it changed or opened. */
  readonly machines: readonly string[];
  /** To which controllers content went, and on which ground (PDL 3:11); absent: to none. */
  readonly disclosed?: readonly DisclosedFact[];
  /** To whom content did not go, and why; absent: nothing was kept. */
  readonly withheld?: readonly WithheldFact[];
}

/** One copy that went to another controller than the author's. */
export interface DisclosedFact {
  readonly entry: string;
  readonly controller: string;
  readonly basis: string;
  /** Nobody named the ground: it was taken for granted. */
  readonly assumed?: true;
  /** The event whose content was handed on later; absent: the event's own. */
  readonly source?: number;
}

/** Content that stayed: the receiver learnt of the event alone. */
export interface WithheldFact {
  readonly entry: string;
  readonly controller: string;
  readonly why: string;
  /** The rule of secrecy by which it stays. */
  readonly rule: string;
}

interface MovedFacts {
  readonly unit: string;
  readonly since: Instant;
  readonly due: Instant | null;
}

/** A kind of event and the unit that made it. */
export interface Maker {
  readonly type: string;
  readonly machine: string | null;
  readonly unit: string;
}

/** One line of the event log: no personal data, no free text. */
export interface EventRow {
  readonly seq: number;
  readonly type: string;
  readonly machine: string | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly given: Readonly<Record<string, unknown>>;
  /** SHA-256 of salt and content per controller, hexadecimal. */
  readonly digests: Readonly<Record<string, string>>;
  readonly results: EventResults;
  /** SHA-256 of the line's canonical JSON, hexadecimal. */
  readonly hash: string;
}

/** A duty that begins at the unit with what it is told, and may not wait until somebody looks. */
export interface Beginning {
  /** Its id. */
  readonly begins: string;
  readonly urgency: 'acute' | 'start';
}

/** A unit is told something, inside the application: what happened, or a rung of a duty's ladder. */
export interface NoticeTask {
  readonly job: 'deliver-notices';
  readonly task:
    | ({
        readonly entry: string;
        /** It stands at the case, and nobody is told outside. */
        readonly quiet?: true;
      } & Partial<Beginning>)
    | {
        readonly entry: string;
        readonly duty: string;
        readonly audience: string;
        /** It cannot wait for anybody's hours, digest or quiet. */
        readonly acute?: true;
      };
}

/** Another case is told a fact of this one. */
export interface TellCaseTask {
  readonly job: 'tell-case';
  readonly task: { readonly fact: string; readonly payload: Readonly<Record<string, unknown>> };
}

/** How the case was opened is put together as the draft of an incident. */
export interface IncidentTask {
  readonly job: 'draft-incident';
  readonly task: { readonly because: 'wrong-person' };
}

/**
 * Something that must be done outside the transaction: ids, kinds and times only. Each task names
 * its job in the queue's catalogue.
 */
export type OutboxRow = (NoticeTask | TellCaseTask | IncidentTask) & {
  /** Unique for ever: case, sequence number and receiver. The effect happens once per key. */
  readonly key: string;
  /** The unit, or the case, that it is for; order is kept per case and receiver. */
  readonly receiver: string;
};

/** Who did what with which patient's data, where and when (HSLF-FS 2016:40 4:9). */
export interface AccessLine {
  readonly at: Instant;
  readonly staff: string | null;
  readonly assignment: string | null;
  readonly unit: string | null;
  readonly person: string | null;
  readonly caseId: string | null;
  /** `command:acknowledge`, `read:case`, `refused:acknowledge:ROLE_NOT_ALLOWED`. */
  readonly action: string;
  /** What the one who did it was signed in for; null: the system, or it was not said. */
  readonly purpose?: string | null;
  /** Number of the session; null: there was none. */
  readonly session?: number | null;
}

/** A repeat of the same key by the same caller answers the same. */
export interface IdempotencyRow {
  readonly caller: string;
  readonly key: string;
  /** SHA-256 of path and canonical body, hexadecimal. */
  readonly bodyHash: string;
  readonly status: number;
}

/** Everything one command writes, in one statement, all or nothing. */
export interface CaseWrite {
  readonly caseId: string;
  /** Whom the case is about after this command; null: no patient, or many. */
  readonly personId: string | null;
  /** The person's row when the command says who the patient is: added, or brought up to date. */
  readonly person: PersonRow | null;
  /** SCB county code of the region whose stay it is; with the person it is unique while open. */
  readonly region: string;
  /** 0 opens the case; otherwise the version the decision was made on. */
  readonly expectedVersion: number;
  readonly state: CaseState;
  readonly definitionHash: string;
  readonly word: string;
  readonly endedAt: Instant | null;
  readonly event: EventRow;
  readonly contents: readonly ContentRow[];
  /** Rows to insert or replace, by id. */
  readonly duties: readonly DutyRow[];
  /** Timers to set; every other timer of a duty in `duties` is removed. */
  readonly timers: readonly TimerRow[];
  readonly parties: readonly PartyRow[];
  readonly outbox: readonly OutboxRow[];
  readonly idempotency: IdempotencyRow | null;
  /** One line per person whose data the command touched: two when the case changes its person. */
  readonly access: readonly AccessLine[];
  /**
   * Controllers whose contents of this case's earlier events are removed, with their salts: the
   * statutory erasure. The events and their digests stay. Absent: nobody's.
   */
  readonly erasedAt?: readonly string[];
  /**
   * True while seeding lives the case through its past: no sweeper fires its timers and no relay
   * tells its facts until `SeedingStore.release`. Absent for everybody else.
   */
  readonly seeding?: boolean;
}

/** How a write ended. Anything but `written` has written nothing at all. */
export type WriteOutcome =
  | { readonly kind: 'written' }
  /** Another command won this version: decide again on the new state. */
  | { readonly kind: 'stale' }
  /** The same caller's key has been used, perhaps a moment ago by a concurrent repeat. */
  | { readonly kind: 'key-used' }
  /** The person has a stay in this region that has not ended. */
  | { readonly kind: 'stay-open' };

/** A case as stored, with what a command needs to decide. */
export interface StoredCase {
  readonly id: string;
  readonly type: string;
  /** Null: it is about no patient, or about many. */
  readonly personId: string | null;
  readonly region: string;
  readonly version: number;
  readonly definitionHash: string;
  readonly state: CaseState;
}
