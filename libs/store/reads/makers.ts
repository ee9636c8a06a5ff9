/** A list of `Maker` for the case $1; the events of one case are few and lie side by side. */
export const MAKERS = `
  select coalesce(json_agg(m), '[]') from (
    select distinct type, machine, actor ->> 'unit' as unit
    from events where case_id = $1 and actor ? 'unit' order by 1, 2, 3) as m`;
