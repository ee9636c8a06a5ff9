import { ForwardMigration } from './forward-migration';

/**
 * How patients, relatives and staff say it went (record 38). An invitation knows no case, and nothing but
 * its digest when it is used. Answers are sums: no row is anybody's, and nothing tells their order. No
 * foreign key to units: a directory is replaced whole.
 *
 * Who reads and writes: nobody in a reader's context. Goes by itself: an invitation when its time is over.
 */
export class Experience1795300000074 extends ForwardMigration {
  protected readonly sql = `
    create table experience_invitations (
      secret_hash bytea constraint experience_invitations_pkey primary key
        check (length(secret_hash) = 32),
      used boolean not null default false,
      -- The end of a week, not of the day on which it was made.
      expires_on date not null check (isfinite(expires_on)),
      kind text,
      version int,
      -- Where it is counted; a region's unit works for no municipality.
      unit text,
      municipality text,
      -- The unit that made it.
      maker text,
      constraint experience_invitations_emptied check (
        case when used
          then num_nonnulls(kind, version, unit, municipality, maker) = 0
          else num_nulls(kind, version, unit, maker) = 0 end)
    );
    create index experience_invitations_expiry on experience_invitations (expires_on);
    create index experience_invitations_maker on experience_invitations (maker)
      where maker is not null;

    create table experience_tallies (
      kind text not null check (kind <> ''),
      version int not null,
      unit text not null check (unit <> ''),
      -- Empty: of no municipality.
      municipality text not null,
      -- Its Monday.
      week date not null check (isfinite(week) and extract(isodow from week) = 1),
      way text not null check (way in ('link', 'phone', 'paper')),
      question text not null check (question <> ''),
      -- 1 to 5; 0: does not know.
      answer int not null check (answer between 0 and 5),
      count int not null check (count > 0),
      constraint experience_tallies_pkey
        primary key (week, kind, version, unit, municipality, way, question, answer)
    );`;
}
