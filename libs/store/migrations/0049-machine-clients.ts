import { ForwardMigration } from './forward-migration';

/**
 * Programs that act for a unit with a key of their own, and the scopes of their sessions.
 *
 * Who reads and writes: `machine_clients` is read where tokens are given and by a controller's
 * administrators, and written by those. No foreign key to the staff: a directory is replaced whole.
 */
export class MachineClients1795300000049 extends ForwardMigration {
  protected readonly sql = `
    create table machine_clients (
      id text constraint machine_clients_pkey primary key check (id <> ''),
      position bigint generated always as identity,
      controller text not null check (controller <> ''),
      unit text not null check (unit <> ''),
      assignment text not null check (assignment <> ''),
      scopes text[] not null check (cardinality(scopes) > 0),
      -- Public keys alone.
      keys jsonb not null check (jsonb_array_length(keys) between 1 and 2),
      revoked boolean not null
    );
    create index machine_clients_of_controller on machine_clients (controller);

    -- Null: a person, who may do what her roles allow.
    alter table sessions add column scopes text[];`;
}
