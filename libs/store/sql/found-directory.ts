import type { Statement } from '../statement';

/** Adds rows behind those that are there, in their own order. */
export const FOUND_HUVUDMEN: Statement<never> = {
  name: 'found-huvudmen',
  text: `
    insert into huvudmen (position, id, name, code, switchboard)
    select coalesce((select max(position) from huvudmen), 0) + row_number() over (), id, name, code,
           switchboard
    from jsonb_to_recordset($1) as r (id text, name text, code text, switchboard text)`,
};

export const FOUND_CONTROLLERS: Statement<never> = {
  name: 'found-controllers',
  text: `
    insert into controllers (position, id, huvudman, name, form)
    select coalesce((select max(position) from controllers), 0) + row_number() over (), id, huvudman,
           name, form
    from jsonb_to_recordset($1) as r (id text, huvudman text, name text, form text)`,
};

export const FOUND_HOSPITALS: Statement<never> = {
  name: 'found-hospitals',
  text: `
    insert into hospitals (position, id, kind, name)
    select coalesce((select max(position) from hospitals), 0) + row_number() over (), id, kind, name
    from jsonb_to_recordset($1) as r (id text, kind text, name text)`,
};

/**
 * Says of units that are here in which hospital they lie and which care they give. Figures are reckoned
 * from the beginning then: what has been counted does not know of it.
 */
export const PLACE_UNITS: Statement<never> = {
  name: 'place-units',
  text: `
    with placed as (
      update units u set hospital = r.hospital, care = r.care
      from jsonb_to_recordset($1) as r (id text, hospital text, care text)
      where u.id = r.id
      returning u.id
    )
    update figure_head set version = 0 where exists (select from placed)`,
};

export const FOUND_UNITS: Statement<never> = {
  name: 'found-units',
  text: `
    insert into units (position, id, controller, kind, name, phone, sensitive, municipality, own_ward,
                       hospital, care)
    select coalesce((select max(position) from units), 0) + row_number() over (), id, controller,
           kind, name, phone, sensitive, municipality, "ownWard", hospital, care
    from jsonb_to_recordset($1) as r (id text, controller text, kind text, name text, phone text,
                                      sensitive boolean, municipality text, "ownWard" text,
                                      hospital text, care text)`,
};

/** What an operator did to each controller, under one key for each line. */
export const NOTE_FOUNDING: Statement<never> = {
  name: 'note-founding',
  text: `
    insert into directory_changes (at, controller, caller, key, request_hash, action, subject)
    select $1::timestamptz, controller, 'operator', $2 || '.' || row_number() over (), decode($3, 'hex'), action,
           subject
    from jsonb_to_recordset($4) as r (controller text, action text, subject text)`,
};
