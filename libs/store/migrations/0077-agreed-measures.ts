import { ForwardMigration } from './forward-migration';

/**
 * What the joint group has agreed to do at a place, and what came of it (record 39): whose it is, until
 * when, when it is looked at again. What was agreed stays; each follow-up is a row after the others, so
 * that the rows are their own history. No foreign key to huvudmen: a directory is replaced whole.
 *
 * Who reads and writes: as packs.
 */
export class AgreedMeasures1795300000077 extends ForwardMigration {
  protected readonly sql = `
    create table agreed_measures (
      id uuid constraint agreed_measures_pkey primary key,
      place text not null check (place ~ '^(county|municipality:[0-9]{4})$'),
      words text not null check (length(words) between 1 and 300),
      -- Whose it is: a huvudman, and which role there.
      owner text not null check (owner <> ''),
      role text not null check (role <> ''),
      due date not null check (isfinite(due)),
      look_again date not null check (isfinite(look_again)),
      agreed_at timestamptz(3) not null check (isfinite(agreed_at)),
      agreed_by text not null check (agreed_by <> ''),
      huvudman text not null check (huvudman <> ''),
      -- The same agreed twice is one.
      constraint agreed_measures_once unique (place, words, owner, role, due)
    );

    create table measure_follow_ups (
      measure uuid not null references agreed_measures,
      number int not null check (number > 0),
      status text not null check (status in ('agreed', 'under-way', 'done', 'dropped')),
      note text not null check (length(note) <= 300),
      at timestamptz(3) not null check (isfinite(at)),
      made_by text not null check (made_by <> ''),
      huvudman text not null check (huvudman <> ''),
      constraint measure_follow_ups_pkey primary key (measure, number)
    );

    create trigger agreed_measures_only_grow before update or delete or truncate on agreed_measures
      for each statement execute function refuse_change();
    create trigger measure_follow_ups_only_grow
      before update or delete or truncate on measure_follow_ups
      for each statement execute function refuse_change();`;
}
