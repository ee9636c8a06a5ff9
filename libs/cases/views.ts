import type { Directory } from '@hemgang/directory';
import { canReceiveHandover } from '@hemgang/directory';
import type { Clock, Language, Refusal } from '@hemgang/kernel';
import type { CaseViewRows, Database, PersonRow, Query, ShownPatient } from '@hemgang/store';
import { EXECUTOR_KINDS } from '@workflows/handover';
import type { Beside, CaseRows, Told } from './case-type';
import { caseTypeOf, type LineAt, type ViewAt } from './case-types';
import type { CaseView, DutyLineView, NoticeView, Page, ReceiverUnitView } from './case-view';
import { noticeSheet, type NoticeSheet } from './discharge/notice-sheet';
import { dutyView } from './duty-view';
import type { EventView } from './event-view';
import { receiverUnitView } from './names';
import { BAD_CURSOR, type PageRequest } from './paging';
import { operator, type Reader } from '@hemgang/access';
import type { WorkflowRegistry } from './registry';
import type { StayToLinkView } from './sip/sip-view';
import { staysToLink } from './sip/stays-to-link';
import type { StartLinkSigner } from './start-link';
import { strangerSince } from './stranger';
import { accessLine } from './write';

/** A sequence number is a PostgreSQL integer. */
const SEQ_MAX = 2_147_483_647;

/** What the views stand on. */
export interface ViewResources {
  readonly registry: WorkflowRegistry;
  /** In the reader's own context: shows what the reader's unit may see, whatever is asked. */
  readonly reads: Database;
  /** For an operator, who is nobody's reader. */
  readonly works: Database;
  readonly clock: Clock;
  readonly signer: StartLinkSigner;
  directory(): Directory;
}

/**
 * Everything that is shown. Each read runs in the reader's own database context and leaves its line
 * in the access log within the same transaction: without the line there is no data.
 * @throws DatabaseUnavailable
 */
export class Views {
  constructor(private readonly on: ViewResources) {}

  /** One case. Not being a party looks like there being no such case. */
  case<Path extends string>(
    path: Path,
    id: string,
    reader: Reader,
  ): Promise<ViewAt<Path> | Refusal> {
    return this.forParty(path, id, reader, 'read:case', (told, query) =>
      this.shown<Path>(told, (work) => work(query)),
    );
  }

  /** What is sent on paper to a receiver of the case that has no account. */
  noticeSheet(
    path: string,
    id: string,
    handover: string,
    reader: Reader,
  ): Promise<NoticeSheet | Refusal> {
    return this.forParty(path, id, reader, 'read:notice', (told) => noticeSheet(told, handover));
  }

  /** Stays of a SIP's person that the reader's unit is a party of: what it can be linked to. */
  staysToLink(sip: string, reader: Reader): Promise<Page<StayToLinkView> | Refusal> {
    return this.forParty('sips', sip, reader, 'list:stays-of-sip', async (told, query) => {
      const { personId } = told.rows.case;
      const stays = personId === null ? [] : await query.staysOf(personId, reader.unit);
      return { items: staysToLink(told, stays), next: null };
    });
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
    const withLog = this.tellsLog(path);
    const stored = await reads.readAtOnce(reader, (query) => query.caseView(id, withLog));
    const told = this.foundBy(path, stored, reader);
    if (told === null) {
      // The command was the last thing that the unit had to do with the case.
      await reads.read(reader, (query) => this.noteRefused(query, 'read:case', stored, reader));
      return { code: 'NOT_FOUND' };
    }
    return this.shown<Path>(told, (work) => reads.read(reader, work));
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
    return this.forParty(path, id, reader, 'read:events', async (told, query) => {
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
      const lines = page.items.map((row) => ({
        line: caseTypeOf(type).line(row, reader, this.on.directory()) as LineAt<Path>,
        patient: shownPatient(row.person, row.case.id, row.case.version),
      }));
      const shown = lines.filter(({ line }) => line.patient !== null);
      await this.noteList(
        query,
        reader,
        'list:cases',
        shown.flatMap(({ patient }) => patient),
      );
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
      const page = await query.worklist([reader.unit], { ...filter, now }, cursor, limit);
      if (page.kind === 'bad-cursor') return BAD_CURSOR;
      const shown = page.items.flatMap(({ patient, caseId, caseVersion }) =>
        shownPatient(patient, caseId, caseVersion),
      );
      await this.noteList(query, reader, 'list:duties', shown);
      const context = { directory: this.on.directory(), language: reader.language, now };
      return {
        items: page.items.map((row) => {
          const workflow = this.on.registry.of(row.caseType, row.workflowVersion);
          return {
            ...dutyView(context, workflow, row, row.text),
            caseId: row.caseId,
            caseType: row.caseType,
            patient: row.patient && { name: row.patient.name },
          };
        }),
        next: page.next,
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
      const told = this.told({ ...stored, contents: [] }, reader);
      await query.appendAccess([accessLine(reader, 'inspect:case', told.now, id, personId)]);
      const shown = caseTypeOf(type);
      const alone = { signer: this.on.signer, otherCase: () => Promise.resolve(null) };
      return {
        view: await shown.view(told, alone),
        events: shown.events(told, await query.events(id, 0, version)),
      };
    });
  }

  /** What the reader's unit has been told, the latest first. */
  async inbox(reader: Reader, { cursor, limit }: PageRequest): Promise<Page<NoticeView> | Refusal> {
    const page = await this.on.reads.read(reader, (query) =>
      query.notices(reader.unit, cursor, limit),
    );
    if (page.kind === 'bad-cursor') return BAD_CURSOR;
    return {
      items: page.items.map(({ id, caseId, entry, duty, audience, createdAt }) => ({
        id: String(id),
        caseId,
        entry,
        duty,
        audience,
        createdAt,
      })),
      next: page.next,
    };
  }

  /** Units that a patient can be handed over to. */
  receivers(): readonly ReceiverUnitView[] {
    return this.on
      .directory()
      .rows.units.filter(({ kind, closedInto }) => closedInto === null && canReceiveHandover(kind))
      .map(receiverUnitView);
  }

  /** Units that a unit of the reader's huvudman may give an assignment to. */
  executors({ huvudman }: Reader): readonly ReceiverUnitView[] {
    const directory = this.on.directory();
    return directory.rows.units
      .filter(({ id, kind, closedInto }) => {
        const executes = EXECUTOR_KINDS.some((each) => each === kind);
        return executes && closedInto === null && directory.huvudmanOf(id)?.id === huvudman;
      })
      .map(receiverUnitView);
  }

  /** @param read opens the reader's context for what the case's type asks for beside it */
  private async shown<Path extends string>(
    told: Told,
    read: <Found>(work: (query: Query) => Promise<Found>) => Promise<Found>,
  ): Promise<ViewAt<Path>> {
    const { reader, rows } = told;
    const beside: Beside = {
      signer: this.on.signer,
      otherCase: (id, action, may) =>
        read((query) => this.otherCase(query, id, action, may, reader)),
    };
    return (await caseTypeOf(rows.case.type).view(told, beside)) as ViewAt<Path>;
  }

  private async otherCase(
    query: Query,
    id: string,
    action: string,
    may: (rows: CaseRows) => boolean,
    reader: Reader,
  ): Promise<Told | null> {
    const rows = await query.caseView(id);
    if (rows === null || !may(rows)) return null;
    const told = this.told(rows, reader);
    await query.appendAccess([accessLine(reader, action, told.now, id, rows.case.personId)]);
    return told;
  }

  /** @param action what the access log says */
  private async forParty<Result>(
    path: string,
    id: string,
    reader: Reader,
    action: string,
    show: (told: Told, query: Query) => Result | Promise<Result>,
  ): Promise<Result | Refusal> {
    return this.on.reads.read(reader, async (query) => {
      const stored = await query.caseView(id, this.tellsLog(path));
      const told = this.foundBy(path, stored, reader);
      if (told === null) return this.noteRefused(query, action, stored, reader);
      const { personId } = told.rows.case;
      await query.appendAccess([accessLine(reader, action, told.now, id, personId)]);
      return show(told, query);
    });
  }

  /** Whether a case at this path is told with its log. */
  private tellsLog(path: string): boolean {
    const type = this.on.registry.byPath(path)?.definition.type;
    return type !== undefined && caseTypeOf(type).tellsLog;
  }

  /** What may be shown to the reader: a case of this type that the unit is a party of. */
  private foundBy(path: string, stored: CaseViewRows | null, reader: Reader): Told | null {
    const isParty =
      stored?.case.type === this.on.registry.byPath(path)?.definition.type &&
      stored?.parties.some(({ unit }) => unit === reader.unit);
    return stored === null || isParty !== true ? null : this.told(stored, reader);
  }

  private told(rows: CaseRows, reader: Reader): Told {
    const { type, state } = rows.case;
    const workflow = this.on.registry.of(type, state.workflowVersion);
    const directory = this.on.directory();
    return { workflow, rows, reader, directory, now: this.on.clock.now() };
  }

  private async noteRefused(
    query: Query,
    action: string,
    stored: CaseViewRows | null,
    reader: Reader,
  ): Promise<Refusal> {
    const now = this.on.clock.now();
    const line = accessLine(reader, `refused:${action}`, now, stored?.case.id ?? null, null);
    await query.appendAccess([line]);
    return { code: 'NOT_FOUND' };
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

/** Whom a line of a list shows; nobody when it is about no patient. */
function shownPatient(
  patient: PersonRow | null,
  caseId: string,
  version: number,
): readonly ShownPatient[] {
  return patient === null ? [] : [{ person: patient.id, caseId, version }];
}
