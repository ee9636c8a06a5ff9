import { Client } from 'pg';
import { columnsOf } from './multiply-cases';

/** How many cases there shall be, spread over how many years back. */
export interface FigureStock {
  readonly cases: number;
  readonly years: number;
}

const WEEKS_OF_YEAR = 52;

/** Whole cases, which packs and lists show, are there of so many of the last weeks only. */
const WHOLE_WEEKS = 9;

/** The ward whose cases are asked for: of all of them it takes part in, also long ago. */
const ASKING = 'nus-medicin-2';

/**
 * Multiplies what lived cases are part of by SQL: parts and sums of figures, each copy with a new id
 * and whole weeks earlier, so that days of the week stay what they are. Of what else is read from, cases
 * and parties of two months, and what the asking ward takes part in of all years; no log. So a million
 * cases are some gigabytes.
 */
export class FigureStocks {
  private constructor(
    private readonly client: Client,
    private readonly emptying: readonly string[],
    private readonly beside: readonly string[],
  ) {}

  /** Lays the lived cases aside. @param databaseUrl of the owner of the tables */
  static async of(databaseUrl: string): Promise<FigureStocks> {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    // For building alone: views are read by the connections of the service.
    await client.query(
      `set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '1GB'`,
    );
    for (const text of ORIGINALS) await client.query(text);
    const columns = (table: string) => columnsOf(client, table);
    const [persons, cases, parties] = [
      await columns('persons'),
      await columns('cases'),
      await columns('parties'),
    ];
    return new FigureStocks(
      client,
      [
        `delete from parties where case_id in (select id from copy)`,
        `delete from cases where id in (select id from copy)`,
        `delete from persons where id in (select person from copy)`,
      ],
      [
        copied('persons', persons, { id: 'person', number: NUMBER }, ON_PERSON),
        copied('cases', cases, { id: 'copy.id', person_id: 'person' }, ON_CASE),
        copied('parties', parties, { case_id: 'copy.id' }, ON_PARTY),
      ],
    );
  }

  /** In the place of what was copied before. */
  async become({ cases, years }: FigureStock): Promise<void> {
    const { client } = this;
    const { rows } = await client.query<{ name: string; definition: string }>(INDEXES);
    for (const { name } of rows) await client.query(`drop index ${name}`);
    for (const text of this.emptying) await client.query(text);
    await client.query('drop table copy');
    await client.query(COPIES, [cases, years * WEEKS_OF_YEAR]);
    await client.query('analyze copy');
    for (const text of [...FILL, ...this.beside]) await client.query(text);
    for (const { definition } of rows) await client.query(definition);
    await client.query('vacuum analyze figure_parts, figure_sums, parties, cases');
  }

  /** What the tables take with their indexes, GB, and how many rows there are. */
  async sizes(): Promise<string> {
    const { rows } = await this.client.query<{ told: string }>(SIZES);
    return rows[0]?.told ?? '';
  }

  end(): Promise<void> {
    return this.client.end();
  }
}

const ORIGINALS = [
  `create table original as
   select id, (row_number() over (order by id) - 1)::int as place from cases
   where id in (select case_id from figure_parts)`,
  `create table old_parts as select * from figure_parts`,
  `create table old_parties as select * from parties where case_id in (select id from original)`,
  `create table old_cases as select * from cases where id in (select id from original)`,
  `create table old_persons as
   select * from persons where id in (select person_id from old_cases)`,
  `create table copy as select id as "of", id, id as person from original limit 0`,
  `analyze original, old_parts, old_parties, old_cases, old_persons`,
];

/** Those of parts alone: rebuilt they are as small as they can be, and in a tenth of the time. */
const INDEXES = `
  select indexname as name, indexdef as definition from pg_indexes
  where schemaname = 'public' and tablename = 'figure_parts'`;

/** Cases in turn, the oldest weeks first, as they would have been written. */
const COPIES = `
  create table copy as
  select original.id as "of", uuidv7() as id, uuidv7() as person, n,
         (($1::int - n)::bigint * $2::int / $1::int)::int as weeks
  from generate_series(1, $1::int) as n
  join original on place = n % (select count(*) from original)`;

const FILL = [
  `truncate figure_parts`,
  // What is copied can be copied again; it is read alike.
  `alter table figure_parts set unlogged`,
  `insert into figure_parts (case_id, measure, day, places, count, whole)
   select copy.id, measure, day - 7 * weeks, places, count, whole
   from copy join old_parts on case_id = copy.of`,
  `truncate figure_sums`,
  `insert into figure_sums (place, measure, day, parts, count, whole)
   select place, measure, day - 7 * weeks, sum(parts * times), sum(count * times),
          sum(whole * times)
   from (select "of", weeks, count(*) as times from copy group by "of", weeks) as copied
   join (
     select case_id, place, measure, day, count(*) as parts, sum(count) as count,
            sum(whole) as whole
     from old_parts, unnest(places) as place group by case_id, place, measure, day
   ) as part on case_id = "of"
   group by place, measure, day - 7 * weeks`,
];

/** One that nobody can have, and that the copy of a case alone has. */
const NUMBER = `case when old.number is not null then '98' || lpad(n::text, 10, '0') end`;

const ON_PERSON = `old_cases c on c.id = copy.of join old_persons old on old.id = c.person_id
   where weeks < ${WHOLE_WEEKS}`;
const ON_CASE = `old_cases old on old.id = copy.of where weeks < ${WHOLE_WEEKS}`;
const ON_PARTY = `old_parties old on old.case_id = copy.of 
   where weeks < ${WHOLE_WEEKS} or unit = '${ASKING}'`;

/** Rows of a table for the copies, with its columns of today. */
function copied(
  table: string,
  columns: readonly string[],
  otherwise: Readonly<Record<string, string>>,
  from: string,
): string {
  const values = columns.map((column) => otherwise[column] ?? `old."${column}"`);
  return `insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')})
   select ${values.join(', ')} from copy join ${from}`;
}

const SIZES = `
  select string_agg(
    format('%s %s rows %s', relname, reltuples::bigint,
           pg_size_pretty(pg_total_relation_size(oid))), ', ' order by relname) as told
  from pg_class where relname in ('figure_parts', 'figure_sums', 'parties', 'cases')
    and relkind = 'r'`;
