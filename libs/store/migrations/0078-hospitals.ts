import { ForwardMigration } from './forward-migration';

/** Which hospital or sjukstuga a ward lies in, and which care it gives: figures are counted of both (record 42). */
export class Hospitals1795300000078 extends ForwardMigration {
  protected readonly sql = `
    create table hospitals (
      position int not null,
      id text constraint hospitals_pkey primary key check (id <> ''),
      kind text not null check (kind in ('hospital', 'sjukstuga')),
      name text not null check (name <> '')
    );
    create trigger hospitals_change after insert or update or delete on hospitals
      for each statement execute function directory_has_changed();

    alter table units
      add column hospital text references hospitals,
      add column care text check (care in ('somatic', 'psychiatric')),
      add constraint units_of_hospital check (kind = 'ward' or (hospital is null and care is null));`;
}
