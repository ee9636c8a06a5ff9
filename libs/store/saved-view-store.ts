import type { Database } from './database';
import type { Queryable, Statement } from './statement';

/** Which pages have saved views. */
export type SavedPage = 'worklist' | 'figures';

/** What stands in the address of a page: words of closed sets, places and days (record 45). */
export type SavedQuery = Readonly<Record<string, string>>;

export interface SavedViewRow {
  readonly id: string;
  readonly staff: string;
  readonly name: string;
  readonly page: SavedPage;
  readonly query: SavedQuery;
  readonly shared: boolean;
}

/** A view as it is to be, and whose. */
export interface SavedViewWish extends SavedViewRow {
  readonly unit: string;
}

/** Who asks; only she, and for what is shared whoever administers the unit, takes a view away. */
interface Asking {
  readonly unit: string;
  readonly staff: string;
  readonly administers: boolean;
}

const OF: Statement<SavedViewRow> = {
  name: 'saved-views-of',
  text: `
    select id, staff, name, page, query, shared from saved_views
    where unit = $1 and (shared or staff = $2) order by lower(name), page, id`,
};

/** Above the number of a page, only what replaces one of the same name there. */
const SAVE: Statement<{ readonly id: string }> = {
  name: 'save-view',
  text: `
    insert into saved_views (id, unit, staff, name, page, query, shared)
    select $1, $2, $3, $4, $5, $6::jsonb, $7
    where (select count(*) from saved_views
           where staff = $3 and page = $5 and (unit, name) <> ($2, $4)) < $8
    on conflict (unit, staff, page, name) do update set
      query = excluded.query, shared = excluded.shared
    returning id`,
};

const CHANGE: Statement<{ readonly id: string }> = {
  name: 'change-saved-view',
  text: `
    update saved_views v set name = $4, query = $6::jsonb, shared = $7
    where id = $1 and unit = $2 and staff = $3 and page = $5
      and not exists (
        select from saved_views o
        where o.unit = $2 and o.staff = $3 and o.page = $5 and o.name = $4 and o.id <> v.id)
    returning id`,
};

const DELETE: Statement<{ readonly id: string }> = {
  name: 'delete-saved-view',
  text: `
    delete from saved_views where id = $1 and unit = $2 and (staff = $3 or (shared and $4::boolean))
    returning id`,
};

/** The person's own views at the unit and those that are shared with the unit, by name. */
export function readSavedViews(
  session: Queryable,
  unit: string,
  staff: string,
): Promise<readonly SavedViewRow[]> {
  return session.run(OF, [unit, staff]);
}

/** How pages are seen, by names of one's own. Every change names whose view it may be. */
export class SavedViewStore {
  constructor(private readonly database: Database) {}

  /** As `readSavedViews`; outside of a reader's context. */
  of(unit: string, staff: string): Promise<readonly SavedViewRow[]> {
    return readSavedViews(this.database, unit, staff);
  }

  /** Keeps it, in the place of the person's own of that page and name. @returns false: she has `max` there */
  async keep(wish: SavedViewWish, max: number): Promise<boolean> {
    return (await this.database.run(SAVE, [...valuesOf(wish), max])).length > 0;
  }

  /** @returns false: she has no such view of the page, or another one of the name */
  async change(wish: SavedViewWish): Promise<boolean> {
    return (await this.database.run(CHANGE, valuesOf(wish))).length > 0;
  }

  /** @returns false: there is none that she may take away */
  async delete(id: string, { unit, staff, administers }: Asking): Promise<boolean> {
    return (await this.database.run(DELETE, [id, unit, staff, administers])).length > 0;
  }
}

function valuesOf({ id, unit, staff, name, page, query, shared }: SavedViewWish) {
  return [id, unit, staff, name, page, JSON.stringify(query), shared];
}
