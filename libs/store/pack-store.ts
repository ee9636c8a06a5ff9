import type { Instant, LocalDate } from '@hemgang/kernel';
import type { StoredCase } from './case-write';
import type { Database } from './database';
import type { Queryable, Statement } from './statement';

/** Up to which event the figures had followed the log. */
interface LogMoment {
  readonly tx: string;
  readonly position: number;
}

/** The same, and the local day that they know to have begun; null: not every case has been gone through. */
interface ReckonedMoment extends LogMoment {
  readonly day: LocalDate | null;
}

/** An edition of a month's pack, without what it says. */
export interface PackRow extends LogMoment {
  readonly id: string;
  readonly place: string;
  /** Its first day. */
  readonly month: LocalDate;
  readonly edition: number;
  /** Of the text, SHA-256 in hexadecimal. */
  readonly hash: string;
  readonly frozenAt: Instant;
  readonly frozenBy: string;
  readonly huvudman: string;
}

export interface WholePackRow extends PackRow {
  /** Letter by letter as it was frozen. */
  readonly content: string;
}

/** What is to be frozen. */
export type PackWish = Omit<WholePackRow, 'edition' | 'hash'>;

/** Days of one case on which a patient waited at a place, and what its machine remembers. */
export interface WaitingCase extends Pick<StoredCase, 'state'> {
  readonly id: string;
  readonly days: readonly LocalDate[];
}

const COLUMNS = `
  id, place, month::text as month, edition, hash, event_tx as tx, event_position as position,
  frozen_at as "frozenAt", frozen_by as "frozenBy", huvudman`;

const OF_PLACE: Statement<PackRow> = {
  name: 'packs-of-place',
  text: `select ${COLUMNS} from packs where place = $1 order by month desc, edition desc limit 500`,
};

const ONE: Statement<WholePackRow> = {
  name: 'pack',
  text: `select ${COLUMNS}, content from packs where id = $1`,
};

/** Nothing when the latest edition says the same, and when another one has just been frozen. */
const FREEZE: Statement<never> = {
  name: 'freeze-pack',
  text: `
    with last as (
      select edition, content from packs where place = $2 and month = $3::date
      order by edition desc limit 1
    )
    insert into packs (id, place, month, edition, content, hash, event_tx, event_position,
                       frozen_at, frozen_by, huvudman)
    select $1, $2, $3::date, coalesce((select edition from last), 0) + 1, $4,
           encode(sha256(convert_to($4, 'UTF8')), 'hex'), $5, $6, $7, $8, $9
    where not exists (select from last where last.content = $4)
    on conflict (place, month, edition) do nothing`,
};

const LOG_MOMENT: Statement<ReckonedMoment> = {
  name: 'pack-log-moment',
  text: `
    select event_tx as tx, event_position as position,
           case when walk is null then day::text end as day
    from figure_head where version = $1 and timeline = timeline_here()`,
};

const WAITING: Statement<WaitingCase> = {
  name: 'pack-waiting-cases',
  text: `
    with part as materialized (
      select case_id, day from figure_parts
      where measure = 'beds' and places @> array[$1] and day between $2 and $3
    )
    select c.id, c.state, p.days
    from (
      select case_id, array_agg(day::text order by day) as days from part group by case_id
    ) p join cases c on c.id = p.case_id
    order by c.id`,
};

/** The editions of a place's packs, the latest month first. */
export function readPacks(session: Queryable, place: string): Promise<readonly PackRow[]> {
  return session.run(OF_PLACE, [place]);
}

/** One edition with what it says; null: there is none. */
export async function readPack(session: Queryable, id: string): Promise<WholePackRow | null> {
  const [row] = await session.run(ONE, [id]);
  return row ?? null;
}

/** Packs of the joint group (record 39). */
export class PackStore {
  constructor(private readonly database: Database) {}

  /** How far the figures have followed the log; null: nowhere yet. @param version of the definitions */
  async moment(version: number): Promise<ReckonedMoment | null> {
    const [row] = await this.database.run(LOG_MOMENT, [version]);
    return row ?? null;
  }

  /** Who waited at a place on some of the days, both among them. */
  waiting(place: string, from: LocalDate, to: LocalDate): Promise<readonly WaitingCase[]> {
    return this.database.run(WAITING, [place, from, to]);
  }

  /** Freezes it, unless the latest edition says the same. */
  async freeze(wish: PackWish): Promise<void> {
    const { id, place, month, content, tx, position, frozenAt, frozenBy, huvudman } = wish;
    const values = [id, place, month, content, tx, position, frozenAt, frozenBy, huvudman];
    await this.database.run(FREEZE, values);
  }
}
