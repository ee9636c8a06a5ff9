import { ForwardMigration } from './forward-migration';

/**
 * What leaves the application because of a notice (record 27): one row for each person and channel,
 * and what has become of it. Ids, kinds and times only; where it goes to is looked up when it goes.
 *
 * A turn is a person's channel while a message is on its way: one at a time, so that nothing of it
 * overtakes anything. It keeps the message's number until it is known to have left or to be refused.
 *
 * Who reads and writes: the worker writes all three; `deliveries` and `delivery_events` are shown
 * to the parties of the case.
 */
export class Deliveries1795300000056 extends ForwardMigration {
  protected readonly sql = `
    create table deliveries (
      id bigint generated always as identity constraint deliveries_pkey primary key,
      key text not null constraint deliveries_key unique check (key <> ''),
      notice bigint not null,
      case_id uuid not null,
      unit text not null check (unit <> ''),
      staff text not null check (staff <> ''),
      channel text not null check (channel in ('mail', 'sms')),
      -- What is told of: a duty, or null when there is only something to read.
      duty text,
      kind text,
      due timestamptz(3),
      acute boolean not null,
      status text not null check (status in ('queued', 'sent', 'failed', 'held', 'needless')),
      created_at timestamptz(3) not null,
      send_at timestamptz(3) not null check (isfinite(send_at)),
      -- The message that it is a part of, once it has had a turn.
      message uuid
    ) with (fillfactor = 80);
    create index deliveries_waiting on deliveries (send_at, staff, channel) where status = 'queued';
    create index deliveries_of_person on deliveries (staff, id);
    create index deliveries_of_case on deliveries (case_id, id);
    create index deliveries_of_unit on deliveries (unit, id);
    create index deliveries_left_undone on deliveries (status) where status in ('failed', 'held');
    create index deliveries_of_message on deliveries (message) where message is not null;

    create table delivery_events (
      id bigint generated always as identity constraint delivery_events_pkey primary key,
      delivery bigint not null references deliveries on delete cascade,
      case_id uuid not null,
      kind text not null check (kind in ('queued', 'sent', 'delivered', 'opened', 'failed')),
      -- When it happened, whenever we heard of it.
      at timestamptz(3) not null check (isfinite(at)),
      reason text check (reason <> ''),
      -- The same thing told twice is one event.
      constraint delivery_events_once unique (delivery, kind, at)
    );
    create index delivery_events_sent on delivery_events (at) where kind = 'sent';

    create table delivery_turns (
      staff text not null,
      channel text not null,
      message uuid not null,
      attempts int not null check (attempts > 0),
      began_at timestamptz(3) not null,
      -- Until then nothing of this person's channel is taken.
      until timestamptz(3) not null,
      constraint delivery_turns_pkey primary key (staff, channel)
    );`;
}
