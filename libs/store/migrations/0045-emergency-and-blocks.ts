import { ForwardMigration } from './forward-migration';

/**
 * Nödöppning, spärr and objection (record 23). `emergency_openings`: written by whoever opens, read
 * with a case by the same person and as a queue by the administrators of the controller; the words
 * of a reason and of a review may say something of the patient and go at her gallring. `blocks` and
 * `block_releases`: written and read within the controller. `objections`: the same.
 */
export class EmergencyAndBlocks1795300000045 extends ForwardMigration {
  protected readonly sql = `
    create table emergency_openings (
      id bigint generated always as identity constraint emergency_openings_pkey primary key,
      person uuid not null,
      staff text not null check (staff <> ''),
      assignment text not null check (assignment <> ''),
      unit text not null check (unit <> ''),
      controller text not null check (controller <> ''),
      reason text not null check (reason <> ''),
      words text not null check (words <> ''),
      at timestamptz(3) not null check (isfinite(at)),
      until timestamptz(3) not null,
      verdict text check (verdict in ('approved', 'questioned')),
      verdict_words text check (verdict_words <> ''),
      reviewed_at timestamptz(3),
      reviewed_by text,
      constraint emergency_openings_times check (until > at),
      constraint emergency_openings_review check (
        num_nonnulls(verdict, verdict_words, reviewed_at, reviewed_by) in (0, 4))
    );
    create index emergency_openings_running on emergency_openings (person, staff, unit, until);
    create index emergency_openings_queue on emergency_openings (controller, id);

    -- How much somebody read in a nödöppning.
    create index access_log_emergency on access_log (assignment, at) where action like 'emergency:%';

    -- What a unit has written of a person is kept from the other units of its controller.
    create table blocks (
      id bigint generated always as identity constraint blocks_pkey primary key,
      person uuid not null,
      controller text not null check (controller <> ''),
      unit text not null check (unit <> ''),
      told_by text not null check (told_by in ('patient', 'representative')),
      since timestamptz(3) not null check (isfinite(since)),
      staff text not null check (staff <> ''),
      ended_at timestamptz(3),
      ended_by text,
      constraint blocks_end check ((ended_at is null) = (ended_by is null))
    );
    create unique index blocks_in_force on blocks (person, unit) where ended_at is null;

    -- shown: that this unit has blocked; consent, emergency: one person may read, for a while.
    create table block_releases (
      id bigint generated always as identity constraint block_releases_pkey primary key,
      block bigint not null references blocks,
      kind text not null check (kind in ('shown', 'consent', 'emergency')),
      staff text not null check (staff <> ''),
      unit text not null check (unit <> ''),
      reason text not null check (reason <> ''),
      at timestamptz(3) not null check (isfinite(at)),
      until timestamptz(3) not null,
      check (until > at)
    );
    create index block_releases_of on block_releases (block, staff, unit, until);
    create trigger block_releases_only_grow before update or delete or truncate on block_releases
      for each statement execute function refuse_change();

    -- A person opposes that the controller discloses more than the law demands.
    create table objections (
      id bigint generated always as identity constraint objections_pkey primary key,
      person uuid not null,
      controller text not null check (controller <> ''),
      told_by text not null check (told_by in ('patient', 'representative')),
      since timestamptz(3) not null check (isfinite(since)),
      staff text not null check (staff <> ''),
      ended_at timestamptz(3),
      ended_by text,
      constraint objections_end check ((ended_at is null) = (ended_by is null))
    );
    create unique index objections_in_force on objections (person, controller)
      where ended_at is null;`;
}
