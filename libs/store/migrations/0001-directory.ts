import { ForwardMigration } from './forward-migration';

/** Who there is: 16 huvudmän, their controllers, units, staff and assignments. */
export class Directory1795300000001 extends ForwardMigration {
  protected readonly sql = `
    create table huvudmen (
      id text primary key check (id <> ''),
      position int not null,
      name text not null,
      code text not null check (code ~ '^([0-9]{2}|[0-9]{4})$')
    );

    create table controllers (
      id text primary key check (id <> ''),
      position int not null,
      huvudman text not null references huvudmen,
      name text not null,
      form text not null check (form in ('authority', 'private'))
    );

    create table units (
      id text primary key check (id <> ''),
      position int not null,
      controller text not null references controllers,
      kind text not null,
      name text not null,
      phone text not null,
      sensitive boolean not null,
      municipality text check (municipality ~ '^[0-9]{4}$')
    );

    create table staff (
      id text primary key check (id <> ''),
      position int not null,
      name text not null
    );

    create table assignments (
      id text primary key check (id <> ''),
      position int not null,
      staff text not null references staff,
      unit text not null references units,
      roles text[] not null
    );`;
}
