import type {
  Controller,
  DirectoryRows,
  Huvudman,
  StandingContact,
  Unit,
} from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import { FILL_COVER } from './sql/cover';
import { LOAD_DIRECTORY } from './sql/load-directory';
import type { Statement } from './statement';

/** The rows, and how often they have changed. */
export interface DirectoryState {
  readonly rows: DirectoryRows;
  readonly revision: number;
}

/** Units with open duties that a new directory no longer has. */
const LEFT_BEHIND: Statement<{ unit: string; duties: number }> = {
  name: 'duties-left-behind',
  text: `
    select unit, count(*)::int as duties from duties
    where closed_at is null and unit <> all ($1::text[])
    group by unit order by unit`,
};

const CLEAR: Statement<never> = {
  name: 'clear-directory',
  text: `
    with h as (delete from unit_hours), ca as (delete from unit_capacities), w as (delete from watches), ab as (delete from absences),
         sc as (delete from standing_contacts), a as (delete from assignments), s as (delete from staff), u as (delete from units),
         ho as (delete from hospitals), c as (delete from controllers)
    delete from huvudmen`,
};

/** One insert per table, in the order of their references. */
const FILL: Readonly<Record<keyof DirectoryRows, Statement<never>>> = {
  huvudman: {
    name: 'fill-huvudmen',
    text: `
      insert into huvudmen (position, id, name, code, switchboard)
      select position, id, name, code, switchboard from rows from (
        jsonb_to_recordset($1) as (id text, name text, code text, switchboard text)
      ) with ordinality as row (id, name, code, switchboard, position)`,
  },
  controllers: {
    name: 'fill-controllers',
    text: `
      insert into controllers (position, id, huvudman, name, form)
      select position, id, huvudman, name, form from rows from (
        jsonb_to_recordset($1) as (id text, huvudman text, name text, form text)
      ) with ordinality as row (id, huvudman, name, form, position)`,
  },
  hospitals: {
    name: 'fill-hospitals',
    text: `
      insert into hospitals (position, id, kind, name)
      select position, id, kind, name from rows from (
        jsonb_to_recordset($1) as (id text, kind text, name text)
      ) with ordinality as row (id, kind, name, position)`,
  },
  units: {
    name: 'fill-units',
    text: `
      insert into units (position, id, controller, kind, name, phone, sensitive, municipality,
                         closed_into, own_ward, external, hospital, care)
      select position, id, controller, kind, name, phone, sensitive, municipality, "closedInto",
             "ownWard", external, hospital, care
      from rows from (
        jsonb_to_recordset($1) as (id text, controller text, kind text, name text, phone text,
                                   sensitive boolean, municipality text, "closedInto" text,
                                   "ownWard" text, external jsonb, hospital text, care text)
      ) with ordinality as row (id, controller, kind, name, phone, sensitive, municipality,
                                "closedInto", "ownWard", external, hospital, care, position)`,
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
      insert into assignments (position, id, staff, unit, roles, employee, commission, valid_from,
                               valid_until, stand_in, confirmed_at)
      select position, id, staff, unit, array(select jsonb_array_elements_text(roles)), employee,
             commission, (term ->> 'from')::timestamptz, (term ->> 'until')::timestamptz,
             term ->> 'standIn', (term ->> 'confirmedAt')::timestamptz
      from rows from (
        jsonb_to_recordset($1) as (id text, staff text, unit text, roles jsonb, employee text,
                                   commission text, term jsonb)
      ) with ordinality as row (id, staff, unit, roles, employee, commission, term, position)`,
  },
  standingContacts: {
    name: 'fill-standing-contacts',
    text: `
      insert into standing_contacts (position, unit, staff, phone, valid_from, valid_until)
      select position, unit, staff, phone, "from", until from rows from (
        jsonb_to_recordset($1) as (unit text, staff text, phone text, "from" date, until date)
      ) with ordinality as row (unit, staff, phone, "from", until, position)`,
  },
  cover: FILL_COVER,
};

const CONFIRM_ALL: Statement<never> = {
  name: 'confirm-new-directory',
  text: `update assignments set confirmed_at = $1 where confirmed_at is null`,
};

/** In the order of their references. */
const TABLES = [
  'huvudman',
  'controllers',
  'hospitals',
  'units',
  'staff',
  'assignments',
  'standingContacts',
  'cover',
] as const;

const APPOINT: Statement<never> = {
  name: 'appoint-standing-contact',
  text: `
    with ended as (
      update standing_contacts set valid_until = $4::date - 1
      where unit = $1 and valid_from < $4::date and (valid_until is null or valid_until >= $4::date)
    ), replaced as (
      delete from standing_contacts where unit = $1 and valid_from > $4::date
    )
    insert into standing_contacts (position, unit, staff, phone, valid_from, valid_until)
    select coalesce(max(position), 0) + 1, $1, $2, $3, $4, $5 from standing_contacts
    on conflict (unit, valid_from) do update set
      staff = excluded.staff, phone = excluded.phone, valid_until = excluded.valid_until`,
};

const CLOSE_UNIT: Statement<{ readonly id: string }> = {
  name: 'close-unit',
  text: `update units set closed_into = $2 where id = $1 and closed_into is null returning id`,
};

/** A unit outside with its organisation, which may be here already. */
const ADD_EXTERNAL: Statement<{ readonly id: string }> = {
  name: 'add-external-unit',
  text: `
    with h as (
      insert into huvudmen (position, id, name, code)
      select coalesce((select max(position) from huvudmen), 0) + 1, id, name, code
      from jsonb_to_record($1) as r (id text, name text, code text)
      on conflict do nothing
    ), c as (
      insert into controllers (position, id, huvudman, name, form)
      select coalesce((select max(position) from controllers), 0) + 1, id, huvudman, name, form
      from jsonb_to_record($2) as r (id text, huvudman text, name text, form text)
      on conflict do nothing
    )
    insert into units (position, id, controller, kind, name, phone, sensitive, municipality,
                       external)
    select coalesce((select max(position) from units), 0) + 1, id, controller, kind, name, phone,
           sensitive, municipality, external
    from jsonb_to_record($3) as r (id text, controller text, kind text, name text, phone text,
                                   sensitive boolean, municipality text, external jsonb)
    on conflict do nothing
    returning id`,
};

/** A unit outside with what it belongs to. */
export interface ExternalUnitRows {
  readonly huvudman: Huvudman;
  readonly controller: Controller;
  readonly unit: Unit;
}

/** The county's organisation as rows; `Directory` makes sense of them. */
export class DirectoryStore {
  constructor(private readonly database: Database) {}

  /** The whole directory, in one statement; empty lists before it was filled. */
  async load(): Promise<DirectoryRows> {
    return (await this.state()).rows;
  }

  /** The same with its revision. */
  async state(): Promise<DirectoryState> {
    const [found] = await this.database.run(LOAD_DIRECTORY, []);
    if (found === undefined) throw new Error('The load statement always gives one row.');
    const { revision, ...rows } = found;
    return { rows, revision };
  }

  /**
   * Puts a new directory in the place of the old one, in one transaction. A unit that owns open
   * duties cannot be gone in it: each duty has an owner at every instant.
   * @param confirmedAt who puts it in place vouches for its assignments; null: nobody does
   * @throws Error naming the units and how many duties they own; nothing is changed
   */
  async replace(rows: DirectoryRows, confirmedAt: Instant | null = null): Promise<void> {
    await this.database.transaction(async (session) => {
      const left = await session.run(LEFT_BEHIND, [rows.units.map(({ id }) => id)]);
      if (left.length > 0) {
        const owners = left.map(({ unit, duties }) => `${unit} (${duties})`).join(', ');
        throw new Error(`These units own open duties and cannot be removed: ${owners}`);
      }
      await session.run(CLEAR, []);
      for (const table of TABLES) {
        await session.run(FILL[table], [JSON.stringify(rows[table])]);
      }
      if (confirmedAt !== null) await session.run(CONFIRM_ALL, [confirmedAt]);
    });
  }

  /**
   * Adds a unit outside; its huvudman and controller are added when they are not here.
   * @returns false when the unit is here already
   */
  async addExternal({ huvudman, controller, unit }: ExternalUnitRows): Promise<boolean> {
    const values = [huvudman, controller, unit].map((row) => JSON.stringify(row));
    const added = await this.database.run(ADD_EXTERNAL, values);
    return added.length > 0;
  }

  /** A unit's standing contact from a day on; what was planned for later days falls. */
  async appointStandingContact({
    unit,
    staff,
    phone,
    from,
    until,
  }: StandingContact): Promise<void> {
    await this.database.run(APPOINT, [unit, staff, phone, from, until]);
  }

  /** @returns false when there is no such unit or it is closed already */
  async closeUnit(unit: string, into: string): Promise<boolean> {
    const rows = await this.database.run(CLOSE_UNIT, [unit, into]);
    return rows.length > 0;
  }
}
