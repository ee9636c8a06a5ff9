/**
 * When somebody at each unit first saw the case $1, by unit: opened it, or was answered with it after
 * a command. The condition on the action is that of the index access_log_seen, word for word.
 */
export const SEEN = `
  select coalesce(json_object_agg(unit, at), '{}') from (
    select unit, min(at) as at from access_log
    where case_id = $1 and (action = 'read:case' or action like 'command:%')
      and unit is not null
    group by unit) as s`;
