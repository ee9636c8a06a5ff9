import type { Statement } from '../statement';

/** Numbers of stays, but `events`. */
export interface TurnCounts {
  readonly stays: number;
  readonly events: number;
  readonly open: number;
  readonly noticeSent: number;
  readonly noticeLate: number;
  readonly withdrawn: number;
  readonly felsant: number;
  /** To another hospital: a ward's id begins with its hospital's. */
  readonly moved: number;
  readonly external: number;
  readonly died: number;
  readonly readmitted: number;
  readonly transferred: number;
  readonly leftUnplanned: number;
  readonly notCarriedOut: number;
  readonly noNeed: number;
  readonly compulsory: number;
  readonly korttids: number;
  readonly nobodyCame: number;
}

/** A unit that receives patients, and in how many stays. */
export interface Receiving {
  readonly unit: string;
  readonly stays: number;
}

/** Whether a notice was late is said by its duty, everything else by the log. */
export const TURNS: Statement<TurnCounts> = {
  name: 'month-turns',
  text: `
    with stay as (
      select case_id,
        count(*) as events,
        bool_or(type = 'send-inskrivningsmeddelande') as told,
        bool_or(type = 'withdraw-utskrivningsklar') as withdrawn,
        bool_or(type = 'reject') as felsant,
        bool_or(type = 'accept-move') and bool_or(type = 'request-move'
          and split_part(payload ->> 'unit', '-', 1) <> split_part(actor ->> 'unit', '-', 1))
          as moved,
        bool_or(type = 'send-inskrivningsmeddelande' and given ? 'external') as external,
        bool_or(type = 'register-death') as died,
        bool_or(type = 'admit' and given ? 'previous') as readmitted,
        bool_or(type = 'transfer-to-region') as transferred,
        bool_or(type = 'discharge'
          and payload ->> 'ending' in ('left-against-advice', 'absconded')) as unplanned,
        bool_or(type = 'report-discharge-not-carried-out') as stayed,
        bool_or(type = 'no-need') as no_need,
        bool_or(type = 'note-compulsory-care') as compulsory,
        bool_or(payload ->> 'destination' = 'korttids') as korttids,
        bool_or(type = 'report-no-start' and payload ->> 'outcome' = 'nobody-came') as nobody
      from events group by case_id
    ), late as (
      select distinct case_id from duties
      where key = 'inskrivningsmeddelande'
        and (outcome = 'fulfilled' and closed_at > due_at or closed_at is null and due_at < $1)
    )
    select count(*)::int as stays,
           coalesce(sum(events), 0)::int as events,
           (count(*) filter (where state ->> 'closedAt' is null))::int as open,
           (count(*) filter (where told))::int as "noticeSent",
           (count(*) filter (where late.case_id is not null))::int as "noticeLate",
           (count(*) filter (where withdrawn))::int as withdrawn,
           (count(*) filter (where felsant))::int as felsant,
           (count(*) filter (where moved))::int as moved,
           (count(*) filter (where external))::int as external,
           (count(*) filter (where died))::int as died,
           (count(*) filter (where readmitted))::int as readmitted,
           (count(*) filter (where transferred))::int as transferred,
           (count(*) filter (where unplanned))::int as "leftUnplanned",
           (count(*) filter (where stayed))::int as "notCarriedOut",
           (count(*) filter (where no_need))::int as "noNeed",
           (count(*) filter (where compulsory))::int as compulsory,
           (count(*) filter (where korttids))::int as korttids,
           (count(*) filter (where nobody))::int as "nobodyCame"
    from stay join cases on cases.id = stay.case_id
      left join late on late.case_id = stay.case_id
    where cases.type = 'discharge'`,
};

export const RECEIVING: Statement<Receiving> = {
  name: 'month-receiving',
  text: `
    select unit, count(distinct case_id)::int as stays from parties
    where handover like 'h%' group by unit order by unit`,
};

/**
 * Patients' cases in the order of the keys that have opened them; a case's own id is random. Without
 * settlements: they repeat the others under pseudonyms, whose key is random as well.
 */
export const LOG_DIGEST: Statement<{ digest: string }> = {
  name: 'log-digest',
  text: `
    with line as (
      select i.key, e.seq, regexp_replace(
        concat_ws('|', e.seq, e.type, e.machine, extract(epoch from e.occurred_at),
                  extract(epoch from e.recorded_at), e.actor, e.payload, e.given),
        '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'id', 'g') as text
      from events e join idempotency i on i.case_id = e.case_id and i.version = 1
        join cases c on c.id = e.case_id
      where c.person_id is not null
    )
    select encode(sha256(convert_to(
      coalesce(string_agg(key || '|' || text, E'\\n' order by key collate "C", seq), ''),
      'UTF8')), 'hex') as digest
    from line`,
};
