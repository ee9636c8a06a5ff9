import { ForwardMigration } from './forward-migration';

/**
 * Gallring takes what a controller keeps of a person beside her cases, and rows about its staff; how
 * long each kind is kept a controller may say itself (record 24). `retention_terms` is entered by an
 * operator and names nobody; the newest row of a kind counts, and all stay.
 */
export class FilesBesideCases1795300000052 extends ForwardMigration {
  protected readonly sql = `
    create index blocks_person on blocks (person);
    create index objections_person on objections (person);

    drop trigger block_releases_only_grow on block_releases;
    create trigger block_releases_only_grow before update or delete or truncate on block_releases
      for each statement execute function refuse_change_but_erasure('DELETE');

    create table retention_terms (
      id bigint generated always as identity constraint retention_terms_pkey primary key,
      controller text not null check (controller <> ''),
      kind text not null check (kind <> ''),
      years int not null check (years between 1 and 99),
      source text not null check (source <> ''),
      entered_at timestamptz(3) not null check (isfinite(entered_at)),
      entered_by text not null check (entered_by <> '')
    );
    create index retention_terms_of on retention_terms (controller, kind, id);
    create trigger retention_terms_only_grow before update or delete or truncate on retention_terms
      for each statement execute function refuse_change();`;
}
