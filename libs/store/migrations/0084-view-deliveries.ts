import { ForwardMigration } from './forward-migration';

/**
 * A saved view of the statistics can be delivered to its owner by the calendar (record 45): how often and
 * when next stand with the view; that it was delivered for a day stands once. What leaves by e-mail because
 * of it is a delivery like those of notices, which is about no case and says no more than that.
 *
 * Who reads and writes: the worker writes; its owner is shown when her view was delivered. Goes with the view.
 */
export class ViewDeliveries1795300000084 extends ForwardMigration {
  protected readonly sql = `
    alter table saved_views
      add column every text check (every in ('monday', 'month')),
      add column next_at timestamptz(3) check (isfinite(next_at)),
      add constraint saved_views_delivered
        check ((every is null) = (next_at is null) and (every is null or page = 'figures'));
    create index saved_views_due on saved_views (next_at) where next_at is not null;

    create table view_deliveries (
      view uuid not null references saved_views on delete cascade,
      day date not null check (isfinite(day)),
      at timestamptz(3) not null check (isfinite(at)),
      -- However many workers come upon it, and whatever was missed: once.
      constraint view_deliveries_pkey primary key (view, day)
    );

    alter table deliveries
      alter column notice drop not null,
      alter column case_id drop not null,
      add column view uuid,
      add constraint deliveries_about
        check ((case_id is null) = (notice is null) and (case_id is null) = (view is not null));
    alter table delivery_events alter column case_id drop not null;`;
}
