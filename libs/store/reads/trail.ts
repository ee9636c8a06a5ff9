/**
 * What somebody or something went through, as a JSON list by when it happened.
 * @param happened rows of kind, at, reason and position, which orders what happened at once
 */
export function trailOf(happened: string): string {
  return `
    coalesce((
      select jsonb_agg(jsonb_build_object('kind', kind, 'at', to_char(
        at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'reason', reason)
        order by at, position)
      from (${happened}) as e), '[]')`;
}

/** The end of the duty that was told of: somebody acted. @param told alias of what told of it */
export function actedOn(told: string): string {
  return `
    select 'acted', u.closed_at, u.outcome, null from duties u
    where u.case_id = ${told}.case_id and u.id = ${told}.duty and u.closed_at is not null`;
}
