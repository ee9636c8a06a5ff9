import { FIELD_GROUPS, NOTHING_SHOWN, operator, type Mask, type Reader } from '@hemgang/access';
import { canReceiveHandover } from '@hemgang/directory';
import type { Instant, Language, Refusal } from '@hemgang/kernel';
import { HomecomingStore, type CaseListRow, type Query, type ShownPatient } from '@hemgang/store';
import { EXECUTOR_KINDS } from '@workflows/handover';
import { MESSAGE } from '@workflows/message';
import { CaseReading } from './case-reading';
import type { Beside } from './case-type';
import { caseTypeOf, type LineAt, type ViewAt } from './case-types';
import { disclosureViews, type DisclosureView } from './disclosure/disclosure-view';
import type { CaseView, DutyLineView, NoticeView, Page, ReceiverUnitView } from './case-view';
import { boardLines, type BoardLineView } from './discharge/ward-board';
import { noticeSheet, type NoticeSheet } from './discharge/notice-sheet';
import { lineName } from './protection/masked';
import { dutyView } from './duty-view';
import { isRefusal } from './envelope';
import type { EventView } from './event-view';
import { pastView, type PastCaseView } from './history';
import { inWorklist, noticeViews, shownInNotice, shownPatient } from './line-views';
import { masked } from './masked';
import { personView, receiverUnitView } from './names';
import { BAD_CURSOR, type PageRequest } from './paging';
import { dutyTitles } from './duty-titles';
import type { MessageView } from './messages/message-view';
import { MESSAGE_EVENTS, messageViews } from './messages/message-views';
import { deliveryViews } from './notices/delivery-views';
import type { DeliveryView } from './notices/notice-views';
import { receiversView, type ReceiversView } from './receivers/receivers-view';
import { SavedViews } from './saved-views/saved-views';
import { ViewDeliveries } from './saved-views/view-deliveries';
import { meetingFile } from './sip/meeting-file';
import { SHEETS, type Sheets } from './sheets';
import type { StayToLinkView } from './sip/sip-view';
import { shownLine } from './shown-line';
import { staysToLink } from './sip/stays-to-link';
import { strangerSince } from './stranger';
import type { ViewResources } from './view-resources';
import { accessLine } from './write';

/** A sequence number is a PostgreSQL integer. */
const SEQ_MAX = 2_147_483_647;

/** What an operator sees of a case: its process whole. Of contents there are no rows to show. */
const ALL_GROUPS: Mask = new Set(FIELD_GROUPS);

/**
 * Everything that is shown. Each read runs in the reader's own database context and leaves its line
 * in the access log within the same transaction: without the line there is no data.
 * @throws DatabaseUnavailable
 */
export class Views {
  /** How people see the worklist and the statistics, by names of their own, and when they are told. */
  readonly saved: SavedViews;
  readonly delivering: ViewDeliveries;
  private readonly reading: CaseReading;

  constructor(private readonly on: ViewResources) {
    this.reading = new CaseReading(on);
    this.saved = new SavedViews(on);
    this.delivering = new ViewDeliveries(on);
  }

  /** One case. Not being a party looks like there being no such case. */
  case<Path extends string>(
    path: Path,
    id: string,
    reader: Reader,
  ): Promise<ViewAt<Path> | Refusal> {
    const asked = { path, id, reading: 'case', action: 'read:case' } as const;
    return this.reading.read(asked, reader, (told, query) =>
      this.reading.shown<Path>(told, (work) => work(query)),
    );
  }

  /** What is sent on paper to a receiver of the case that has no account. */
  noticeSheet(
    path: string,
    id: string,
    handover: string,
    reader: Reader,
  ): Promise<NoticeSheet | Refusal> {
    const asked = { path, id, reading: 'notice', action: 'read:notice' } as const;
    return this.reading.read(asked, reader, (told) => noticeSheet(told, handover));
  }

  /** What the person herself is given on paper, of her stay or of her SIP. */
  sheet<Path extends keyof Sheets>(
    path: Path,
    id: string,
    reader: Reader,
  ): Promise<Sheets[Path] | Refusal> {
    const reading = { reading: 'patient-sheet', action: 'read:patient-sheet' } as const;
    return this.reading.read({ path, id, ...reading }, reader, SHEETS[path]);
  }

  /** Stays of a SIP's person that the reader's unit is a party of: what it can be linked to. */
  staysToLink(sip: string, reader: Reader): Promise<Page<StayToLinkView> | Refusal> {
    const reading = { reading: 'stays-of-sip', action: 'list:stays-of-sip' } as const;
    return this.reading.read({ path: 'sips', id: sip, ...reading }, reader, async (told, query) => {
      const { personId } = told.rows.case;
      const stays = personId === null ? [] : await query.staysOf(personId, reader.unit);
      return { items: staysToLink(told, stays), next: null };
    });
  }

  /** A case as it stood at an instant that has been; logged as a reading of its own. */
  caseAt<Path extends 'discharges' | 'sips'>(
    path: Path,
    id: string,
    at: Instant | null,
    reader: Reader,
  ): Promise<PastCaseView<ViewAt<Path>> | Refusal> {
    const asked = { path, id, reading: 'history', action: 'read:history' } as const;
    return this.reading.read(asked, reader, async (told, query) => {
      const events = await query.events(id, 0, told.rows.case.version);
      const beside = this.reading.beside(reader, (work) => work(query));
      return pastView<Path>(this.on.registry, told, events, at, beside);
    });
  }

  /** Whom the ward that has the patient is proposed to send to, and what speaks against others. */
  receiversFor(stay: string, reader: Reader): Promise<ReceiversView | Refusal> {
    const reading = { reading: 'receivers', action: 'read:receivers' } as const;
    const asked = { path: 'discharges', id: stay, ...reading };
    return this.reading.read(asked, reader, (told, query) =>
      receiversView(
        told,
        this.reading.beside(reader, (work) => work(query)),
        (units) => new HomecomingStore(this.on.works).of(units),
      ),
    );
  }

  /** The latest meeting of a SIP as a file for a calendar; nothing of a person stands in it. */
  meetingFile(
    sip: string,
    reader: Reader,
    origin: string,
  ): Promise<{ readonly text: string } | Refusal> {
    const asked = { path: 'sips', id: sip, reading: 'case', action: 'read:meeting-file' } as const;
    return this.reading.read(asked, reader, (told) => meetingFile(told, origin));
  }

  /**
   * The case as the answer to a command that the reader has just given: the command's own line in
   * the access log says who saw it, so this read adds none and is one round trip.
   */
  async afterCommand<Path extends string>(
    path: Path,
    id: string,
    reader: Reader,
  ): Promise<ViewAt<Path> | Refusal> {
    const { reads } = this.on;
    const withLog = this.reading.tellsLog(path);
    const stored = await reads.readAtOnce(reader, (query) => query.caseView(id, withLog));
    const told = this.reading.foundBy(path, 'case', stored, reader);
    if (isRefusal(told)) {
      // The command was the last thing that the unit had to do with the case.
      return this.reading.refused({ action: 'read:case', id }, told, reader);
    }
    return this.reading.shown<Path>(told, (work) => reads.read(reader, work));
  }

  /** What a command would lead to, told to who would give it. */
  preview(...asked: Parameters<CaseReading['preview']>): ReturnType<CaseReading['preview']> {
    return this.reading.preview(...asked);
  }

  /** The timeline of a case, oldest first; the cursor is a sequence number. */
  async events(
    path: string,
    id: string,
    reader: Reader,
    { cursor, limit }: PageRequest,
  ): Promise<Page<EventView> | Refusal> {
    const after = cursor === null ? 0 : Number(cursor);
    if (!Number.isInteger(after) || after < 0 || after > SEQ_MAX) return BAD_CURSOR;
    const asked = { path, id, reading: 'case', action: 'read:events' } as const;
    return this.reading.read(asked, reader, async (told, query) => {
      const { case: stored, parties } = told.rows;
      const places = parties.filter(({ unit }) => unit === reader.unit);
      const machines = places.map(({ handover }) => handover);
      const last = strangerSince(stored.state, machines) ?? SEQ_MAX;
      const found = await query.events(id, after, limit + 1);
      const events = found.filter(({ seq }) => seq <= last);
      const shown = events.slice(0, limit);
      return {
        items: caseTypeOf(stored.type).events(told, shown),
        next: events.length > limit ? String(shown.at(-1)?.seq) : null,
      };
    });
  }

  /** What the reader's controller has told others, and been told, on which grounds (PDL 3:11). */
  disclosures(path: string, id: string, reader: Reader): Promise<Page<DisclosureView> | Refusal> {
    const asked = { path, id, reading: 'case', action: 'read:disclosures' } as const;
    return this.reading.read(asked, reader, async (told, query) => {
      const { entries = [] } = await caseTypeOf(told.rows.case.type).view(told, this.alone);
      const found = await query.disclosures(id);
      return { items: disclosureViews(told, found, entries), next: null };
    });
  }

  /** Who was told outside the application because of a case, by which channel, with which result. */
  deliveries(path: string, id: string, reader: Reader): Promise<Page<DeliveryView> | Refusal> {
    const asked = { path, id, reading: 'case', action: 'read:deliveries' } as const;
    return this.reading.read(asked, reader, async (told, query) => ({
      items: deliveryViews(told, await query.deliveries(id), dutyTitles(this.on.registry)),
      next: null,
    }));
  }

  /** What the parties of a case have written to each other, as the reader's unit may see it. */
  async messages(path: string, id: string, reader: Reader): Promise<Page<MessageView> | Refusal> {
    const machines = this.on.registry.byPath(path)?.definition.machines ?? [];
    if (!machines.some(({ group }) => group === MESSAGE)) return { code: 'NOT_FOUND' };
    const asked = { path, id, reading: 'case', action: 'read:messages' } as const;
    return this.reading.read(asked, reader, async (told, query) => ({
      items: messageViews(told, await query.messageEvents(id, MESSAGE_EVENTS)),
      next: null,
    }));
  }

  /** Cases of a type that the reader's unit is a party of, the latest first. */
  async cases<Path extends string>(
    path: Path,
    reader: Reader,
    { cursor, limit }: PageRequest,
  ): Promise<Page<LineAt<Path>> | Refusal> {
    const { type } = this.on.registry.byPath(path)?.definition ?? {};
    if (type === undefined) return { code: 'NOT_FOUND' };
    return this.on.reads.read(reader, async (query) => {
      const page = await query.casesOf(reader.unit, type, cursor, limit);
      if (page.kind === 'bad-cursor') return BAD_CURSOR;
      const lines = page.items.flatMap((row) => this.lineFor<Path>(row, reader));
      const shown = lines.flatMap(({ line, patient }) => (line.patient === null ? [] : patient));
      await this.noteList(query, reader, 'list:cases', shown);
      return { items: lines.map(({ line }) => line), next: page.next };
    });
  }

  /** The open duties of the reader's unit, the soonest due first. */
  async worklist(
    reader: Reader,
    filter: { readonly overdue?: boolean },
    { cursor, limit }: PageRequest,
  ): Promise<Page<DutyLineView> | Refusal> {
    const now = this.on.clock.now();
    return this.on.reads.read(reader, async (query) => {
      const page = await query.worklist(
        [reader.unit],
        { ...filter, now, reader: reader.staff },
        cursor,
        limit,
      );
      if (page.kind === 'bad-cursor') return BAD_CURSOR;
      const rows = page.items.map((row) => inWorklist(row, reader));
      const shown = rows.flatMap(({ patient, caseId, caseVersion }) =>
        shownPatient(patient, caseId, caseVersion),
      );
      await this.noteList(query, reader, 'list:duties', shown);
      const directory = this.on.directory();
      const context = { directory, language: reader.language, now };
      return {
        items: rows.map((row) => {
          const workflow = this.on.registry.of(row.caseType, row.workflowVersion);
          return {
            ...dutyView(context, workflow, row, row.patient?.protection == null ? row.text : null),
            caseId: row.caseId,
            caseType: row.caseType,
            caseVersion: row.caseVersion,
            patient: lineName(row.patient, reader.language),
            seen:
              row.seenAt === null
                ? null
                : { at: row.seenAt, by: personView(directory, row.seenBy) },
            openedByYou: row.seenByReader,
          };
        }),
        next: page.next,
      };
    });
  }

  /** The patients of the reader's ward as they hang on its wall; noted as a list of them. */
  wardBoard(reader: Reader): Promise<Page<BoardLineView>> {
    return this.on.reads.read(reader, async (query) => {
      const stays = await query.staysOnWard(reader.unit);
      const shown = stays.flatMap(({ case: { id, version }, person }) =>
        shownPatient(person, id, version),
      );
      await this.noteList(query, reader, 'list:ward-board', shown);
      const { registry, clock } = this.on;
      return {
        items: boardLines({
          ...{ registry, reader, stays },
          directory: this.on.directory(),
          now: clock.now(),
        }),
        next: null,
      };
    });
  }

  /** A case and its timeline for an operator: the process, without patient and content. */
  async inspect(
    id: string,
    language: Language,
  ): Promise<{ readonly view: CaseView; readonly events: readonly EventView[] } | null> {
    return this.on.works.read('system', async (query) => {
      const stored = await query.caseView(id);
      if (stored === null) return null;
      const reader = operator(language);
      const { type, personId, version } = stored.case;
      const told = this.reading.told(stored, reader, NOTHING_SHOWN);
      await query.appendAccess([accessLine(reader, 'inspect:case', told.now, id, personId)]);
      const shown = caseTypeOf(type);
      return {
        view: masked(await shown.view(told, this.alone), shown.fields, ALL_GROUPS),
        events: shown.events(told, await query.events(id, 0, version)),
      };
    });
  }

  /** What the reader's unit has been told, the latest first. */
  async inbox(reader: Reader, { cursor, limit }: PageRequest): Promise<Page<NoticeView> | Refusal> {
    return this.on.reads.read(reader, async (query) => {
      const page = await query.notices(reader, cursor, limit);
      if (page.kind === 'bad-cursor') return BAD_CURSOR;
      await this.noteList(query, reader, 'list:notices', page.items.flatMap(shownInNotice));
      const titles = dutyTitles(this.on.registry);
      return { items: noticeViews(page.items, reader, titles), next: page.next };
    });
  }

  /** In how many cases the reader's unit was told something that nobody there has seen. */
  unread(reader: Reader): Promise<number> {
    return this.on.reads.read(reader, (query) => query.unread(reader.unit));
  }

  /** Units that a patient can be handed over to. */
  receivers(): readonly ReceiverUnitView[] {
    const now = this.on.clock.now();
    const directory = this.on.directory();
    return directory.rows.units
      .filter(({ kind, closedInto }) => closedInto === null && canReceiveHandover(kind))
      .map((unit) => receiverUnitView(directory, unit, now));
  }

  /** Units that a unit of the reader's huvudman may give an assignment to. */
  executors({ huvudman }: Reader): readonly ReceiverUnitView[] {
    const now = this.on.clock.now();
    const directory = this.on.directory();
    return directory.rows.units
      .filter(({ id, kind, closedInto }) => {
        const executes = EXECUTOR_KINDS.some((each) => each === kind);
        return executes && closedInto === null && directory.huvudmanOf(id)?.id === huvudman;
      })
      .map((unit) => receiverUnitView(directory, unit, now));
  }

  /** For a view that asks for no other case. */
  private get alone(): Beside {
    return { signer: this.on.signer, otherCase: () => Promise.resolve(null) };
  }

  private lineFor<Path extends string>(
    row: CaseListRow,
    reader: Reader,
  ): { readonly line: LineAt<Path>; readonly patient: readonly ShownPatient[] }[] {
    const shown = shownLine<Path>(row, reader, this.on.directory());
    if (shown === null) return [];
    const { id, version } = row.case;
    return [{ line: shown.line, patient: shownPatient(row.person, id, version) }];
  }

  /** One line for the list; whom it showed stands beside it. */
  private noteList(
    query: Query,
    reader: Reader,
    action: string,
    shown: readonly ShownPatient[],
  ): Promise<void> {
    return query.appendList(accessLine(reader, action, this.on.clock.now(), null, null), shown);
  }
}
