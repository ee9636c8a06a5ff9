import { Client } from 'pg';

/** How large a stock shall be: in cases under way, or in open duties. */
export type StockSize = { readonly openCases: number } | { readonly openDuties: number };

/** What there is of cases under way. */
export interface Stock {
  readonly openCases: number;
  readonly openDuties: number;
}

/** Cases that are copied in turn; more would make the stock more varied, but not larger. */
const ORIGINALS_MAX = 1_000;

/** Copied in one transaction: some ten thousand rows in each table. */
const BATCH_CASES = 5_000;

/** Reminders of copies fire after ten years, so that a worker beside them has nothing to do. */
const QUIET = `interval '3650 days'`;

/**
 * Copies cases under way, each with a new id and a new person, until there are as many as asked for.
 * Everything is copied that a command on a case or a read of it looks at: case, person, log,
 * contents, duties, timers, parties. What is not: access log, idempotency keys, outbox, notices,
 * inbox. Nothing is taken away when there is more already.
 *
 * A copy is read, goes on and replays like its original, and row-level security binds it. Two things
 * set it apart: the hashes of its log are those of the original, whose case they name, and its
 * person's number is one that nobody can have (it begins with 99).
 * @param databaseUrl of a role that may write all tables
 * @returns what there is afterwards
 * @throws Error when there is no case under way that owes something
 */
export async function multiplyCases(databaseUrl: string, size: StockSize): Promise<Stock> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // Copies that a crash takes are made again.
    await client.query('set synchronous_commit = off');
    await client.query(ORIGINALS, [ORIGINALS_MAX]);
    const originals = await stockOf(client, 'id in (select id from original)');
    if (originals.openDuties === 0) throw new Error('no case under way owes anything');
    const statements = await copyStatements(client);
    let stock = await stockOf(client, 'true');
    const { rows } = await client.query<{ persons: number }>(
      'select count(*)::int as persons from persons',
    );
    let numbered = rows[0]?.persons ?? 0;
    for (;;) {
      const missing = casesMissing(size, stock, originals);
      if (missing <= 0) break;
      const openCases = Math.min(missing, BATCH_CASES);
      stock = plus(stock, await copy(client, statements, openCases, numbered));
      numbered += openCases;
    }
    await client.query('vacuum analyze');
    return stock;
  } finally {
    await client.end();
  }
}

function casesMissing(size: StockSize, stock: Stock, originals: Stock): number {
  if ('openCases' in size) return size.openCases - stock.openCases;
  const ofEach = originals.openDuties / originals.openCases;
  return Math.ceil((size.openDuties - stock.openDuties) / ofEach);
}

function plus(a: Stock, b: Stock): Stock {
  return { openCases: a.openCases + b.openCases, openDuties: a.openDuties + b.openDuties };
}

/**
 * Chosen once: a mixture of everything that is under way. Its rows are laid aside, so that a copy reads
 * a small table and not one that grows with the copies.
 */
const ORIGINALS = `
  create temp table original as
  select id, person_id, (row_number() over (order by id) - 1)::int as place,
         (select count(*) from duties where case_id = chosen.id and closed_seq is null) as open_duties
  from (
    select id, person_id from cases where state ->> 'closedAt' is null order by id limit $1
  ) as chosen`;

/**
 * Each original in its turn; the persons before it make its number unique. Ids that grow keep the
 * indexes of a million copies from being written all over the disk.
 */
const COPIES = `
  create temp table copy on commit drop as
  select original.id as "of", original.person_id as of_person, open_duties,
         uuidv7() as id, uuidv7() as person,
         '99' || lpad((n + $2::int)::text, 10, '0') as number
  from generate_series(1, $1::int) as n
  join original on place = n % (select count(*) from original)`;

async function copy(
  client: Client,
  statements: readonly string[],
  openCases: number,
  numbered: number,
): Promise<Stock> {
  await client.query('begin');
  await client.query(COPIES, [openCases, numbered]);
  await client.query('analyze copy');
  for (const statement of statements) await client.query(statement);
  const { rows } = await client.query<{ openDuties: number }>(
    'select sum(open_duties)::int as "openDuties" from copy',
  );
  await client.query('commit');
  return { openCases, openDuties: rows[0]?.openDuties ?? 0 };
}

/** What is not simply copied, table by table; `old` is the row of the original. */
const OTHERWISE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  persons: {
    id: 'copy.person',
    number: 'case when old.number is not null then copy.number end',
  },
  cases: { id: 'copy.id', person_id: 'copy.person' },
  events: { case_id: 'copy.id', tx: 'pg_current_xact_id()' },
  contents: { case_id: 'copy.id' },
  duties: { case_id: 'copy.id' },
  timers: {
    case_id: 'copy.id',
    fire_at: `old.fire_at + ${QUIET}`,
    leased_until: 'null',
  },
  parties: { case_id: 'copy.id' },
};

/** Whose a row is; in all other tables that is its `case_id`. */
const OWNER: Readonly<Record<string, { readonly column: string; readonly of: string }>> = {
  persons: { column: 'id', of: 'person_id' },
  cases: { column: 'id', of: 'id' },
};

/** Lays the originals' rows aside. One `insert … select` for each table, with its columns of today. */
async function copyStatements(client: Client): Promise<string[]> {
  const statements: string[] = [];
  for (const [table, otherwise] of Object.entries(OTHERWISE)) {
    const columns = await columnsOf(client, table);
    const values = columns.map((column) => otherwise[column] ?? `old."${column}"`);
    const { column: owner, of } = OWNER[table] ?? { column: 'case_id', of: 'id' };
    await client.query(`
      create temp table old_${table} as
      select * from ${table} where ${owner} in (select ${of} from original)`);
    await client.query(`analyze old_${table}`);
    statements.push(`
      insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')})
      select ${values.join(', ')}
      from copy join old_${table} as old on old.${owner} = copy.of${of === 'id' ? '' : '_person'}`);
  }
  return statements;
}

/** Columns that are written; the database fills in the others by itself. */
export async function columnsOf(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1
       and is_generated = 'NEVER' and is_identity = 'NO'
     order by ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}

async function stockOf(client: Client, which: string): Promise<Stock> {
  const { rows } = await client.query<Stock>(
    `select count(*)::int as "openCases",
            coalesce(sum((
              select count(*) from duties where case_id = cases.id and closed_seq is null
            )), 0)::int as "openDuties"
     from cases where state ->> 'closedAt' is null and ${which}`,
  );
  return rows[0] ?? { openCases: 0, openDuties: 0 };
}
