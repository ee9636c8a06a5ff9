import { ForwardMigration } from './forward-migration';

/**
 * Skyddade personuppgifter (record 23). `persons.protection` is read with the person and written by
 * whoever writes her. `protection_changes`: written when a grade is set or taken away, read by
 * operators only; it goes with the person at her gallring. `protection_contacts`: written by a
 * controller for itself, read by every party of a protected person's case. `outside_cases`: written
 * by a party of the case, read with it.
 */
export class ProtectedIdentity1795300000044 extends ForwardMigration {
  protected readonly sql = `
    alter table persons
      add column protection text check (protection in ('marked', 'protected', 'fictitious')),
      add column protected_since timestamptz(3),
      add constraint persons_protected_since check ((protection is null) = (protected_since is null)),
      -- The address of somebody who hides is not kept: what is not here cannot leak.
      add constraint persons_protected_address check (protection is null or address is null);

    -- Who set which grade when; null: it was taken away.
    create table protection_changes (
      id bigint generated always as identity primary key,
      person uuid not null,
      grade text check (grade in ('marked', 'protected', 'fictitious')),
      at timestamptz(3) not null check (isfinite(at)),
      staff text not null check (staff <> ''),
      unit text not null check (unit <> ''),
      controller text not null check (controller <> '')
    );
    create index protection_changes_person on protection_changes (person, id);

    -- Without a person: whoever answers for all of them at the controller.
    create table protection_contacts (
      controller text not null check (controller <> ''),
      person uuid,
      staff text[] not null check (array_length(staff, 1) = 2),
      phone text not null check (phone <> ''),
      at timestamptz(3) not null check (isfinite(at)),
      by text not null check (by <> ''),
      constraint protection_contacts_key unique nulls not distinct (controller, person)
    );
    create index protection_contacts_person on protection_contacts (person);

    create table outside_cases (
      case_id uuid constraint outside_cases_pkey primary key,
      at timestamptz(3) not null check (isfinite(at)),
      staff text not null check (staff <> ''),
      unit text not null check (unit <> '')
    );`;
}
