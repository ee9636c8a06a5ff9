import type { Instant } from '@hemgang/kernel';
import type { Statement } from '../statement';

/** The draft of a SIP's next plan. */
export interface PlanDraftRow {
  /** Counts its saves and turns; greater than that of any earlier draft of the case. */
  readonly version: number;
  readonly words: Readonly<Record<string, unknown>>;
  readonly savedBy: string;
  readonly savedUnit: string;
  readonly savedAt: Instant;
  /** Whose turn it is, and until when; all null: nobody's. */
  readonly holder: string | null;
  readonly holderUnit: string | null;
  readonly turnUntil: Instant | null;
}

/** What came of a change; anything but `done` has written nothing. */
export type DraftOutcome = 'done' | 'stale' | 'held' | 'outside';

/** Events that end the draft of a case: it has become a version, or nothing may be written any more. */
const ENDING = `
  ('draft-plan', 'withdraw-consent', 'decline-sip', 'close-sip', 'register-death', 'makulera-sip')`;

/** Whether the draft of the case has ended; by the key of the events, from when it was begun. */
const hasEnded = (caseId: string, since: string) => `
  exists (select from events e where e.case_id = ${caseId} and e.seq > ${since} and e.type in ${ENDING})`;

const LINE = `
  insert into access_log (at, staff, assignment, unit, person, case_id, action, purpose, session)
  select l.at, l.staff, l.assignment, l.unit, l.person, l."caseId", l.action, l.purpose, l.session`;

const OF_LINE = `(
  at timestamptz, staff text, assignment text, unit text, person uuid, "caseId" uuid, action text,
  purpose text, session bigint)`;

/** The draft of the case $1 that goes on. */
export const PLAN_DRAFT: Statement<PlanDraftRow> = {
  name: 'plan-draft',
  text: `
    select d.version, d.words, d.saved_by as "savedBy", d.saved_unit as "savedUnit",
           d.saved_at as "savedAt", d.holder, d.holder_unit as "holderUnit",
           d.turn_until as "turnUntil"
    from plan_drafts d
    where d.case_id = $1 and not ${hasEnded('d.case_id', 'd.since')}`,
};

/**
 * Saves the draft of a case, or begins it when `expected` is 0, and takes the turn: by whom it is
 * free or who has it. Not when another version stands there, or the case is handled outside. The
 * access log gets one line for each turn. A first version is numbered from the case's, so that no
 * number of an earlier draft comes back.
 */
export const SAVE_PLAN_DRAFT: Statement<{ readonly outcome: DraftOutcome }> = {
  name: 'save-plan-draft',
  text: `
    with given as materialized (
      select g.*, exists (select from outside_cases o where o.case_id = g."caseId") as outside,
             ${hasEnded('g."caseId"', 'g.since')} as late
      from jsonb_to_record($1) as g (
        "caseId" uuid, since int, expected int, words jsonb, staff text, unit text, at timestamptz,
        until timestamptz, line jsonb)
    ), found as materialized (
      select d.*, ${hasEnded('d.case_id', 'd.since')} as ended
      from plan_drafts d join given g on d.case_id = g."caseId"
      for update of d
    ), judged as materialized (
      select g.*, f.version as former, f.ended is false as "isGoing",
             f.ended is false and f.holder = g.staff and f.turn_until > g.at as "isMine",
             case
               when g.outside then 'outside'
               when g.late or g.expected <> case when f.ended is false then f.version else 0 end
                 then 'stale'
               when f.ended is false and f.holder <> g.staff and f.turn_until > g.at then 'held'
               else 'done'
             end as outcome,
             case when f.ended is false then f.since else g.since end as begun
      from given g left join found f on true
    ), saved as (
      insert into plan_drafts as d (
        case_id, version, since, words, saved_by, saved_unit, saved_at, holder, holder_unit,
        turn_until)
      select "caseId", case when "isGoing" then former + 1 else since * 1000 + 1 end, begun, words,
             staff, unit, at, staff, unit, until
      from judged where outcome = 'done'
      on conflict on constraint plan_drafts_pkey do update
      set version = excluded.version, since = excluded.since, words = excluded.words,
          saved_by = excluded.saved_by, saved_unit = excluded.saved_unit,
          saved_at = excluded.saved_at, holder = excluded.holder,
          holder_unit = excluded.holder_unit, turn_until = excluded.turn_until,
          changed_at = clock_timestamp()
      -- Two who begin at once: the second has found nothing that it may replace.
      where d.version = (select former from judged)
      returning d.version
    ), noted as (
      ${LINE}
      from judged, saved, jsonb_to_record(judged.line) as l ${OF_LINE}
      where not judged."isMine"
    )
    select case when exists (select from saved) or outcome <> 'done' then outcome else 'stale' end
             as outcome
    from judged`,
};

/**
 * Gives the turn to who asks, or to nobody when `holder` is null. Not while another has it, unless it
 * is taken `over`; and nobody gives up what another has.
 */
export const PASS_PLAN_TURN: Statement<{ readonly outcome: DraftOutcome }> = {
  name: 'pass-plan-turn',
  text: `
    with given as materialized (
      select * from jsonb_to_record($1) as g (
        "caseId" uuid, holder text, unit text, staff text, at timestamptz, until timestamptz,
        over boolean, line jsonb)
    ), found as materialized (
      select d.case_id, d.holder is not null and d.holder <> g.staff and d.turn_until > g.at as held
      from plan_drafts d join given g on d.case_id = g."caseId"
      where not ${hasEnded('d.case_id', 'd.since')}
      for update of d
    ), passed as (
      update plan_drafts d
      set holder = g.holder, holder_unit = case when g.holder is null then null else g.unit end,
          turn_until = case when g.holder is null then null else g.until end,
          version = d.version + 1, changed_at = clock_timestamp()
      from given g, found f
      where d.case_id = f.case_id and (not f.held or g.over)
      returning d.case_id
    ), noted as (
      ${LINE}
      from given, passed, jsonb_to_record(given.line) as l ${OF_LINE}
    )
    select case when exists (select from passed) then 'done'
                when exists (select from found) then 'held' else 'stale' end as outcome`,
};

/** Drafts that were changed in the last seconds: $1, by the database's own clock. */
export const CHANGED_DRAFTS: Statement<{
  readonly caseId: string;
  readonly version: number;
  readonly units: readonly string[];
}> = {
  name: 'changed-drafts',
  text: `
    select d.case_id as "caseId", d.version,
           array(select distinct unit from parties p
                 where p.case_id = d.case_id and p.until is null and p.kind <> 'executor') as units
    from plan_drafts d
    where d.changed_at > clock_timestamp() - make_interval(secs => $1)
    order by d.changed_at`,
};

/** Removes drafts that have ended, and those that nobody has saved since $1. */
export const SWEEP_PLAN_DRAFTS: Statement<{ readonly removed: number }> = {
  name: 'sweep-plan-drafts',
  text: `
    with removed as (
      delete from plan_drafts d
      where d.saved_at < $1 or ${hasEnded('d.case_id', 'd.since')}
         or exists (select from cases c where c.id = d.case_id and c.ended_at is not null)
      returning 1
    )
    select count(*)::int as removed from removed`,
};
