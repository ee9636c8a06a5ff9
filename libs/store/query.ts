import { appendAccess, appendList } from './access-log';
import type { AccessLine, EventRow } from './case-write';
import { readIncident, readIncidents, type Incident } from './incident-store';
import type { BadCursor, Page } from './page';
import {
  takeAttachment,
  type AskedAttachment,
  type AttachmentLines,
  type TakenAttachment,
} from './reads/attachment';
import { readCaseView, type CaseViewRows } from './reads/case-view';
import { readCasesAmong, readCasesOf, type CaseListRow } from './reads/cases-of';
import { readDeliveries, type StoredDelivery } from './reads/deliveries';
import { readDisclosures, type StoredDisclosure } from './reads/disclosures';
import { readEarlierStay } from './reads/earlier-stay';
import { readEvents, readMessageEvents, type MessageEventRow } from './reads/events';
import { readHomecomings, type NamedHomecoming } from './reads/homecomings';
import { readStaysOf, type StayRow } from './reads/stays-of';
import { readStaysOnWard, type OpenStayRow } from './reads/stays-on-ward';
import { readNotices, type NoticeReader, type NoticeRow } from './reads/notices';
import { readUnread } from './reads/unread';
import { readAgreedMeasures, type AgreedMeasureRow } from './agreed-measure-store';
import { readPack, readPacks, type PackRow, type WholePackRow } from './pack-store';
import { readSavedViews, type SavedViewRow } from './saved-view-store';
import { readWorklist, type WorklistFilter, type WorklistRow } from './reads/worklist';
import type { ShownPatient } from './sql/seal';
import { PLAN_DRAFT, type PlanDraftRow } from './sql/plan-drafts';
import type { Queryable } from './statement';

/**
 * What can be asked inside `Database.read`. It gives rows, it does not judge whether the reader may
 * see them: that is decided in libs/cases, and behind it by the walls of the tables (record 18).
 */
export class Query {
  constructor(private readonly session: Queryable) {}

  /**
   * Everything the view of a case needs, as of one moment; null when there is no such case.
   * @param withLog whether the view tells the log too
   */
  caseView(caseId: string, withLog = false): Promise<CaseViewRows | null> {
    return readCaseView(this.session, caseId, withLog);
  }

  /** The same of a stay that one of the reader's unit shows as the one before it, without log and content. */
  earlierStay(caseId: string): Promise<CaseViewRows | null> {
    return readEarlierStay(this.session, caseId);
  }

  /** Cases of a type that the unit is a party of, the latest opened first. */
  casesOf(
    unit: string,
    type: string,
    cursor: string | null,
    limit: number,
  ): Promise<Page<CaseListRow> | BadCursor> {
    return readCasesOf(this.session, unit, type, cursor, limit);
  }

  /** Those of these cases that the unit is a party of. */
  casesAmong(unit: string, ids: readonly string[]): Promise<readonly CaseListRow[]> {
    return readCasesAmong(this.session, unit, ids);
  }

  /** Stays of a person that the unit is a party of, the open ones first. */
  staysOf(person: string, unit: string): Promise<readonly StayRow[]> {
    return readStaysOf(this.session, person, unit);
  }

  /** Stays that go on and that the unit is a party of as a ward, the longest first. */
  staysOnWard(unit: string): Promise<readonly OpenStayRow[]> {
    return readStaysOnWard(this.session, unit);
  }

  /** Whom the unit waits for: patients in hospital, each with when she is expected. */
  homecomings(unit: string): Promise<readonly NamedHomecoming[]> {
    return readHomecomings(this.session, unit);
  }

  /** Open duties of the units, the soonest due first, those without a due time last. */
  worklist(
    units: readonly string[],
    filter: WorklistFilter,
    cursor: string | null,
    limit: number,
  ): Promise<Page<WorklistRow> | BadCursor> {
    return readWorklist(this.session, units, filter, cursor, limit);
  }

  /** What the unit was told, the latest first. */
  notices(
    reader: NoticeReader,
    cursor: string | null,
    limit: number,
  ): Promise<Page<NoticeRow> | BadCursor> {
    return readNotices(this.session, reader, cursor, limit);
  }

  /** In how many cases the unit was told something that nobody there has seen. */
  unread(unit: string): Promise<number> {
    return readUnread(this.session, unit);
  }

  /** How the worklist of the unit is seen: the person's own views, and what is shared. */
  savedViews(unit: string, staff: string): Promise<readonly SavedViewRow[]> {
    return readSavedViews(this.session, unit, staff);
  }

  /** Editions of the packs of a place whose joint group the reader sits in. */
  packs(place: string): Promise<readonly PackRow[]> {
    return readPacks(this.session, place);
  }

  /** One edition with what it says; null: none that the reader may see. */
  pack(id: string): Promise<WholePackRow | null> {
    return readPack(this.session, id);
  }

  /** What has been agreed at a place whose joint group the reader sits in. */
  agreedMeasures(place: string): Promise<readonly AgreedMeasureRow[]> {
    return readAgreedMeasures(this.session, place);
  }

  /** Drafts of incidents of the unit, the latest first. */
  incidents(
    unit: string,
    cursor: string | null,
    limit: number,
  ): Promise<Page<Incident> | BadCursor> {
    return readIncidents(this.session, unit, cursor, limit);
  }

  /** One draft of the unit; null when it has no such draft. */
  incident(unit: string, id: number): ReturnType<typeof readIncident> {
    return readIncident(this.session, unit, id);
  }

  /** The events of a case after `afterSeq`, in order. */
  events(caseId: string, afterSeq: number, limit: number): Promise<readonly EventRow[]> {
    return readEvents(this.session, caseId, afterSeq, limit);
  }

  /** The events of a case that tell of messages, in order. */
  messageEvents(caseId: string, types: readonly string[]): Promise<readonly MessageEventRow[]> {
    return readMessageEvents(this.session, caseId, types);
  }

  /** Everything that was handed out or kept in a case, in the order in which it happened. */
  disclosures(caseId: string): Promise<readonly StoredDisclosure[]> {
    return readDisclosures(this.session, caseId);
  }

  /** What left the application because of a case, in the order in which it was written. */
  deliveries(caseId: string): Promise<readonly StoredDelivery[]> {
    return readDeliveries(this.session, caseId);
  }

  /** A file of a case with its line of the access log; null, and the other line: there is none. */
  takeAttachment(asked: AskedAttachment, lines: AttachmentLines): Promise<TakenAttachment | null> {
    return takeAttachment(this.session, asked, lines);
  }

  /** The draft of a SIP's next plan that goes on; null: there is none. */
  async planDraft(caseId: string): Promise<PlanDraftRow | null> {
    const [row] = await this.session.run(PLAN_DRAFT, [caseId]);
    return row ?? null;
  }

  /** Notes what is read, in the same transaction: nothing is shown that was not noted. */
  appendAccess(lines: readonly AccessLine[]): Promise<void> {
    return appendAccess(this.session, lines);
  }

  /**
   * Notes a list as one line with its patients: whom the same person was shown in the same list less
   * than an hour ago, and nothing has happened since, is not noted again.
   */
  appendList(line: AccessLine, shown: readonly ShownPatient[]): Promise<void> {
    return appendList(this.session, line, shown);
  }
}
