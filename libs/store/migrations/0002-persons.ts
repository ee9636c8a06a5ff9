import { ForwardMigration } from './forward-migration';

/** Patients. The only table, with the contents, that says who somebody is. */
export class Persons1795300000002 extends ForwardMigration {
  protected readonly sql = `
    create table persons (
      id uuid primary key,
      number text constraint persons_number_key unique,
      number_kind text check (
        number_kind in ('personnummer', 'samordningsnummer', 'reservnummer')),
      name text not null check (name <> ''),
      address text,
      municipality text check (municipality ~ '^[0-9]{4}$'),
      identified_at timestamptz(3),
      check ((number is null) = (number_kind is null)),
      check ((number is null) = (identified_at is null))
    );`;
}
