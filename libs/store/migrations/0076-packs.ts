import { ForwardMigration } from './forward-migration';

/**
 * What the joint group has before it: a month of a municipality or of the county, as it stood when it was
 * frozen (record 39). The text is kept letter by letter and answers for its own digest; it holds numbers,
 * codes and ids of cases, no names. Reckoned anew it is a new edition beside the old one.
 *
 * Who reads: administrators of the two huvudmän (of all, for the county). Who writes: their use case;
 * nobody changes a row or takes it away.
 */
export class Packs1795300000076 extends ForwardMigration {
  protected readonly sql = `
    create table packs (
      id uuid constraint packs_pkey primary key,
      place text not null check (place ~ '^(county|municipality:[0-9]{4})$'),
      month date not null check (isfinite(month) and extract(day from month) = 1),
      edition int not null check (edition > 0),
      -- Canonical JSON.
      content text not null check (content <> ''),
      hash text not null check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
      -- The last event of the log that the figures had passed.
      event_tx text not null,
      event_position bigint not null,
      frozen_at timestamptz(3) not null check (isfinite(frozen_at)),
      -- Who froze it, and for which huvudman.
      frozen_by text not null check (frozen_by <> ''),
      huvudman text not null check (huvudman <> ''),
      constraint packs_of_month unique (place, month, edition)
    );

    create trigger packs_only_grow before update or delete or truncate on packs
      for each statement execute function refuse_change();`;
}
