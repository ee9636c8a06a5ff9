import { COMMANDS } from './discharge-lifecycle';
import { judged, shown, type Figure } from './figures';
import { drained, prepareGround, type Ground } from './ground';
import { startWorker } from './processes';

const CASES = 1_000;
const AT_ONCE = 16;
/** Days of a county lie between so many cases, and autovacuum comes every minute. */
const BETWEEN_VACUUMS = 100;

/** What a case is kept in, drained outbox and keys of idempotency included. */
const COUNTED = ['cases', 'events', 'contents', 'duties', 'timers', 'outbox', 'idempotency'];
/** Kept beside; the access log grows with every reading too. */
const BESIDE = ['parties', 'persons', 'notices', 'access_log'];

/** Room in the database, indexes and free space included, for cases that have lived and closed. */
export async function sizeOfCases(): Promise<Figure[]> {
  const ground = await prepareGround();
  const worker = startWorker({ databaseUrl: ground.databaseUrl });
  try {
    // Room that earlier cases have given back is used again: what counts is by how much more the
    // tables grow with cases that come later.
    await live(ground);
    const before = await sizes(ground);
    for (let lived = 0; lived < CASES; lived += BETWEEN_VACUUMS) {
      await live(ground);
      await ground.pool.query('vacuum');
    }
    const after = await sizes(ground);
    const bytesOf = (table: string) => (after.get(table) ?? 0) - (before.get(table) ?? 0);
    const kbPerCase = (tables: readonly string[]) =>
      tables.reduce((sum, table) => sum + bytesOf(table), 0) / CASES / 1_024;
    const perCase = kbPerCase(COUNTED);
    const parts = [...COUNTED, ...BESIDE]
      .map((table) => `${table} ${kbPerCase([table]).toFixed(2)}`)
      .join(', ');
    return [
      shown('database per closed case', perCase, 'kB', parts),
      judged('database per command', perCase / COMMANDS.length, `${COMMANDS.length} commands`),
    ];
  } finally {
    await worker.stop();
    await ground.end();
  }
}

async function live(ground: Ground): Promise<void> {
  let begun = 0;
  const client = async (): Promise<void> => {
    while (begun < BETWEEN_VACUUMS) {
      begun += 1;
      for await (const _ of ground.lifecycle.run());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  await drained(ground);
}

async function sizes({ pool }: Ground): Promise<ReadonlyMap<string, number>> {
  await pool.query('vacuum');
  const { rows } = await pool.query<{ table: string; bytes: number }>(
    `select relname as table, pg_total_relation_size(oid)::float8 as bytes
     from pg_class where relname = any ($1) and relkind = 'r'`,
    [[...COUNTED, ...BESIDE]],
  );
  return new Map(rows.map(({ table, bytes }) => [table, bytes]));
}
