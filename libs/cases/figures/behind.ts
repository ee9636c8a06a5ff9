import { judgeAccess, type Reader } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import type { Clock, LocalDate, Refusal } from '@hemgang/kernel';
import type {
  AccessLog,
  AskedFigure,
  CaseBehind,
  CaseListRow,
  Database,
  FigureCaseStore,
  ShownPatient,
} from '@hemgang/store';
import type { CaseSummaryView, Page } from '../case-view';
import { BAD_CURSOR, type PageRequest } from '../paging';
import { shownLine } from '../shown-line';
import { accessLine } from '../write';
import { SEARCHED_CAUSES } from './causes';
import { foundPlace, type AskedPlace } from './crossings';
import { MEASURE_NAMES } from './measures';
import { placeViews } from './places';
import { CASES_MIN } from './small-numbers';

/** Figures whose cases can be asked for. */
export const SEARCHED_MEASURES = [...MEASURE_NAMES, ...SEARCHED_CAUSES];

/** A case behind a figure: how much of it, and what the reader may see of the case. */
export interface FigureCaseView {
  readonly id: string;
  readonly type: string;
  readonly stateText: string;
  readonly patient: CaseSummaryView['patient'];
  /** The last day on which it is part of the figure. */
  readonly day: LocalDate;
  readonly count: number;
  readonly whole: number;
}

/** A page of the cases behind a figure. */
export interface FigureCasesView extends Page<FigureCaseView> {
  /** Cases that the reader's unit takes no part in; null: fewer than five, or none. */
  readonly others: number | null;
}

interface BehindResources {
  readonly store: FigureCaseStore;
  /** In the reader's own context: shows what the reader's unit may see, whatever is asked. */
  readonly reads: Database;
  readonly access: AccessLog;
  readonly clock: Clock;
  directory(): Directory;
}

const ACTION = 'list:figure-cases';

/**
 * From a figure to the cases that it is made of (record 40), for whoever may ask for figures. Of them all
 * only those that the reader could open by the ordinary rules, and of which she sees how they went.
 */
export class FigureCases {
  constructor(private readonly on: BehindResources) {}

  /** @throws DatabaseUnavailable */
  async list(
    asked: AskedFigure & AskedPlace,
    { cursor, limit }: PageRequest,
    reader: Reader,
  ): Promise<FigureCasesView | Refusal> {
    const may = judgeAccess({ asks: 'operation', operation: 'listFigureCases', by: reader });
    if (!may.isAllowed) return this.refused(may.refusal, reader);
    const found = foundPlace(asked, placeViews(this.on.directory(), reader));
    if (found === null) return this.refused({ code: 'NOT_FOUND' }, reader);
    const { store, reads } = this.on;
    const page = await store.behind({ ...asked, place: found.key }, reader.unit, cursor, limit);
    if (page.kind === 'bad-cursor') return BAD_CURSOR;
    return reads.read(reader, async (query) => {
      const ids = page.items.map(({ caseId }) => caseId);
      const rows = await query.casesAmong(reader.unit, ids);
      const items = page.items.flatMap((part) => this.lineOf(part, rows, reader));
      const listed = new Set(items.map(({ id }) => id));
      // Also without her name it is about her, so the log says whom.
      const shown = rows.filter(({ case: { id } }) => listed.has(id)).flatMap(aboutWhom);
      const line = accessLine(reader, ACTION, this.on.clock.now(), null, null);
      await query.appendList(line, shown);
      const { next, others } = page;
      return { items, next, others: others < CASES_MIN ? null : others };
    });
  }

  private async refused(refusal: Refusal, reader: Reader): Promise<Refusal> {
    const line = accessLine(reader, `refused:${ACTION}`, this.on.clock.now(), null, null);
    await this.on.access.append([line]);
    return refusal;
  }

  private lineOf(
    { caseId, day, count, whole }: CaseBehind,
    rows: readonly CaseListRow[],
    reader: Reader,
  ): readonly FigureCaseView[] {
    const row = rows.find((each) => each.case.id === caseId);
    const shown = row === undefined ? null : shownLine(row, reader, this.on.directory());
    // How much of a figure it is tells how the case went.
    if (shown === null || !shown.mask.has('process')) return [];
    const { id, type, stateText, patient } = shown.line;
    return [{ id, type, stateText, patient, day, count, whole }];
  }
}

function aboutWhom({ case: { id, version, personId } }: CaseListRow): readonly ShownPatient[] {
  return personId === null ? [] : [{ person: personId, caseId: id, version }];
}
