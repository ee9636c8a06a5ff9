import type { EventRow } from '../case-write';
import type { SealedBatch } from '../seal-store';
import type { Statement } from '../statement';
import { PATIENTS_OF_A, type PendingRow } from './seal';

/** A numbered line with the row that it stands for, as far as that is still there. */
export interface SealedRow {
  readonly number: number;
  /** Hexadecimal; null when the line has been erased. */
  readonly salt: string | null;
  readonly leaf: string;
  /** What the seal itself says. */
  readonly entry: Readonly<Record<string, unknown>> | null;
  /** Of an event. */
  readonly caseId: string | null;
  readonly event: EventRow | null;
  /** Of a line of the access log. */
  readonly access: Omit<PendingRow, 'isSealed' | 'tx'> | null;
  /** Whether a unit of the reader has made the line. */
  readonly isOwn: boolean;
  /** Whether a unit of the reader is, or was, a party of its case. */
  readonly isOfParty: boolean;
}

export const BATCHES_AFTER: Statement<SealedBatch> = {
  name: 'seal-batches-after',
  text: `
    select batch, first, last, at, encode(root, 'hex') as root,
           encode(previous, 'hex') as previous, encode(chain, 'hex') as chain
    from seal_batches where batch > $1 order by batch limit $2`,
};

/** A row with everything flat, so that the driver reads times and numbers as everywhere. */
export type FlatSealedRow = Pick<
  SealedRow,
  'number' | 'salt' | 'leaf' | 'entry' | 'isOwn' | 'isOfParty'
> & { readonly [Column in keyof EventRow]: EventRow[Column] | null } & {
  readonly caseId: string | null;
} & {
  readonly accessId: number | null;
  readonly accessCase: string | null;
} & Pick<
    PendingRow,
    | 'at'
    | 'staff'
    | 'assignment'
    | 'unit'
    | 'person'
    | 'action'
    | 'purpose'
    | 'session'
    | 'patients'
  >;

/** Lines $1 to $2; what is the reader's own is told by his units $3. */
export const LINES_BETWEEN: Statement<FlatSealedRow> = {
  name: 'seal-lines-between',
  text: `
    select s.number, encode(s.salt, 'hex') as salt, encode(s.leaf, 'hex') as leaf, s.entry,
           s.case_id as "caseId", e.seq, e.type, e.machine, e.occurred_at as "occurredAt",
           e.recorded_at as "recordedAt", e.actor, e.payload, e.given, e.digests, e.results,
           encode(e.hash, 'hex') as hash,
           a.id as "accessId", a.case_id as "accessCase", a.at, a.staff, a.assignment, a.unit,
           a.person, a.action, a.purpose, a.session, ${PATIENTS_OF_A} as patients,
           coalesce(e.actor ->> 'unit', a.unit) = any ($3::text[]) as "isOwn",
           exists (select from parties p
                   where p.case_id = s.case_id and p.unit = any ($3::text[])) as "isOfParty"
    from sealed_lines s
    left join events e on e.case_id = s.case_id and e.seq = s.seq
    left join access_log a on a.id = s.access_id
    where s.number between $1 and $2
    order by s.number`,
};

/** How many rows of a page have no number, and where the page ends. */
export interface UnsealedPage {
  readonly rows: number;
  readonly unsealed: number;
  /** One of them. */
  readonly example: string | null;
  readonly tx: string | null;
  readonly position: number | null;
}

const page = (rows: string, example: string): string => `
  select count(*)::int as rows, (count(*) filter (where not sealed))::int as unsealed,
         (array_agg(${example} order by tx, position) filter (where not sealed))[1] as example,
         (array_agg(tx::text order by tx desc, position desc))[1] as tx,
         (array_agg(position order by tx desc, position desc))[1] as position
  from (${rows}) as page`;

/** Events in the order of the log, up to where the sealer is ($3, $4). */
export const UNSEALED_EVENTS: Statement<UnsealedPage> = {
  name: 'seal-unsealed-events',
  text: page(
    `select tx, position, case_id, seq,
            exists (select from sealed_lines s
                    where s.case_id = e.case_id and s.seq = e.seq) as sealed
     from events e
     where (tx, position) > ($1::text::xid8, $2::bigint)
       and (tx, position) <= ($3::text::xid8, $4::bigint)
     order by e.tx, e.position limit $5`,
    `case_id || '.' || seq`,
  ),
};

export const UNSEALED_ACCESS: Statement<UnsealedPage> = {
  name: 'seal-unsealed-access',
  text: page(
    `select tx, id as position,
            exists (select from sealed_lines s where s.access_id = a.id) as sealed
     from access_log a
     where (tx, id) > ($1::text::xid8, $2::bigint) and (tx, id) <= ($3::text::xid8, $4::bigint)
     order by a.tx, a.id limit $5`,
    `position::text`,
  ),
};

/** Cases whose latest event is not in the log, by id. */
export const CASES_WITHOUT_EVENT: Statement<{ readonly id: string; readonly missing: boolean }> = {
  name: 'seal-cases-without-event',
  text: `
    select id, not exists (
             select from events e where e.case_id = c.id and e.seq = c.version) as missing
    from cases c where id > $1 order by id limit $2`,
};
