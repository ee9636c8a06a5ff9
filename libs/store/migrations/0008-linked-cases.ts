import { ForwardMigration } from './forward-migration';

/** Cases that tell each other facts, and the admission that follows an earlier stay. */
export class LinkedCases1795300000008 extends ForwardMigration {
  protected readonly sql = `
    -- A notice was the only work there was; now each job has a task of its own.
    alter table outbox rename column notice to task;
    alter table outbox drop constraint outbox_notice_check;
    alter table outbox add constraint outbox_task_check
      check (job <> 'deliver-notices' or task ->> 'entry' is not null);

    -- What a case was told by others. The newest of a kind became an event of its own; one that
    -- came after a newer one is only noted. A fact is taken once for ever.
    create table inbox (
      target uuid not null,
      source uuid not null,
      fact text not null check (fact <> ''),
      source_seq int not null check (source_seq > 0),
      target_seq int check (target_seq > 0),
      received_at timestamptz(3) not null check (isfinite(received_at)),
      constraint inbox_pkey primary key (target, source, fact, source_seq)
    );

    -- The stay before this one: a range of one person's ended stays.
    create index cases_ended_stays on cases (person_id, region, ended_at desc)
      where ended_at is not null and type = 'discharge';`;
}
