import { ForwardMigration } from './forward-migration';

/** What only the demo changes: how far its clock is ahead, and how far its seeding has come. */
export class Demo1795300000007 extends ForwardMigration {
  protected readonly sql = `
    create table clock (
      only_row boolean primary key default true check (only_row),
      offset_ms bigint not null check (offset_ms >= 0)
    );
    insert into clock (offset_ms) values (0);

    create table seeding (
      only_row boolean primary key default true check (only_row),
      done int not null check (done >= 0),
      total int not null check (total >= done),
      finished_at timestamptz(3)
    );`;
}
