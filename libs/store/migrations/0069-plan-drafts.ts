import { ForwardMigration } from './forward-migration';

/**
 * The draft of a SIP's next plan (record 33): what is written in a meeting before it becomes a version.
 * One per case, shared by the units that take part; no part of the plan and of nobody's file. It ends
 * with the event that ends it and is removed within the hour, or after a month in which nobody saved.
 */
export class PlanDrafts1795300000069 extends ForwardMigration {
  protected readonly sql = `
    create table plan_drafts (
      case_id uuid constraint plan_drafts_pkey primary key,
      version int not null check (version > 0),
      -- The version of the case that it was begun in: an ending event after it ends the draft.
      since int not null check (since > 0),
      words jsonb not null,
      saved_by text not null check (saved_by <> ''),
      saved_unit text not null check (saved_unit <> ''),
      saved_at timestamptz(3) not null check (isfinite(saved_at)),
      -- Whose turn it is to write, and until when unless she saves; all null: nobody's.
      holder text check (holder <> ''),
      holder_unit text check (holder_unit <> ''),
      turn_until timestamptz(3) check (isfinite(turn_until)),
      -- By the database's own clock: what open pages are told of.
      changed_at timestamptz not null default clock_timestamp(),
      check ((holder is null) = (turn_until is null) and (holder is null) = (holder_unit is null))
    );
    create index plan_drafts_changed on plan_drafts (changed_at);
    create index plan_drafts_saved on plan_drafts (saved_at);`;
}
