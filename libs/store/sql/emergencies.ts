import type { CopyHeld, StoredEmergency } from '../emergency-store';
import type { Statement } from '../statement';

/** A person has few cases; each is looked up by its key. */
export const COPIES_OF: Statement<CopyHeld> = {
  name: 'copies-of-person',
  text: `
    select id, type, version, opened_at as "openedAt" from cases c
    where person_id = $1 and (
      exists (select from contents where case_id = c.id and controller = $2)
      or exists (select from parties where case_id = c.id and unit = any ($3::text[])))
    order by opened_at desc
    limit 100`,
};

export const OPEN_EMERGENCY: Statement<{ readonly id: number }> = {
  name: 'open-emergency',
  text: `
    insert into emergency_openings (person, staff, assignment, unit, controller, reason, words,
                                    at, until)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    returning id`,
};

/** Ids and kinds only: who it is about stands in the opening. */
export const NOTICES_OF: Statement<never> = {
  name: 'tell-of-emergency',
  text: `
    insert into outbox (key, case_id, seq, receiver, job, task, created_at)
    select 'emergency.' || $1::bigint || '.' || unit, $2, $3, unit, 'deliver-notices',
           '{"entry":"emergency-opening","audience":"security"}', $5
    from unnest($4::text[]) as unit`,
};

export const EMERGENCIES_OF: Statement<StoredEmergency> = {
  name: 'emergencies-of-controller',
  text: `
    select id, staff, assignment, unit, controller, reason, words, at, until, verdict,
           verdict_words as "verdictWords", reviewed_at as "reviewedAt",
           reviewed_by as "reviewedBy",
           (select count(*)::int from access_log a
            where a.action like 'emergency:%' and a.assignment = e.assignment
              and a.person = e.person and a.at between e.at and e.until) as reads
    from emergency_openings e
    where controller = $1 and (not $2::boolean or verdict is null)
      and ($3::bigint is null or id < $3)
    order by id desc
    limit $4`,
};

export const REVIEW: Statement<{ readonly id: number }> = {
  name: 'review-emergency',
  text: `
    update emergency_openings set
      verdict = $3, verdict_words = $4, reviewed_at = $5, reviewed_by = $6
    where controller = $1 and id = $2 and verdict is null
    returning id`,
};
