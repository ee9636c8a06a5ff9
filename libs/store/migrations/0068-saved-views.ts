import { ForwardMigration } from './forward-migration';

/**
 * How somebody has chosen to see the worklist of a unit, by a name of her own: for herself, or for
 * everybody at the unit. What can be chosen is a closed set, so that no patient can stand there. No
 * foreign key to units or staff: a directory is replaced whole.
 *
 * Who reads and writes: whoever acts at the unit. Goes with the person (record 24).
 */
export class SavedViews1795300000068 extends ForwardMigration {
  protected readonly sql = `
    create table saved_views (
      id uuid constraint saved_views_pkey primary key,
      unit text not null check (unit <> ''),
      staff text not null check (staff <> ''),
      name text not null check (length(name) between 1 and 40),
      visa text not null check (visa in ('all', 'late', 'today', 'unseen', 'mine', 'free')),
      ordna text not null check (ordna in ('uppgifter', 'patienter')),
      shared boolean not null,
      constraint saved_views_of_unit unique (unit, staff, name)
    );
    create index saved_views_of_staff on saved_views (staff);`;
}
