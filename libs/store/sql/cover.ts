import type { Statement } from '../statement';
import { iso } from './iso';

/** `CoverData` as one JSON object, for the statement that loads the directory. */
export const COVER_AS_JSON = `
  jsonb_build_object(
    'hours', (select coalesce(jsonb_agg(jsonb_build_object(
                'unit', unit, 'from', valid_from, 'week', week) order by unit, valid_from), '[]')
              from unit_hours),
    'absences', (select coalesce(jsonb_agg(jsonb_build_object(
                   'id', id, 'staff', staff, 'from', ${iso('starts')}, 'until', ${iso('ends')})
                   order by starts, id), '[]')
                 from absences),
    'watches', (select coalesce(jsonb_agg(jsonb_build_object(
                  'id', id, 'controller', controller, 'name', name, 'units', units,
                  'mayDecide', may_decide)
                  || jsonb_strip_nulls(jsonb_build_object('version', nullif(version, 1)))
                  order by position), '[]')
                from watches),
    'turns', (select coalesce(jsonb_agg(jsonb_build_object(
                'watch', watch, 'staff', staff, 'from', ${iso('starts')}, 'until', ${iso('ends')})
                order by id), '[]')
              from watch_turns),
    'handOvers', (select coalesce(jsonb_agg(jsonb_build_object(
                    'watch', watch, 'to', to_staff, 'at', ${iso('at')}) order by id), '[]')
                  from watch_hand_overs),
    'capacities', (select coalesce(jsonb_agg(jsonb_build_object(
                     'unit', unit, 'week', week, 'days', days, 'start',
                     case when start_day is not null then
                       jsonb_build_object('day', start_day, 'reason', start_reason) end)
                     order by unit), '[]')
                   from unit_capacities))`;

/** A whole `CoverData` ($1) into empty tables. */
export const FILL_COVER: Statement<never> = {
  name: 'fill-cover',
  text: `
    with h as (
      insert into unit_hours (unit, valid_from, week)
      select unit, "from", week
      from jsonb_to_recordset($1::jsonb -> 'hours') as r (unit text, "from" date, week jsonb)
    ), a as (
      insert into absences (id, staff, starts, ends)
      select id, staff, "from", until
      from jsonb_to_recordset($1::jsonb -> 'absences')
        as r (id text, staff text, "from" timestamptz, until timestamptz)
    ), w as (
      insert into watches (id, controller, name, units, may_decide, version)
      select id, controller, name, units, "mayDecide", coalesce(version, 1)
      from jsonb_to_recordset($1::jsonb -> 'watches')
        as r (id text, controller text, name text, units text[], "mayDecide" boolean, version int)
    ), t as (
      insert into watch_turns (watch, staff, starts, ends)
      select watch, staff, "from", until
      from jsonb_to_recordset($1::jsonb -> 'turns')
        as r (watch text, staff text, "from" timestamptz, until timestamptz)
    ), c as (
      insert into unit_capacities (unit, week, days, start_day, start_reason)
      select unit, week, days, (start ->> 'day')::date, start ->> 'reason'
      from jsonb_to_recordset($1::jsonb -> 'capacities')
        as r (unit text, week jsonb, days jsonb, start jsonb)
    )
    insert into watch_hand_overs (watch, to_staff, at)
    select watch, "to", at
    from jsonb_to_recordset($1::jsonb -> 'handOvers') as r (watch text, "to" text, at timestamptz)`,
};

/** Hours of a unit from a day on; those that were to begin the same day fall. */
export const PUT_HOURS: Statement<never> = {
  name: 'put-hours-of-unit',
  text: `
    insert into unit_hours (unit, valid_from, week) values ($1, $2, $3)
    on conflict (unit, valid_from) do update set week = excluded.week`,
};

/** What a unit can receive a day, in the place of what it had said. */
export const PUT_CAPACITY: Statement<never> = {
  name: 'put-capacity-of-unit',
  text: `
    insert into unit_capacities (unit, week, days, start_day, start_reason)
    values ($1, $2, $3, $4, $5)
    on conflict (unit) do update set
      week = excluded.week, days = excluded.days, start_day = excluded.start_day,
      start_reason = excluded.start_reason`,
};

/** Reminders of the unit's open duties that lie further ahead are judged anew at $2, by its new hours. */
export const JUDGE_TIMERS_ANEW: Statement<never> = {
  name: 'judge-timers-of-unit-anew',
  text: `
    update timers set fire_at = $2
    from duties d
    where d.unit = $1 and d.closed_at is null
      and timers.case_id = d.case_id and timers.duty = d.id and timers.live and fire_at > $2`,
};

/** A watch as it is to stand. */
export const PUT_WATCH: Statement<never> = {
  name: 'put-watch',
  text: `
    insert into watches (id, controller, name, units, may_decide, version)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (id) do update set
      name = excluded.name, units = excluded.units, may_decide = excluded.may_decide,
      version = excluded.version`,
};

/** Its turns from now ($2) on; those that are over stay, and one that runs is cut off when it is not named. */
export const CLEAR_TURNS: Statement<never> = {
  name: 'clear-turns-of-watch',
  text: `
    with coming as (delete from watch_turns where watch = $1 and starts >= $2)
    update watch_turns set ends = $2 where watch = $1 and starts < $2 and ends > $2`,
};

export const ADD_TURNS: Statement<never> = {
  name: 'add-turns-of-watch',
  text: `
    insert into watch_turns (watch, staff, starts, ends)
    select $1, staff, "from", until
    from jsonb_to_recordset($2) as r (staff text, "from" timestamptz, until timestamptz)`,
};

export const END_WATCH: Statement<never> = {
  name: 'end-watch',
  text: `delete from watches where id = $1`,
};

export const HAND_OVER_WATCH: Statement<never> = {
  name: 'hand-over-watch',
  text: `insert into watch_hand_overs (watch, to_staff, at) values ($1, $2, $3)`,
};

export const PUT_ABSENCE: Statement<never> = {
  name: 'put-absence',
  text: `
    insert into absences (id, staff, starts, ends) values ($1, $2, $3, $4)
    on conflict (id) do update set starts = excluded.starts, ends = excluded.ends`,
};

export const DROP_ABSENCE: Statement<never> = {
  name: 'drop-absence',
  text: `delete from absences where id = $1`,
};
