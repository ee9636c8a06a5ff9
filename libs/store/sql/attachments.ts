import type { Statement } from '../statement';

/** What a file is and is called, without its bytes. */
export interface AttachmentRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'pdf' | 'png' | 'jpeg' | 'text';
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Events that name the file `a`: looked for among those of its case alone. */
export const NAMING = `
  select from events e where e.case_id = a.case_id and e.payload -> 'attachments' ? a.id::text`;

const LINE = `
  insert into access_log (at, staff, assignment, unit, person, case_id, action, purpose, session)
  select at, staff, assignment, unit, person, "caseId", action, purpose, session`;

const OF_LINE = `(
  at timestamptz, staff text, assignment text, unit text, person uuid, "caseId" uuid, action text,
  purpose text, session bigint)`;

/**
 * Keeps a file with its key and its line of the access log, or nothing: when the unit has $3 that are
 * not sent, or the case is handled outside. Uploads of the very same moment may pass that number
 * together: it stops a heap from growing, and nothing else rests on it.
 * - $1: all but the bytes, $2: the bytes
 */
export const ADD_ATTACHMENT: Statement<{ readonly isKept: boolean; readonly isOutside: boolean }> =
  {
    name: 'add-attachment',
    text: `
    with given as materialized (
      select g.*,
             (select count(*) from attachments a
              where a.case_id = g."caseId" and a.unit = g.unit and a.seq is null
                and not exists (${NAMING})) as waiting,
             exists (select from outside_cases o where o.case_id = g."caseId") as outside
      from jsonb_to_record($1) as g (
        id uuid, "caseId" uuid, version int, unit text, staff text, name text, kind text, size int,
        sha256 text, at timestamptz, caller text, key text, "bodyHash" text, line jsonb)
    ), kept as (
      insert into attachments (id, case_id, unit, staff, name, kind, size, sha256, bytes, created_at)
      select id, "caseId", unit, staff, name, kind, size, decode(sha256, 'hex'), $2::bytea, at
      from given
      where waiting < $3 and not outside
      returning id
    ), answered as (
      insert into idempotency (caller, key, body_hash, case_id, version, status, created_at)
      select caller, key, decode("bodyHash", 'hex'), "caseId", version, 201, given.at
      from given join kept on kept.id = given.id
    ), noted as (
      ${LINE} from (select line from given join kept on kept.id = given.id) as one,
        jsonb_to_record(one.line) as l ${OF_LINE}
    )
    select exists (select from kept) as "isKept", outside as "isOutside" from given`,
  };

/** Of the files $3, in that order: those that the unit $2 has kept in the case $1 since $4 and not sent. */
export const UNSENT_ATTACHMENTS: Statement<AttachmentRow> = {
  name: 'unsent-attachments',
  text: `
    select a.id, a.name, a.kind, a.size, encode(a.sha256, 'hex') as sha256
    from unnest($3::uuid[]) with ordinality as asked (id, place)
    join attachments a on a.id = asked.id
    where a.case_id = $1 and a.unit = $2 and a.created_at > $4 and a.seq is null
      and not exists (${NAMING})
    order by place`,
};

/**
 * The file $2 of the case $1, when one of the events $4 names it, or none does and the unit $3 has kept
 * it; and the line of the access log: $5 when it is there, else $6.
 */
export const TAKE_ATTACHMENT: Statement<Pick<AttachmentRow, 'name' | 'kind'> & { bytes: Buffer }> =
  {
    name: 'take-attachment',
    text: `
    with named as (
      select seq from events
      where case_id = $1 and payload -> 'attachments' ? ($2::uuid)::text
      order by seq limit 1
    ), found as materialized (
      select name, kind, bytes from attachments
      where id = $2::uuid and case_id = $1
        and case when exists (select from named) then (select seq from named) = any ($4::int[])
            else unit = $3 end
    ), noted as (
      ${LINE}
      from jsonb_to_record(case when exists (select from found) then $5::jsonb else $6::jsonb end)
        as l ${OF_LINE}
    )
    select name, kind, bytes from found`,
  };

/** Removes the file $2 of the case $1 that the unit $3 has not sent, with the line $4; or nothing. */
export const REMOVE_ATTACHMENT: Statement<{ readonly id: string }> = {
  name: 'remove-attachment',
  text: `
    with removed as (
      delete from attachments a
      where a.id = $2 and a.case_id = $1 and a.unit = $3 and a.seq is null
        and not exists (${NAMING})
      returning a.id
    ), noted as (
      ${LINE} from (select $4::jsonb as line from removed) as one,
        jsonb_to_record(one.line) as l ${OF_LINE}
    )
    select id from removed`,
};

/**
 * Looks at up to $2 files from before $1 that nobody has looked at: marks those that an event names,
 * and removes the others. Several may do so at once.
 */
export const SWEEP_ATTACHMENTS: Statement<{ readonly looked: number; readonly removed: number }> = {
  name: 'sweep-attachments',
  text: `
    with old as materialized (
      select id, case_id from attachments
      where seq is null and created_at < $1
      order by created_at limit $2
      for update skip locked
    ), judged as materialized (
      select a.id, (
        select e.seq from events e
        where e.case_id = a.case_id and e.payload -> 'attachments' ? a.id::text
        order by e.seq limit 1) as seq
      from old a
    ), named as (
      update attachments set seq = (select j.seq from judged j where j.id = attachments.id)
      where id = any (array(select id from judged where seq is not null))
    ), removed as (
      delete from attachments
      where id = any (array(select id from judged where seq is null))
      returning 1
    )
    select (select count(*) from judged)::int as looked, (select count(*) from removed)::int as removed`,
};
