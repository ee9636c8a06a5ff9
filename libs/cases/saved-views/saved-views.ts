import { randomUUID } from 'node:crypto';
import { judgeAccess, type Reader } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import { isUuid, type Clock, type Instant, type Refusal, type Text } from '@hemgang/kernel';
import {
  AccessLog,
  SavedViewStore,
  type Database,
  type Every,
  type SavedPage,
  type SavedQuery,
  type Rhythm,
  type SavedViewRow,
} from '@hemgang/store';
import { placeViews } from '../figures/places';
import { accessLine } from '../write';
import { ADMINISTRATOR, invalid, NOT_FOUND } from '../staffing/ground';
import { deliveredAt, nextDay } from './delivery-days';

/** What is said of one that left by e-mail. */
export const SAVED_VIEW: Text = {
  sv: 'Sparad vy av statistiken',
  en: 'Saved view of the statistics',
};

/** Of a page: more than anybody finds her way in. */
const VIEWS_MAX = 50;

/** One view of a page, as its list shows it. */
export interface SavedViewView {
  readonly id: string;
  readonly name: string;
  readonly page: SavedPage;
  readonly query: SavedQuery;
  /** Whether everybody at the unit has it. */
  readonly shared: boolean;
  /** Whether the reader made it, and so may change it. */
  readonly own: boolean;
  readonly mayDelete: boolean;
  /** How often it is delivered to the reader; null: it is a colleague's, or of another page. */
  readonly delivery: ViewDeliveryView | null;
}

interface ViewDeliveryView {
  readonly every: Every | 'never';
  readonly nextAt: Instant | null;
  /** Null: not yet. */
  readonly lastAt: Instant | null;
}

export interface SavedViewBody {
  readonly name: string;
  readonly page: SavedPage;
  readonly query: SavedQuery;
  readonly shared: boolean;
}

/** What a view becomes. */
export interface ChangedViewBody extends SavedViewBody {
  /** How often it is delivered from now on; null: as it is. */
  readonly delivery: ViewDeliveryView['every'] | null;
}

interface SavedViewResources {
  readonly reads: Database;
  readonly works: Database;
  readonly clock: Clock;
  directory(): Directory;
}

/** Keys of the statistics' address that name a place. */
const PLACE_KEYS: readonly string[] = ['plats', 'och'];

/**
 * How somebody sees a page, the worklist or the statistics, by names of her own, and what colleagues
 * at her unit have shared. Each change answers with the list as it is then. Another unit's and a
 * colleague's own look like there being none. Those of the statistics are for whoever may see those.
 * @throws DatabaseUnavailable
 */
export class SavedViews {
  private readonly store: SavedViewStore;
  private readonly access: AccessLog;

  constructor(private readonly on: SavedViewResources) {
    this.store = new SavedViewStore(on.works);
    this.access = new AccessLog(on.works);
  }

  async list(reader: Reader): Promise<readonly SavedViewView[]> {
    const { unit, staff } = reader;
    const rows = await this.on.reads.read(reader, (query) => query.savedViews(unit, staff));
    return rows.map((row) => viewOf(row, reader));
  }

  /** Saves it, in the place of her own of the same name. */
  async save(reader: Reader, body: SavedViewBody): Promise<readonly SavedViewView[] | Refusal> {
    const wrong = await this.wrongOf(reader, 'save', body);
    if (wrong !== null) return wrong;
    const { unit, staff } = reader;
    const wish = { id: randomUUID(), unit, staff, ...body };
    const isSaved = await this.store.keep(wish, VIEWS_MAX);
    return isSaved ? this.list(reader) : invalid('/name', 'too_many');
  }

  /** Another name, other choices, shared or not any more: of her own alone. */
  async change(
    reader: Reader,
    id: string,
    { delivery, ...body }: ChangedViewBody,
  ): Promise<readonly SavedViewView[] | Refusal> {
    const found = await this.found(reader, id);
    if (found === undefined) return this.refused(reader, 'change', NOT_FOUND);
    if (found.staff !== reader.staff) {
      return this.refused(reader, 'change', { code: 'ROLE_NOT_ALLOWED' });
    }
    if (found.page !== body.page) return invalid('/page', 'other_page');
    const wrong = await this.wrongOf(reader, 'change', body);
    if (wrong !== null) return wrong;
    const { unit, staff } = reader;
    const rhythm = delivery === null ? null : this.rhythmOf(delivery);
    const isChanged = await this.store.change({ id, unit, staff, ...body }, rhythm);
    return isChanged ? this.list(reader) : invalid('/name', 'taken');
  }

  /** Her own, and as an administrator what is shared with the unit. */
  async delete(reader: Reader, id: string): Promise<readonly SavedViewView[] | Refusal> {
    const found = await this.found(reader, id);
    if (found === undefined) return this.refused(reader, 'delete', NOT_FOUND);
    const { unit, staff } = reader;
    const administers = isAdministrator(reader);
    const isDeleted = await this.store.delete(id, { unit, staff, administers });
    return isDeleted
      ? this.list(reader)
      : this.refused(reader, 'delete', { code: 'ROLE_NOT_ALLOWED' });
  }

  private rhythmOf(every: ViewDeliveryView['every']): Rhythm {
    const now = this.on.clock.now();
    return { every, nextAt: every === 'never' ? null : deliveredAt(nextDay(every, now)) };
  }

  /** Why the statistics cannot be seen so by the reader; null: they can, or it is no view of them. */
  private async wrongOf(
    reader: Reader,
    what: string,
    { page, query }: SavedViewBody,
  ): Promise<Refusal | null> {
    if (page !== 'figures') return null;
    const may = judgeAccess({ asks: 'operation', operation: 'getFigures', by: reader });
    if (!may.isAllowed) return this.refused(reader, what, may.refusal);
    const places = placeViews(this.on.directory(), reader);
    const unknown = PLACE_KEYS.find(
      (key) => query[key] !== undefined && places.every(({ id }) => id !== query[key]),
    );
    return unknown === undefined ? null : invalid(`/query/${unknown}`, 'unknown');
  }

  private async found(reader: Reader, id: string): Promise<SavedViewRow | undefined> {
    if (!isUuid(id)) return undefined;
    const rows = await this.store.of(reader.unit, reader.staff);
    return rows.find((row) => row.id === id);
  }

  private async refused(reader: Reader, what: string, refusal: Refusal): Promise<Refusal> {
    const line = `refused:${what}-saved-view:${refusal.code}`;
    await this.access.append([accessLine(reader, line, this.on.clock.now(), null, null)]);
    return refusal;
  }
}

function isAdministrator({ roles }: Reader): boolean {
  return roles.includes(ADMINISTRATOR);
}

function viewOf(row: SavedViewRow, reader: Reader): SavedViewView {
  const { id, name, page, query, shared, staff } = row;
  const own = staff === reader.staff;
  const mayDelete = own || isAdministrator(reader);
  const { every, nextAt, lastAt } = row;
  const isDelivered = own && page === 'figures';
  const delivery = isDelivered ? { every: every ?? ('never' as const), nextAt, lastAt } : null;
  return { id, name, page, query, shared, own, mayDelete, delivery };
}
