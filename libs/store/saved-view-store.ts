import type { Instant, LocalDate } from '@hemgang/kernel';
import type { Database } from './database';
import type { Queryable, Statement } from './statement';

/** Which pages have saved views. */
export type SavedPage = 'worklist' | 'figures';

/** What stands in the address of a page: words of closed sets, places and days (record 45). */
export type SavedQuery = Readonly<Record<string, string>>;

/** How often a view is delivered to its owner. */
export type Every = 'monday' | 'month';

export interface SavedViewRow {
  readonly id: string;
  readonly staff: string;
  readonly name: string;
  readonly page: SavedPage;
  readonly query: SavedQuery;
  readonly every: Every | null;
  /** When it is delivered next, and when it was last. */
  readonly nextAt: Instant | null;
  readonly lastAt: Instant | null;
  readonly shared: boolean;
}

/** A view as it is to be, and whose. */
export interface SavedViewWish extends Omit<SavedViewRow, 'every' | 'nextAt' | 'lastAt'> {
  readonly unit: string;
}

/** How often from now on, and when first; of a view that is delivered so already that time stays. */
export interface Rhythm {
  readonly every: Every | 'never';
  readonly nextAt: Instant | null;
}

/** A view whose day has come. */
export interface DueView {
  readonly id: string;
  readonly unit: string;
  readonly staff: string;
  readonly every: Every;
  readonly nextAt: Instant;
}

/** What becomes of a view whose day has come. */
export interface DeliveredView {
  readonly id: string;
  /** The time that it was due: whoever finds another one there has come too late. */
  readonly was: Instant;
  readonly nextAt: Instant;
  readonly day: LocalDate;
  /** False: its owner may not see it now. */
  readonly isTold: boolean;
  /** When an e-mail may leave; null: she wants none. */
  readonly mailAt: Instant | null;
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
    select id, staff, name, page, query, shared, every, next_at as "nextAt",
           (select max(at) from view_deliveries d where d.view = v.id) as "lastAt"
    from saved_views v
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
    update saved_views v set name = $4, query = $6::jsonb, shared = $7,
      every = case when $8::text is null then every else nullif($8, 'never') end,
      next_at = case when $8 is null or $8 = every then next_at else $9::timestamptz end
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

const DUE: Statement<DueView> = {
  name: 'due-views',
  text: `
    select id, unit, staff, every, next_at as "nextAt" from saved_views
    where next_at <= $1 order by next_at, id limit $2`,
};

/**
 * Moves views on to their next day, and tells of them what is to be told: once for a day, whoever comes
 * first. The e-mail lies beside those of notices, and says of what it is no more than the view's id.
 */
const DELIVER: Statement<never> = {
  name: 'deliver-views',
  text: `
    with due as (
      select * from jsonb_to_recordset($1::jsonb) as d (
        id uuid, was timestamptz, "nextAt" timestamptz, day date, "isTold" boolean,
        "mailAt" timestamptz)
    ), moved as (
      update saved_views v set next_at = due."nextAt" from due
      where v.id = due.id and v.next_at = due.was
      returning v.id, v.unit, v.staff, due.day, due."isTold", due."mailAt"
    ), told as (
      insert into view_deliveries (view, day, at)
      select id, day, $2 from moved where "isTold"
      on conflict do nothing
      returning view, day
    ), queued as (
      insert into deliveries (key, view, unit, staff, channel, acute, status, created_at, send_at)
      select 'view.' || m.id || '.' || m.day, m.id, m.unit, m.staff, 'mail', false, 'queued', $2,
             m."mailAt"
      from moved m join told t on t.view = m.id and t.day = m.day
      where m."mailAt" is not null
      on conflict (key) do nothing
      returning id
    )
    insert into delivery_events (delivery, kind, at) select id, 'queued', $2 from queued`,
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

  /** @param rhythm null: as it is @returns false: she has no such view of the page, or another one of the name */
  async change(wish: SavedViewWish, rhythm: Rhythm | null): Promise<boolean> {
    const values = [...valuesOf(wish), rhythm?.every ?? null, rhythm?.nextAt ?? null];
    return (await this.database.run(CHANGE, values)).length > 0;
  }

  /** Views whose day has come, the longest due first. */
  due(now: Instant, limit: number): Promise<readonly DueView[]> {
    return this.database.run(DUE, [now, limit]);
  }

  /** Tells of views whose day has come; of those that another worker has told of nothing. */
  async deliver(views: readonly DeliveredView[], now: Instant): Promise<void> {
    await this.database.run(DELIVER, [JSON.stringify(views), now]);
  }

  /** @returns false: there is none that she may take away */
  async delete(id: string, { unit, staff, administers }: Asking): Promise<boolean> {
    return (await this.database.run(DELETE, [id, unit, staff, administers])).length > 0;
  }
}

function valuesOf({ id, unit, staff, name, page, query, shared }: SavedViewWish) {
  return [id, unit, staff, name, page, JSON.stringify(query), shared];
}
