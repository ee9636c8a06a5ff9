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

export const FOUND_UNITS: Statement<never> = {
  name: 'found-units',
  text: `
    insert into units (position, id, controller, kind, name, phone, sensitive, municipality, own_ward)
    select coalesce((select max(position) from units), 0) + row_number() over (), id, controller,
           kind, name, phone, sensitive, municipality, "ownWard"
    from jsonb_to_recordset($1) as r (id text, controller text, kind text, name text, phone text,
                                      sensitive boolean, municipality text, "ownWard" text)`,
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
