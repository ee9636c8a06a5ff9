import type { DirectoryRows } from '@hemgang/directory';
import type { Statement } from '../statement';
import { COVER_AS_JSON } from './cover';
import { iso } from './iso';

/**
 * The whole directory and how often it has changed, as of one moment. `position` keeps the order in
 * which lists show the rows. What few rows have (an end, a later version) is absent in the others.
 */
export const LOAD_DIRECTORY: Statement<DirectoryRows & { readonly revision: number }> = {
  name: 'load-directory',
  text: `
    select
      (select revision from directory_state) as revision,
      (select coalesce(json_agg(json_strip_nulls(to_json(r))), '[]') from (
        select id, name, code, switchboard from huvudmen order by position) as r) as huvudman,
      (select coalesce(json_agg(r), '[]') from (
        select id, huvudman, name, form from controllers order by position) as r) as controllers,
      (select coalesce(json_agg(r), '[]') from (
        select id, kind, name from hospitals order by position) as r) as hospitals,
      (select coalesce(json_agg(jsonb_build_object(
                'id', id, 'controller', controller, 'kind', kind, 'name', name, 'phone', phone,
                'sensitive', sensitive, 'municipality', municipality, 'closedInto', closed_into,
                'ownWard', own_ward, 'external', external)
              || jsonb_strip_nulls(jsonb_build_object(
                   'hospital', hospital, 'care', care, 'version', nullif(version, 1)))
              order by position), '[]')
       from units) as units,
      (select coalesce(json_agg(json_strip_nulls(json_build_object(
                'id', id, 'name', name, 'machine', nullif(machine, false),
                'version', nullif(version, 1))) order by position), '[]')
       from staff) as staff,
      (select coalesce(json_agg(jsonb_build_object(
                'id', id, 'staff', staff, 'unit', unit, 'roles', roles, 'employee', employee,
                'commission', commission)
              || jsonb_strip_nulls(jsonb_build_object('term', nullif(jsonb_strip_nulls(
                   jsonb_build_object(
                     'from', ${iso('valid_from')}, 'until', ${iso('valid_until')},
                     'standIn', stand_in, 'confirmedAt', ${iso('confirmed_at')})), '{}')))
              order by position), '[]')
       from assignments) as assignments,
      (select coalesce(json_agg(r), '[]') from (
        select unit, staff, phone, valid_from as "from", valid_until as until
        from standing_contacts order by position) as r) as "standingContacts",
      ${COVER_AS_JSON} as cover`,
};
