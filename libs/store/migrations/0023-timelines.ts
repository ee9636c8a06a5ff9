import { ForwardMigration } from './forward-migration';

/**
 * On which timeline of which server the database was last worked on. A restore to an earlier moment
 * begins another timeline, and so does a standby that takes over; a dump that is read in lies on
 * another server. What was sent in the time that is lost, the database then knows nothing of.
 */
export class Timelines1795300000023 extends ForwardMigration {
  protected readonly sql = `
    create function timeline_here() returns text language sql stable as $$
      select system_identifier || '/' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)
      from pg_control_system()
    $$;

    create table timeline (
      only_row boolean primary key default true check (only_row),
      id text not null check (id <> ''),
      -- When rows were held because of it; null as long as the database has known no other.
      since timestamptz(3) check (isfinite(since))
    );
    insert into timeline (id) values (timeline_here());`;
}
