import type { DirectoryRows } from '@hemgang/directory';
import type { Database } from './database';
import type { Statement } from './statement';

/** `position` keeps the order in which lists show the rows. */
const LOAD: Statement<DirectoryRows> = {
  name: 'load-directory',
  text: `
    select
      (select coalesce(json_agg(r), '[]') from (
        select id, name, code from huvudmen order by position) as r) as huvudman,
      (select coalesce(json_agg(r), '[]') from (
        select id, huvudman, name, form from controllers order by position) as r) as controllers,
      (select coalesce(json_agg(r), '[]') from (
        select id, controller, kind, name, phone, sensitive, municipality from units order by position) as r) as units,
      (select coalesce(json_agg(r), '[]') from (
        select id, name from staff order by position) as r) as staff,
      (select coalesce(json_agg(r), '[]') from (
        select id, staff, unit, roles from assignments order by position) as r) as assignments`,
};

const CLEAR: Statement<never> = {
  name: 'clear-directory',
  text: `
    with a as (delete from assignments), s as (delete from staff), u as (delete from units),
         c as (delete from controllers)
    delete from huvudmen`,
};

/** One insert per table, in the order of their references. */
const FILL: Readonly<Record<keyof DirectoryRows, Statement<never>>> = {
  huvudman: {
    name: 'fill-huvudmen',
    text: `
      insert into huvudmen (position, id, name, code)
      select position, id, name, code from rows from (
        jsonb_to_recordset($1) as (id text, name text, code text)
      ) with ordinality as row (id, name, code, position)`,
  },
  controllers: {
    name: 'fill-controllers',
    text: `
      insert into controllers (position, id, huvudman, name, form)
      select position, id, huvudman, name, form from rows from (
        jsonb_to_recordset($1) as (id text, huvudman text, name text, form text)
      ) with ordinality as row (id, huvudman, name, form, position)`,
  },
  units: {
    name: 'fill-units',
    text: `
      insert into units (position, id, controller, kind, name, phone, sensitive, municipality)
      select position, id, controller, kind, name, phone, sensitive, municipality from rows from (
        jsonb_to_recordset($1) as (id text, controller text, kind text, name text, phone text,
                                   sensitive boolean, municipality text)
      ) with ordinality as row (id, controller, kind, name, phone, sensitive, municipality,
                                position)`,
  },
  staff: {
    name: 'fill-staff',
    text: `
      insert into staff (position, id, name)
      select position, id, name from rows from (
        jsonb_to_recordset($1) as (id text, name text)
      ) with ordinality as row (id, name, position)`,
  },
  assignments: {
    name: 'fill-assignments',
    text: `
      insert into assignments (position, id, staff, unit, roles)
      select position, id, staff, unit,
             array(select jsonb_array_elements_text(roles)) from rows from (
        jsonb_to_recordset($1) as (id text, staff text, unit text, roles jsonb)
      ) with ordinality as row (id, staff, unit, roles, position)`,
  },
};

/** The county's organisation as rows; `Directory` makes sense of them. */
export class DirectoryStore {
  constructor(private readonly database: Database) {}

  /** The whole directory, in one statement; empty lists before it was filled. */
  async load(): Promise<DirectoryRows> {
    const [rows] = await this.database.run(LOAD, []);
    if (rows === undefined) throw new Error('The load statement always gives one row.');
    return rows;
  }

  /** Puts a new directory in the place of the old one, in one transaction. */
  async replace(rows: DirectoryRows): Promise<void> {
    await this.database.transaction(async (session) => {
      await session.run(CLEAR, []);
      for (const table of ['huvudman', 'controllers', 'units', 'staff', 'assignments'] as const) {
        await session.run(FILL[table], [JSON.stringify(rows[table])]);
      }
    });
  }
}
