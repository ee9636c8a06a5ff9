import type { Role } from '@hemgang/directory';
import type { Instant, LocalDate } from '@hemgang/kernel';
import type { Database } from './database';
import type { Queryable, Statement } from './statement';

/** How an agreed measure stands. */
export type AgreedStatus = 'agreed' | 'under-way' | 'done' | 'dropped';

/** What was said of it at one time. */
export interface FollowUpRow {
  readonly status: AgreedStatus;
  readonly note: string;
  readonly at: Instant;
  readonly by: string;
  readonly huvudman: string;
}

/** What the joint group has agreed to do at a place. */
export interface AgreedMeasureRow {
  readonly id: string;
  readonly place: string;
  readonly words: string;
  /** A huvudman. */
  readonly owner: string;
  readonly role: Role;
  readonly due: LocalDate;
  /** When it is looked at again. */
  readonly lookAgain: LocalDate;
  readonly agreedAt: Instant;
  readonly agreedBy: string;
  readonly huvudman: string;
  /** The first one first. */
  readonly followUps: readonly FollowUpRow[];
}

export type AgreedMeasureWish = Omit<AgreedMeasureRow, 'followUps'>;

const OF_PLACE: Statement<AgreedMeasureRow> = {
  name: 'agreed-measures-of-place',
  text: `
    select a.id, a.place, a.words, a.owner, a.role, a.due::text as due,
           a.look_again::text as "lookAgain", a.agreed_at as "agreedAt", a.agreed_by as "agreedBy",
           a.huvudman,
           coalesce((
             select jsonb_agg(jsonb_build_object(
               'status', f.status, 'note', f.note, 'by', f.made_by, 'huvudman', f.huvudman,
               'at', to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
               order by f.number)
             from measure_follow_ups f where f.measure = a.id), '[]') as "followUps"
    from agreed_measures a where a.place = $1 order by a.due, a.agreed_at, a.id`,
};

const AGREE: Statement<{ readonly isRoom: boolean }> = {
  name: 'agree-measure',
  text: `
    with room as (select count(*) < $11 as here from agreed_measures where place = $2),
    added as (
      insert into agreed_measures
        (id, place, words, owner, role, due, look_again, agreed_at, agreed_by, huvudman)
      select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 from room where here
      on conflict (place, words, owner, role, due) do nothing
    )
    select here as "isRoom" from room`,
};

/** The same said twice is said once. */
const FOLLOW_UP: Statement<never> = {
  name: 'follow-up-measure',
  text: `
    with last as (
      select number, status, note from measure_follow_ups where measure = $1
      order by number desc limit 1
    )
    insert into measure_follow_ups (measure, number, status, note, at, made_by, huvudman)
    select $1, coalesce((select number from last), 0) + 1, $2, $3, $4, $5, $6
    where not exists (select from last where last.status = $2 and last.note = $3)
    on conflict (measure, number) do nothing`,
};

/** What has been agreed at a place, the soonest due first. */
export function readAgreedMeasures(
  session: Queryable,
  place: string,
): Promise<readonly AgreedMeasureRow[]> {
  return session.run(OF_PLACE, [place]);
}

/** Agreed measures (record 39). Rows are added, never changed. */
export class AgreedMeasureStore {
  constructor(private readonly database: Database) {}

  /** As `readAgreedMeasures`; outside of a reader's context. */
  of(place: string): Promise<readonly AgreedMeasureRow[]> {
    return readAgreedMeasures(this.database, place);
  }

  /** Adds it, unless it has been agreed already. @returns false: there are `max` at the place */
  async agree(wish: AgreedMeasureWish, max: number): Promise<boolean> {
    const { id, place, words, owner, role, due, lookAgain, agreedAt, agreedBy, huvudman } = wish;
    const values = [id, place, words, owner, role, due, lookAgain, agreedAt, agreedBy, huvudman];
    const [row] = await this.database.run(AGREE, [...values, max]);
    return row?.isRoom ?? false;
  }

  async followUp(measure: string, { status, note, at, by, huvudman }: FollowUpRow): Promise<void> {
    await this.database.run(FOLLOW_UP, [measure, status, note, at, by, huvudman]);
  }
}
