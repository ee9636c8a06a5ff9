import { ForwardMigration } from './forward-migration';

/**
 * What figures are made of (record 37): what each case is part of, and the sums of that by place, measure
 * and day. Both can be reckoned anew from the log at any time. The sums tell of nobody; they outlive a
 * case that is erased until they are reckoned anew.
 */
export class Figures1795300000071 extends ForwardMigration {
  protected readonly sql = `
    create table figure_parts (
      case_id uuid not null,
      measure text not null check (measure <> ''),
      day date not null check (isfinite(day)),
      places text[] not null check (cardinality(places) > 0),
      count bigint not null check (count >= 0),
      whole bigint not null check (whole >= 0)
    );
    create index figure_parts_case on figure_parts (case_id);
    create index figure_parts_measure on figure_parts (measure, day);
    create index figure_parts_places on figure_parts using gin (places);

    create table figure_sums (
      place text not null check (place <> ''),
      measure text not null check (measure <> ''),
      day date not null check (isfinite(day)),
      -- Of how many parts.
      parts bigint not null,
      count bigint not null,
      whole bigint not null,
      constraint figure_sums_pkey primary key (place, measure, day)
    );

    create table figure_head (
      one boolean constraint figure_head_pkey primary key default true check (one),
      -- Of the definitions: other ones reckon everything anew.
      version int not null,
      -- The last event of the log that has been passed.
      event_tx text not null default '0',
      event_position bigint not null default 0,
      -- The local day on which open cases were reckoned last.
      day date check (isfinite(day)),
      -- What is gone through case by case, by id.
      walk text check (walk in ('all', 'open')),
      walk_after uuid not null default '00000000-0000-0000-0000-000000000000',
      reckoned_at timestamptz(3) check (isfinite(reckoned_at)),
      timeline text not null default timeline_here()
    );
    insert into figure_head (version) values (0);`;
}
