import type { ToldFact } from '../inbox-store';
import type { Statement } from '../statement';

/** The row names the fact; when it happened stands in the event that told it. */
const FACTS = `
    select o.id as "outboxId", o.case_id as source, o.seq, o.receiver as target,
           o.task ->> 'fact' as fact, o.task -> 'payload' as payload,
           e.occurred_at as "occurredAt",
           (select max(source_seq) from inbox i
            where i.target = o.receiver::uuid and i.source = o.case_id
              and i.fact = o.task ->> 'fact') as newest
    from outbox o join events e on e.case_id = o.case_id and e.seq = o.seq
    where o.job = 'tell-case' and o.parked_at is null`;

export const TOLD: Statement<ToldFact> = {
  name: 'told-facts',
  text: `${FACTS} and o.id = any ($1::bigint[]) order by o.id`,
};

export const TOLD_BY: Statement<ToldFact> = {
  name: 'told-facts-of-case',
  text: `${FACTS} and o.case_id = $1 order by o.id`,
};

/** The delete decides who has told the fact; the inbox remembers it for ever. */
export const RECEIVE: Statement<object> = {
  name: 'receive-fact',
  text: `
    with handled as (
      delete from outbox where id = $1 and job = 'tell-case' and parked_at is null
      returning case_id, seq, receiver, task
    )
    insert into inbox (target, source, fact, source_seq, target_seq, received_at)
    select receiver::uuid, case_id, task ->> 'fact', seq, $2, $3 from handled
    on conflict on constraint inbox_pkey do nothing
    returning target`,
};
