import type { Instant } from '@hemgang/kernel';
import type { Statement } from '../statement';
import { NAMING } from './attachments';

/** What a controller holds of one case about a person. */
export interface HeldCase {
  readonly caseId: string;
  readonly person: string;
  /** Null: unknown, or no number of the country's. */
  readonly number: string | null;
  /** When the latest event of the case was recorded, or a spärr, an objection or an opening since. */
  readonly last: Instant;
  readonly isOpen: boolean;
  /** Copies that the controller holds. */
  readonly copies: number;
  /** Whether a copy was disclosed because a child was at risk. */
  readonly aboutChild: boolean;
  /** Kinds of the controller's units in the case are told by these. */
  readonly units: readonly string[];
}

/**
 * What is about a person: her cases, and the avvikelser about them, which name nobody but may say
 * something of her. The latter by the index events_about.
 */
function casesOf(person: string): string {
  return `
    select id, ended_at from cases where person_id = ${person}
    union all
    select about.id, about.ended_at
    from cases own
    join events reported on reported.type = 'report-avvikelse'
      and reported.payload ->> 'about' = own.id::text
    join cases about on about.id = reported.case_id
    where own.person_id = ${person}`;
}

/** Among the next $2 cases after $1: those of which the controller $3 with the units $4 holds content. */
export const HELD_CASES: Statement<HeldCase & { readonly end: string }> = {
  name: 'erasure-held-cases',
  text: `
    with looked as (
      select id, person_id, version, ended_at from cases where id > $1 order by id limit $2
    ), ended as (select max(id::text) as id from looked)
    select looked.id as "caseId", p.id as person, p.number,
           greatest(e.recorded_at, beside.last) as last,
           looked.ended_at is null as "isOpen", held.copies, held.about_child as "aboutChild",
           array(select distinct unit from parties t
                 where t.case_id = looked.id and t.unit = any ($4::text[])) as units,
           ended.id as end
    from looked cross join ended
    left join events reported on looked.person_id is null and reported.case_id = looked.id
      and reported.seq = 1 and reported.type = 'report-avvikelse'
    left join cases about on about.id = (reported.payload ->> 'about')::uuid
    join persons p on p.id = coalesce(looked.person_id, about.person_id)
    join events e on e.case_id = looked.id and e.seq = looked.version
    join lateral (
      select count(*)::int as copies,
             bool_or(legal_basis in ('OSL_25_12', 'OSL_26_9')) as about_child
      from contents t where t.case_id = looked.id and t.controller = $3
    ) as held on held.copies > 0
    cross join lateral (
      select max(at) as last from (
        select since as at from blocks where person = p.id and controller = $3
        union all
        select since from objections where person = p.id and controller = $3
        union all
        select at from emergency_openings where person = p.id and controller = $3
      ) as entries
    ) as beside
    order by looked.id`,
};

/** Where the next page begins: the last of the next $2 cases after $1; null at the end. */
export const CASES_END: Statement<{ readonly end: string | null }> = {
  name: 'erasure-cases-end',
  text: `
    select max(id::text) as end
    from (select id from cases where id > $1 order by id limit $2) as looked`,
};

/** What is about the person of the case $1 and of which the controller $2 holds content, and her id. */
export const CASES_OF_SAME_PERSON: Statement<{
  readonly person: string;
  readonly caseId: string;
}> = {
  name: 'erasure-cases-of-same-person',
  text: `
    select asked.person_id as person, c.id as "caseId"
    from cases asked cross join lateral (${casesOf('asked.person_id')}) as c
    where asked.id = $1
      and exists (select from contents t where t.case_id = c.id and t.controller = $2)
    order by c.id`,
};

/** Takes the copies of the controller $1 in the cases $2 that were recorded before $3. */
export const ERASE_CONTENTS: Statement<{ readonly copies: number; readonly cases: number }> = {
  name: 'erasure-contents',
  text: `
    with gone as (
      delete from contents using events e
      where contents.controller = $1 and contents.case_id = any ($2::uuid[])
        and e.case_id = contents.case_id and e.seq = contents.seq and e.recorded_at < $3
      returning contents.case_id
    )
    select count(*)::int as copies, count(distinct case_id)::int as cases from gone`,
};

/**
 * Takes the files of the cases $1 that an event names of which nobody holds a copy any more, and drafts
 * in cases of which nobody holds any.
 */
export const ERASE_FILES: Statement<{ readonly files: number }> = {
  name: 'erasure-files',
  text: `
    with gone as (
      delete from attachments a
      where a.case_id = any ($1::uuid[]) and exists (${NAMING}) and not exists (
        select from events e
        join contents t on t.case_id = e.case_id and coalesce(t.source, t.seq) = e.seq
        where e.case_id = a.case_id and e.payload -> 'attachments' ? a.id::text)
      returning a.id
    ), drafts as (
      delete from plan_drafts d
      where d.case_id = any ($1::uuid[])
        and not exists (select from contents t where t.case_id = d.case_id)
    )
    select count(*)::int as files from gone`,
};

/**
 * Takes what the controller $1 keeps beside the cases of those of the persons $2 of whom it holds no
 * copy any more: written before $3. A spärr, an objection and whom to ring stay while a case of hers is
 * under way, an emergency opening until it has run out at $4.
 */
export const ERASE_BESIDE: Statement<{ readonly beside: number }> = {
  name: 'erasure-beside',
  text: `
    with file as (
      select id from unnest($2::uuid[]) as p (id)
      where not exists (
        select from (${casesOf('p.id')}) as c join contents t on t.case_id = c.id
        where t.controller = $1)
    ), closed as (
      select id from file
      where not exists (select from (${casesOf('file.id')}) as c where c.ended_at is null)
    ), blocked as (
      select b.id from blocks b join closed on b.person = closed.id
      where b.controller = $1 and b.since < $3
    ), gone as (
      delete from emergency_openings o using file
      where o.person = file.id and o.controller = $1 and o.at < $3 and o.until < $4 returning o.id
    ), released as (
      delete from block_releases using blocked where block = blocked.id returning block_releases.id
    ), unblocked as (
      delete from blocks using blocked where blocks.id = blocked.id returning blocks.id
    ), unopposed as (
      delete from objections o using closed
      where o.person = closed.id and o.controller = $1 and o.since < $3 returning o.id
    ), unnamed as (
      delete from protection_contacts c using closed
      where c.person = closed.id and c.controller = $1 and c.at < $3 returning c.person
    )
    select ((select count(*) from gone) + (select count(*) from released)
          + (select count(*) from unblocked) + (select count(*) from unopposed)
          + (select count(*) from unnamed))::int as beside`,
};

/**
 * Takes the facts of those of the persons $1 of whom nobody holds anything any more and who are in
 * no case under way, with all that is kept of them beside their cases. Their rows stay: the events of
 * their cases name them by id.
 */
export const ERASE_PERSONS: Statement<{ readonly id: string }> = {
  name: 'erasure-persons',
  text: `
    with gone as (
    update persons p set
      number = null, number_kind = null, identified_at = null, name = 'Gallrad', address = null,
      municipality = null, registration = null, protection = null, protected_since = null,
      erased_at = $2
    where p.id = any ($1::uuid[]) and p.erased_at is null
      and not exists (
        select from (${casesOf('p.id')}) as c
        where c.ended_at is null or exists (select from contents t where t.case_id = c.id))
    returning p.id
    ), grades as (
      delete from protection_changes using gone where person = gone.id
    ), openings as (
      delete from emergency_openings using gone where person = gone.id
    ), releases as (
      delete from block_releases using blocks, gone
      where block = blocks.id and blocks.person = gone.id
    ), unblocked as (
      delete from blocks using gone where person = gone.id
    ), unopposed as (
      delete from objections using gone where person = gone.id
    ), unnamed as (
      delete from protection_contacts using gone where person = gone.id
    )
    select id from gone`,
};

/** A line of the access log that is due, with the number under which it is sealed. */
export interface DueLine {
  readonly id: number;
  readonly number: number;
  readonly at: Instant;
}

/**
 * Lines of the units $1 from before $2, among those after the number $3, in the order of the log.
 * What has not been sealed waits, and what tells of an erasure stays.
 */
export const DUE_LINES: Statement<DueLine> = {
  name: 'erasure-due-lines',
  text: `
    select a.id, s.number, a.at
    from access_log a join sealed_lines s on s.access_id = a.id
    where a.id > $3 and a.id <= $5 and a.unit = any ($1::text[]) and a.at < $2
      and a.action not like 'erasure:%'
    order by a.id limit $4`,
};

/** Says to the tables that only grow which erasure is carried out; for this transaction alone. */
export const BEGIN_ERASURE: Statement<never> = {
  name: 'erasure-begin',
  text: `select set_config('hemgang.erasure', $1, true)`,
};

/** Gives no row when another process has carried out the same order meanwhile. */
export const ADD_ERASURE: Statement<{ readonly id: string }> = {
  name: 'erasure-add',
  text: `
    insert into erasures (id, at, controller, rule, decision, before, counts, lines, digest)
    select id, at, controller, rule, decision, before, counts, lines::int8multirange,
           decode(digest, 'hex')
    from jsonb_to_record($1) as e (
      id uuid, at timestamptz, controller text, rule text, decision text, before timestamptz,
      counts jsonb, lines text, digest text)
    on conflict on constraint erasures_pkey do nothing
    returning id`,
};

export const ERASE_PATIENTS_OF_LINES: Statement<never> = {
  name: 'erasure-patients-of-lines',
  text: `delete from access_patients where line = any ($1::bigint[])`,
};

export const ERASE_REVIEWED_LINES: Statement<never> = {
  name: 'erasure-reviewed-lines',
  text: `delete from log_review_lines where line = any ($1::bigint[])`,
};

export const ERASE_LINES: Statement<never> = {
  name: 'erasure-lines',
  text: `delete from access_log where id = any ($1::bigint[])`,
};

/** The salt goes with the line: without it the leaf tells nothing. */
export const ERASE_SALTS: Statement<never> = {
  name: 'erasure-salts',
  text: `update sealed_lines set salt = null where access_id = any ($1::bigint[])`,
};

export const ERASURES: Statement<{
  readonly id: string;
  readonly at: Instant;
  readonly controller: string;
  readonly rule: string;
  readonly decision: string | null;
  readonly before: Instant;
  readonly counts: Readonly<Record<string, number>>;
  readonly lines: string;
  readonly digest: string;
}> = {
  name: 'erasures',
  text: `
    select id, at, controller, rule, decision, before, counts, lines::text as lines,
           encode(digest, 'hex') as digest
    from erasures order by at, id`,
};

export const ERASURE_IDS: Statement<{ readonly id: string }> = {
  name: 'erasure-ids',
  text: `select id from erasures`,
};

/** Where the database lies, and what it knows of the seals that were handed out of it. */
export interface ErasureGround {
  /** The timeline on which everything that was ever erased has been erased. */
  readonly erasedOn: string;
  /** The timeline that the database is on now. */
  readonly here: string;
  readonly log: string;
  /** Whether anybody has been handed a checkpoint. */
  readonly isHandedOut: boolean;
}

export const ERASURE_GROUND: Statement<ErasureGround> = {
  name: 'erasure-ground',
  text: `
    select t.erased_on as "erasedOn", timeline_here() as here, h.log,
           exists (select from seal_receivers where through > 0) as "isHandedOut"
    from timeline t cross join seal_head h`,
};

export const NOTE_ERASED_ON: Statement<never> = {
  name: 'erasure-note-timeline',
  text: `update timeline set erased_on = $1 where erased_on <> $1`,
};

export const PERSON_OF_CASE: Statement<{ readonly person: string | null }> = {
  name: 'erasure-person-of-case',
  text: `select person_id as person from cases where id = $1`,
};
