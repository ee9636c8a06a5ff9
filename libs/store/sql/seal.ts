import type { Instant } from '@hemgang/kernel';
import type { Statement } from '../statement';

/** Where the sealer is. Transaction ids stay text: they are 64 bits. */
export interface SealHead {
  /** Names this log, so that a checkpoint of another one is not taken for one of this. */
  readonly log: string;
  /** Counts every change of this row: of several sealers one wins. */
  readonly revision: number;
  readonly lines: number;
  readonly batch: number;
  /** Chain value of the last batch, hexadecimal; zeros before the first. */
  readonly chain: string;
  readonly cursor: SealCursor;
  /** The timeline that the head was last written on. */
  readonly timeline: string;
  /** The timeline that the database is on now. */
  readonly here: string;
  readonly recovering: boolean;
}

/** The last row of each log that has been passed. */
export interface SealCursor {
  readonly eventTx: string;
  readonly eventPosition: number;
  readonly accessTx: string;
  readonly accessId: number;
}

/** A row of one of the logs as the sealer finds it; what belongs to the other kind is null. */
export interface PendingRow {
  readonly kind: 'event' | 'access';
  readonly tx: string;
  /** `position` of an event, `id` of a line of the access log. */
  readonly position: number;
  readonly isSealed: boolean;
  readonly caseId: string | null;
  readonly seq: number | null;
  /** Of an event, hexadecimal. */
  readonly hash: string | null;
  readonly at: Instant | null;
  readonly staff: string | null;
  readonly assignment: string | null;
  readonly unit: string | null;
  readonly person: string | null;
  readonly action: string | null;
  readonly purpose: string | null;
  readonly session: number | null;
  readonly patients: readonly ShownPatient[];
}

/** Whose data a line of a list showed. */
export interface ShownPatient {
  readonly person: string;
  readonly caseId: string;
  readonly version: number;
}

/** Patients of the line `a` of the access log, in a fixed order. */
export const PATIENTS_OF_A = `
  (select coalesce(json_agg(json_build_object(
            'person', p.person, 'caseId', p.case_id, 'version', p.version)
          order by p.person, p.case_id), '[]')
   from access_patients p where p.line = a.id)`;

export const HEAD: Statement<Omit<SealHead, 'cursor'> & SealCursor> = {
  name: 'seal-head',
  text: `
    select log, revision, lines, batch, encode(chain, 'hex') as chain,
           event_tx::text as "eventTx", event_position as "eventPosition",
           access_tx::text as "accessTx", access_id as "accessId",
           timeline, timeline_here() as here, recovering
    from seal_head`,
};

/**
 * The next rows of both logs in the order in which they are numbered. Only transactions older than
 * every one still running, as in `StreamFeed`: behind the cursor nothing can appear any more. After a
 * restore ($5) whatever is visible: numbers of transactions may be those of another server.
 */
export const PENDING: Statement<PendingRow> = {
  name: 'seal-pending',
  text: `
    select kind, tx::text as tx, position, "isSealed", "caseId", seq, hash, at, staff, assignment,
           unit, person, action, purpose, session, patients
    from (
      (select 'event' as kind, tx, position,
              exists (select from sealed_lines s
                      where s.case_id = e.case_id and s.seq = e.seq) as "isSealed",
              case_id as "caseId", seq, encode(hash, 'hex') as hash, null::timestamptz as at,
              null as staff, null as assignment, null as unit, null::uuid as person,
              null as action, null as purpose, null::bigint as session, '[]'::json as patients
       from events e
       where (tx, position) > ($1::text::xid8, $2::bigint)
         and ($5 or tx < pg_snapshot_xmin(pg_current_snapshot()))
       order by e.tx, e.position
       limit $6)
      union all
      (select 'access', tx, id, exists (select from sealed_lines s where s.access_id = a.id),
              case_id, null, null, at, staff, assignment, unit, person, action, purpose, session,
              ${PATIENTS_OF_A}
       from access_log a
       where (tx, id) > ($3::text::xid8, $4::bigint)
         and ($5 or tx < pg_snapshot_xmin(pg_current_snapshot()))
       order by a.tx, a.id
       limit $6)
    ) as pending
    order by pending.tx, pending.kind, pending.position
    limit $6`,
};

/** Gives a row when it has stored the batch, none when another sealer was faster. */
export const SEAL: Statement<{ readonly batch: number }> = {
  name: 'seal-batch',
  text: `
    with asked as (
      select * from jsonb_to_record($1) as a (
        revision bigint, batch bigint, first bigint, last bigint, at timestamptz, root text,
        previous text, chain text, "eventTx" text, "eventPosition" bigint, "accessTx" text,
        "accessId" bigint, timeline text, recovering boolean)
    ), moved as (
      update seal_head h set
        revision = h.revision + 1, lines = asked.last, batch = asked.batch,
        chain = decode(asked.chain, 'hex'),
        event_tx = "eventTx"::xid8, event_position = "eventPosition",
        access_tx = "accessTx"::xid8, access_id = "accessId",
        timeline = asked.timeline, recovering = asked.recovering
      from asked where h.revision = asked.revision
      returning h.batch
    ), closed as (
      insert into seal_batches (batch, first, last, at, root, previous, chain)
      select asked.batch, first, last, at, decode(root, 'hex'), decode(previous, 'hex'),
             decode(asked.chain, 'hex')
      from asked join moved on true
    ), numbered as (
      insert into sealed_lines (number, case_id, seq, access_id, entry, salt, leaf)
      select number, "caseId", seq, "accessId", entry, decode(salt, 'hex'), decode(leaf, 'hex')
      from moved, jsonb_to_recordset($2) as l (
        number bigint, "caseId" uuid, seq int, "accessId" bigint, entry jsonb, salt text, leaf text)
    )
    select batch from moved`,
};

/** Passes rows that have their numbers already. */
export const PASS: Statement<{ readonly batch: number }> = {
  name: 'seal-pass',
  text: `
    update seal_head set
      revision = revision + 1, event_tx = $2::text::xid8, event_position = $3,
      access_tx = $4::text::xid8, access_id = $5, recovering = $6
    where revision = $1
    returning batch`,
};

/** A signed statement of where the log was. */
export interface CheckpointRow {
  readonly log: string;
  readonly checkpoint: number;
  readonly at: Instant;
  readonly batch: number;
  readonly lines: number;
  readonly chain: string;
  readonly key: string;
  /** Ed25519 over the canonical text of all the others, hexadecimal. */
  readonly signature: string;
}

const CHECKPOINT_COLUMNS = `
  (select log from seal_head) as log, checkpoint, at, batch, lines, encode(chain, 'hex') as chain,
  key, encode(signature, 'hex') as signature`;

/** Gives a row unless another sealer has made a checkpoint of this number. */
export const ADD_CHECKPOINT: Statement<{ readonly checkpoint: number }> = {
  name: 'seal-add-checkpoint',
  text: `
    insert into seal_checkpoints (checkpoint, at, batch, lines, chain, key, signature)
    values ($1, $2, $3, $4, decode($5, 'hex'), $6, decode($7, 'hex'))
    on conflict on constraint seal_checkpoints_pkey do nothing
    returning checkpoint`,
};

export const LAST_CHECKPOINT: Statement<CheckpointRow> = {
  name: 'seal-last-checkpoint',
  text: `select ${CHECKPOINT_COLUMNS} from seal_checkpoints order by checkpoint desc limit 1`,
};

export const CHECKPOINTS_AFTER: Statement<CheckpointRow> = {
  name: 'seal-checkpoints-after',
  text: `
    select ${CHECKPOINT_COLUMNS} from seal_checkpoints
    where checkpoint > $1 order by checkpoint limit $2`,
};

export const CHECKPOINTS_BEFORE: Statement<CheckpointRow> = {
  name: 'seal-checkpoints-before',
  text: `
    select ${CHECKPOINT_COLUMNS} from seal_checkpoints
    where checkpoint < $1 order by checkpoint desc limit $2`,
};

export interface SealKeyRow {
  /** The first sixteen digits of the SHA-256 of the public key. */
  readonly id: string;
  /** SPKI, DER, base64. */
  readonly publicKey: string;
  readonly since: Instant;
  /** The key that vouches for it; null: nobody does. */
  readonly introducedBy: string | null;
  /** By that key, over the canonical text of the others and the log, hexadecimal. */
  readonly signature: string | null;
}

export const KEYS: Statement<SealKeyRow> = {
  name: 'seal-keys',
  text: `
    select id, encode(public_key, 'base64') as "publicKey", since,
           introduced_by as "introducedBy", encode(signature, 'hex') as signature
    from seal_keys order by since, id`,
};

export const ADD_KEY: Statement<never> = {
  name: 'seal-add-key',
  text: `
    insert into seal_keys (id, public_key, since, introduced_by, signature)
    values ($1, decode($2, 'base64'), $3, $4, decode($5, 'hex'))
    on conflict on constraint seal_keys_pkey do nothing`,
};

export const RECEIVED: Statement<{ readonly controller: string; readonly through: number }> = {
  name: 'seal-received',
  text: `select controller, through from seal_receivers`,
};

export const NOTE_RECEIVED: Statement<never> = {
  name: 'seal-note-received',
  text: `
    insert into seal_receivers (controller, through)
    select controller, $2 from unnest($1::text[]) as r (controller)
    on conflict on constraint seal_receivers_pkey do update set through = excluded.through`,
};
