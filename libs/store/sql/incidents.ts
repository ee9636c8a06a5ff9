import type { Incident, IncidentOpening } from '../incident-store';
import type { Statement } from '../statement';

/**
 * The delete decides who drafts the incident; what it returns is drafted with everybody who had
 * opened the case by then, from the access log (a range of access_log_seen).
 */
export const DRAFT: Statement<{ readonly id: number }> = {
  name: 'draft-incidents',
  text: `
    with handled as (
      delete from outbox
      where id = any ($1::bigint[]) and job = 'draft-incident' and parked_at is null
      returning case_id, seq, receiver, task
    ), drafted as (
      insert into incidents (case_id, seq, unit, kind, created_at)
      select case_id, seq, receiver, task ->> 'because', $2 from handled
      on conflict on constraint incidents_key do nothing
      returning id, case_id, seq
    ), opened as (
      insert into incident_openings (incident, at, staff, unit, action)
      select d.id, a.at, a.staff, a.unit, a.action
      from drafted d
      join events e on e.case_id = d.case_id and e.seq = d.seq
      join access_log a on a.case_id = d.case_id and a.at <= e.recorded_at
        and (a.action = 'read:case' or a.action like 'command:%')
      where a.staff is not null and a.unit is not null
      order by a.at, a.id
    )
    select id from drafted`,
};

const INCIDENT_COLUMNS = `
  i.id, case_id as "caseId", seq, unit, kind, created_at as "createdAt", c.person_id as person,
  c.version`;

export const INCIDENTS_OF_UNIT: Statement<Incident> = {
  name: 'incidents-of-unit',
  text: `
    select ${INCIDENT_COLUMNS}
    from incidents i left join cases c on c.id = i.case_id and exists (
      select from parties p where p.case_id = i.case_id and p.unit = $1 and p.until is null)
    where unit = $1 and ($2::bigint is null or i.id < $2)
    order by i.id desc
    limit $3`,
};

/** The unit is part of the condition: nobody reads another unit's draft. */
export const INCIDENT: Statement<Incident> = {
  name: 'incident',
  text: `
    select ${INCIDENT_COLUMNS}
    from incidents i left join cases c on c.id = i.case_id and exists (
      select from parties p where p.case_id = i.case_id and p.unit = $1 and p.until is null)
    where unit = $1 and i.id = $2`,
};

export const OPENINGS: Statement<IncidentOpening> = {
  name: 'incident-openings',
  text: `
    select at, staff, unit, action from incident_openings
    where incident = $1 order by at, staff, action`,
};
