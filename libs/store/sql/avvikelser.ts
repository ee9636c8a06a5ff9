import type { Instant } from '@hemgang/kernel';
import type { Statement } from '../statement';

/** Whether the first answer came within the agreed time; `waiting`: not yet, and it is not out. */
type AnsweredWord = 'in-time' | 'late' | 'waiting';

/** What an avvikelse is counted by. Values and ids of units: no words and nobody's name. */
interface Counted {
  readonly reporter: string;
  readonly concerned: string;
  readonly category: string;
  readonly consequence: string;
  /** `YYYY-MM` in Sweden. */
  readonly month: string;
  readonly answered: AnsweredWord;
}

export interface AvvikelseCount extends Counted {
  readonly count: number;
}

export interface AvvikelseLine extends Counted {
  readonly id: string;
  readonly at: Instant;
  /** The word for its state. */
  readonly word: string;
}

/**
 * The avvikelser that were reported from $1 until $2 and are not withdrawn, of which one of the units $3 is
 * a side; $4: now. A range of the index events_avvikelser. The log tells what is counted, so that no
 * index lies on the state of a case: it would be written with every command.
 */
const REPORTED = `
  select r.case_id as id, r.recorded_at as at, c.word,
         r.actor ->> 'unit' as reporter, r.payload ->> 'to' as concerned,
         r.payload ->> 'category' as category, r.payload ->> 'consequence' as consequence,
         to_char(r.recorded_at at time zone 'Europe/Stockholm', 'YYYY-MM') as month,
         case when first.closed_at <= first.due_at then 'in-time'
              when first.closed_at is not null then 'late'
              when coalesce(first.due_at, r.recorded_at + interval '1 hour'
                     * (r.given #>> '{agreement,svarHours}')::float8) < $4 then 'late'
              else 'waiting' end as answered
  from events r
  join cases c on c.id = r.case_id
  left join lateral (
    select due_at, closed_at from duties d
    where d.case_id = r.case_id and d.key = 'besvara-avvikelse'
    order by d.opened_seq limit 1
  ) as first on true
  where r.type = 'report-avvikelse' and r.recorded_at >= $1 and r.recorded_at < $2
    and c.word <> 'withdrawn'
    and (r.actor ->> 'unit' = any ($3::text[]) or r.payload ->> 'to' = any ($3::text[]))`;

export const AVVIKELSE_COUNTS: Statement<AvvikelseCount> = {
  name: 'avvikelse-counts',
  text: `
    select reporter, concerned, category, consequence, month, answered, count(*)::int as count
    from (${REPORTED}) as reported
    group by reporter, concerned, category, consequence, month, answered
    order by reporter, concerned, category, consequence, month, answered`,
};

/** The same one by one, the latest first; $5: by what they are counted, with one of the values $6. */
export const AVVIKELSE_LINES: Statement<AvvikelseLine> = {
  name: 'avvikelse-lines',
  text: `
    select id, at, word, reporter, concerned, category, consequence, month, answered
    from (${REPORTED}) as reported
    where case $5::text
            when 'category' then category when 'consequence' then consequence
            when 'reporter' then reporter when 'concerned' then concerned
            when 'month' then month when 'answered' then answered end = any ($6::text[])
      and ($7::timestamptz is null or (at, id) < ($7::timestamptz, $8::uuid))
    order by at desc, id desc
    limit $9`,
};
