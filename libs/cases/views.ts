import type { Directory } from '@hemgang/directory';
import { canReceiveHandover } from '@hemgang/directory';
import type { Clock, Language, Refusal } from '@hemgang/kernel';
import type { CaseListRow, CaseViewRows, Database, Query } from '@hemgang/store';
import { DISCHARGE_WORDS, dischargeContext, type DischargeWord } from '@workflows/discharge';
import type { CaseState } from '@hemgang/engine';
import { EXECUTOR_KINDS, type HandoverContext } from '@workflows/handover';
import { buildView, type CaseRows } from './build-view';
import { maySeePrevious, type PreviousStay } from './previous-stay-view';
import type {
  CaseSummaryView,
  CaseView,
  DutyLineView,
  NoticeView,
  Page,
  ReceiverUnitView,
} from './case-view';
import type { EventView } from './event-view';
import { dutyView } from './duty-view';
import { executesIn, executorEvents, executorLine, executorView } from './executor-view';
import { receiverUnitView, unitView } from './names';
import { noticeSheet, type NoticeSheet } from './notice-sheet';
import { BAD_CURSOR, type PageRequest } from './paging';
import type { Reader } from './reader';
import type { RegisteredWorkflow, WorkflowRegistry } from './registry';
import type { StartLinkSigner } from './start-link';
import { strangerSince, stubView } from './stub';
import { eventView } from './timeline';
import { accessLine } from './write';

/** A sequence number is a PostgreSQL integer. */
const SEQ_MAX = 2_147_483_647;

/** What the views stand on. */
export interface ViewResources {
  readonly registry: WorkflowRegistry;
  readonly database: Database;
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
  async case(path: string, id: string, reader: Reader): Promise<CaseView | Refusal> {
    return this.forParty(path, id, reader, 'read:case', (workflow, rows, query) =>
      this.build(reader, workflow, rows, (stay) => this.previousStay(stay, reader, query)),
    );
  }

  /** What is sent on paper to a receiver of the case that has no account. */
  async noticeSheet(
    path: string,
    id: string,
    handover: string,
    reader: Reader,
  ): Promise<NoticeSheet | Refusal> {
    return this.forParty(path, id, reader, 'read:notice', (workflow, rows) =>
      noticeSheet(workflow, rows, handover, this.on.directory(), this.on.clock.now()),
    );
  }

  /**
   * The case as the answer to a command that the reader has just given: the command's own line in
   * the access log says who saw it, so this read adds none and is one round trip.
   */
  async afterCommand(path: string, id: string, reader: Reader): Promise<CaseView | Refusal> {
    const { database } = this.on;
    const stored = await database.readAtOnce(reader, (query) => query.caseView(id));
    const found = this.foundBy(path, stored, reader);
    if (found === null) {
      // The command was the last thing that the unit had to do with the case.
      await database.read(reader, (query) => this.noteRefused(query, 'read:case', stored, reader));
      return { code: 'NOT_FOUND' };
    }
    const { workflow, rows } = found;
    const previous = (stay: string) =>
      database.read(reader, (query) => this.previousStay(stay, reader, query));
    return this.build(reader, workflow, rows, previous);
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
    return this.forParty(path, id, reader, 'read:events', async (workflow, rows, query) => {
      const last = strangerSince(rows.case.state, placesOf(rows, reader)) ?? SEQ_MAX;
      const found = await query.events(id, after, limit + 1);
      const events = found.filter(({ seq }) => seq <= last);
      const { state } = rows.case;
      const directory = this.on.directory();
      const told = { workflow, state, duties: rows.duties, directory, reader };
      const shown = events.slice(0, limit);
      const executes = executesIn(rows.parties, reader.unit);
      return {
        items:
          executes === null
            ? shown.map((event) => eventView(told, event))
            : executorEvents(told, shown, executes),
        next: events.length > limit ? String(shown.at(-1)?.seq) : null,
      };
    });
  }

  /** Cases that the reader's unit is a party of, the latest first. */
  async cases(
    path: string,
    reader: Reader,
    { cursor, limit }: PageRequest,
  ): Promise<Page<CaseSummaryView> | Refusal> {
    if (this.on.registry.byPath(path) === undefined) return { code: 'NOT_FOUND' };
    return this.on.database.read(reader, async (query) => {
      const page = await query.casesOf(reader.unit, cursor, limit);
      if (page.kind === 'bad-cursor') return BAD_CURSOR;
      const shown = page.items.filter((row) => strangerSince(row.case.state, row.places) === null);
      const persons = shown.map(({ person }) => person.id);
      await this.note(query, reader, 'list:cases', persons);
      return {
        items: page.items.map((row) =>
          row.isAssigned && strangerSince(row.case.state, row.places) === null
            ? executorLine(row, reader)
            : caseLine(row, reader, this.on.directory()),
        ),
        next: page.next,
      };
    });
  }

  /** The open duties of the reader's unit, the soonest due first. */
  async worklist(
    reader: Reader,
    filter: { readonly overdue?: boolean },
    { cursor, limit }: PageRequest,
  ): Promise<Page<DutyLineView> | Refusal> {
    const now = this.on.clock.now();
    return this.on.database.read(reader, async (query) => {
      const page = await query.worklist([reader.unit], { ...filter, now }, cursor, limit);
      if (page.kind === 'bad-cursor') return BAD_CURSOR;
      const persons = page.items.map(({ patient }) => patient.id);
      await this.note(query, reader, 'list:duties', persons);
      const context = { directory: this.on.directory(), language: reader.language, now };
      return {
        items: page.items.map((row) => {
          const workflow = this.on.registry.of(row.caseType, row.workflowVersion);
          return {
            ...dutyView(context, workflow, row, row.text),
            caseId: row.caseId,
            caseType: row.caseType,
            patient: { name: row.patient.name },
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
    return this.on.database.read('system', async (query) => {
      const stored = await query.caseView(id);
      if (stored === null) return null;
      const reader = operator(language);
      const { type, state, personId } = stored.case;
      const now = this.on.clock.now();
      await query.appendAccess([accessLine(reader, 'inspect:case', now, id, personId)]);
      const workflow = this.on.registry.of(type, state.workflowVersion);
      const directory = this.on.directory();
      const events = await query.events(id, 0, stored.case.version);
      const told = { workflow, state, duties: stored.duties, directory, reader };
      const unread = { contents: [], previous: null };
      return {
        view: buildView(workflow, { ...stored, ...unread }, reader, directory, now),
        events: events.map((event) => eventView(told, event)),
      };
    });
  }

  /** What the reader's unit has been told, the latest first. */
  async inbox(reader: Reader, { cursor, limit }: PageRequest): Promise<Page<NoticeView> | Refusal> {
    const page = await this.on.database.read(reader, (query) =>
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

  private async build(
    reader: Reader,
    workflow: RegisteredWorkflow,
    rows: CaseRows,
    askPrevious: (stay: string) => Promise<PreviousStay | null>,
  ): Promise<CaseView> {
    const now = this.on.clock.now();
    const directory = this.on.directory();
    if (strangerSince(rows.case.state, placesOf(rows, reader)) !== null) {
      return stubView(workflow, rows, reader, directory, now);
    }
    const executes = executesIn(rows.parties, reader.unit);
    if (executes !== null) {
      return executorView({ workflow, rows, executes, reader, directory, now });
    }
    const stay = dischargeContext(rows.case.state).previous?.case;
    const previous = stay === undefined ? null : await askPrevious(stay);
    const view = buildView(workflow, { ...rows, previous }, reader, directory, now);
    return this.withStartLinks(view, rows.case.state, reader);
  }

  /** The unit that made a link sees it, as long as it holds, to send it on. */
  private async withStartLinks(
    view: CaseView,
    { machines }: CaseState,
    { unit }: Reader,
  ): Promise<CaseView> {
    const { signer } = this.on;
    const handovers = await Promise.all(
      view.handovers.map(async (handover) => {
        const { link } = machines[handover.id]?.context as Partial<HandoverContext>;
        if (link === undefined || handover.unit.id !== unit) return handover;
        const token = await signer.sign({ caseId: view.id, handover: handover.id, link: link.id });
        return { ...handover, startLink: { path: `/start/${token}`, expiresAt: link.expiresAt } };
      }),
    );
    return { ...view, handovers };
  }

  /** The stay before, noted in the access log; null when the reader may not see it. */
  private async previousStay(
    id: string,
    reader: Reader,
    query: Query,
  ): Promise<PreviousStay | null> {
    const rows = await query.caseView(id);
    if (rows === null || !maySeePrevious(rows, reader, this.on.directory())) return null;
    const { type, state: before, personId } = rows.case;
    const now = this.on.clock.now();
    const line = accessLine(reader, 'read:previous-stay', now, rows.case.id, personId);
    await query.appendAccess([line]);
    return { workflow: this.on.registry.of(type, before.workflowVersion), rows };
  }

  /** @param action what the access log says */
  private async forParty<Result>(
    path: string,
    id: string,
    reader: Reader,
    action: string,
    show: (workflow: RegisteredWorkflow, rows: CaseRows, query: Query) => Result | Promise<Result>,
  ): Promise<Result | Refusal> {
    return this.on.database.read(reader, async (query) => {
      const stored = await query.caseView(id);
      const found = this.foundBy(path, stored, reader);
      if (found === null) return this.noteRefused(query, action, stored, reader);
      const { workflow, rows } = found;
      const now = this.on.clock.now();
      await query.appendAccess([accessLine(reader, action, now, id, rows.case.personId)]);
      return show(workflow, rows, query);
    });
  }

  /** What may be shown to the reader: a case of this type that the unit is a party of. */
  private foundBy(
    path: string,
    stored: CaseViewRows | null,
    reader: Reader,
  ): { readonly workflow: RegisteredWorkflow; readonly rows: CaseRows } | null {
    const { registry } = this.on;
    const isParty =
      stored?.case.type === registry.byPath(path)?.definition.type &&
      stored?.parties.some(({ unit }) => unit === reader.unit);
    if (stored === null || isParty !== true) return null;
    const workflow = registry.of(stored.case.type, stored.case.state.workflowVersion);
    return { workflow, rows: { ...stored, previous: null } };
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

  /** One line per patient shown. */
  private note(
    query: Query,
    reader: Reader,
    action: string,
    persons: readonly string[],
  ): Promise<void> {
    const now = this.on.clock.now();
    return query.appendAccess(
      [...new Set(persons)].map((person) => accessLine(reader, action, now, null, person)),
    );
  }
}

/** The machines by which the reader's unit is a party; null is the ward. */
function placesOf({ parties }: Pick<CaseRows, 'parties'>, { unit }: Reader): (string | null)[] {
  return parties.filter((party) => party.unit === unit).map(({ handover }) => handover);
}

/** Somebody at the command line: no unit, no role, no controller's content. */
function operator(language: Language): Reader {
  const nobody = { unit: '', controller: '', huvudman: '', assignment: '' };
  return { ...nobody, staff: 'operator', roles: [], language };
}

function caseLine(
  { case: row, person, places }: CaseListRow,
  { language }: Reader,
  directory: Directory,
): CaseSummaryView {
  const { id, type, version, openedAt, endedAt, state } = row;
  const struck = strangerSince(state, places) !== null;
  const word = struck ? 'makulerad' : (row.word as DischargeWord);
  return {
    id,
    type,
    version,
    state: word,
    stateText: DISCHARGE_WORDS[word][language],
    openedAt,
    endedAt: struck ? null : endedAt,
    closedAt: struck ? null : state.closedAt,
    ward: unitView(directory, dischargeContext(state).unit),
    patient: struck ? null : { name: person.name },
  };
}
