import { NO_SESSION, purposeOfUnit, type Reader } from '@hemgang/access';
import type { Unit } from '@hemgang/directory';
import { MINUTE_MS, plusMs, type Instant } from '@hemgang/kernel';
import { SnapshotKeyStore, UnitCases, type Query } from '@hemgang/store';
import { CaseReading } from '../case-reading';
import type { CaseView } from '../case-view';
import { isRefusal } from '../envelope';
import { unitView } from '../names';
import type { ViewResources } from '../view-resources';
import { accessLine } from '../write';
import { sealed } from './sealing';
import { snapshotPage } from './snapshot-page';

/** So old the latest page of a unit may be before the next one is made. */
const EVERY_MS = 15 * MINUTE_MS;

/** A unit's page for an outage, sealed to its key. */
export interface Snapshot {
  readonly unit: string;
  readonly madeAt: Instant;
  /** What `reservrutin.html` opens. */
  readonly file: string;
}

interface SnapshotResources extends ViewResources {
  readonly keys: SnapshotKeyStore;
  readonly unitCases: UnitCases;
}

/** Puts together how pages are made. */
export function openSnapshots(on: ViewResources): Snapshots {
  const [keys, unitCases] = [new SnapshotKeyStore(on.works), new UnitCases(on.works)];
  return new Snapshots({ ...on, keys, unitCases });
}

/** What a unit has on paper when the service is away (record 31). */
export class Snapshots {
  private readonly reading: CaseReading;

  constructor(private readonly on: SnapshotResources) {
    this.reading = new CaseReading(on);
  }

  /**
   * Makes the page of one unit that is due. However long nobody made any, a unit gets one. The text is
   * nowhere but in memory before it is sealed.
   * @returns null when no unit is due
   * @throws DatabaseUnavailable
   */
  async next(): Promise<Snapshot | null> {
    const madeAt = this.on.clock.now();
    const key = await this.on.keys.take(madeAt, plusMs(madeAt, -EVERY_MS));
    if (key === null) return null;
    const unit = this.on.directory().unit(key.unit);
    const cases = unit === undefined ? [] : await this.casesOf(unit);
    const view = unitView(this.on.directory(), key.unit);
    const html = snapshotPage(view, madeAt, cases);
    return { unit: key.unit, madeAt, file: sealed(html, { unit: key.unit, madeAt }, key) };
  }

  /** As the unit's own staff are shown them; who is shown in it stands in the access log. */
  private async casesOf(unit: Unit): Promise<readonly CaseView[]> {
    const reader = this.readerFor(unit);
    const ids = await this.on.unitCases.openOf(unit.id);
    const views: CaseView[] = [];
    for (const id of ids) {
      const view = await this.on.reads.read(reader, (query) => this.shown(query, id, reader));
      if (view !== null) views.push(view);
    }
    return views;
  }

  private async shown(query: Query, id: string, reader: Reader): Promise<CaseView | null> {
    const rows = await query.caseView(id, true);
    if (rows === null) return null;
    const path = this.on.registry.pathOf(rows.case.type);
    const told = this.reading.foundBy(path, 'case', rows, reader);
    if (isRefusal(told)) return null;
    const { personId } = told.rows.case;
    await query.appendAccess([accessLine(reader, 'read:snapshot', told.now, id, personId)]);
    return this.reading.shown(told, (work) => work(query));
  }

  /** The program itself, for the unit and for what the unit does. */
  private readerFor({ id, kind }: Unit): Reader {
    const directory = this.on.directory();
    return {
      ...{ ...NO_SESSION, purpose: purposeOfUnit(kind) },
      ...{ staff: 'system', assignment: '', unit: id, roles: [], language: 'sv' as const },
      controller: directory.controllerOf(id)?.id ?? '',
      huvudman: directory.huvudmanOf(id)?.id ?? '',
    };
  }
}
