import { ForwardMigration } from './forward-migration';

/** Standing fasta vårdkontakter, and units that were closed into another. */
export class Cooperation1795300000014 extends ForwardMigration {
  protected readonly sql = `
    alter table units add column closed_into text references units check (closed_into <> id);

    create table standing_contacts (
      position int not null,
      unit text not null references units,
      staff text not null references staff,
      phone text not null check (phone <> ''),
      valid_from date not null,
      valid_until date check (valid_until >= valid_from),
      primary key (unit, valid_from)
    );`;
}
