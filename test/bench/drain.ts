import { waitUntil } from '@hemgang/dev-services';
import { redisOf } from './commands';
import { shown, type Figure } from './figures';
import type { Backend, Ground } from './ground';
import { startWorker } from './processes';

const NOTICES = 100_000;

/** Lived to their end with no worker beside them: their notices lie in the outbox. */
const CASES = 100;

const DRAINED_WITHIN_MS = 900_000;

/** Every notice waits as many times as it takes; a copy's key says that it is one. */
const FILL = `
  insert into outbox (key, case_id, seq, receiver, job, task, created_at)
  select key || '-' || $2 || n, case_id, seq, receiver, job, task, created_at
  from generate_series(1, ceil($1::int / (select count(*) from original))::int) as n, original
  order by n, original.place
  limit $1`;

/** Notices that came to a unit before an earlier one of the same case. */
const OUT_OF_ORDER = `
  select count(*)::int as n from (
    select awaited.id as waited, lag(awaited.id) over (
      partition by notices.case_id, unit order by notices.id) as before
    from notices join awaited using (key)) as came
  where before > waited`;

/** 100,000 notices that wait at once, as after a day without a worker: rate and order. */
export async function noticesDrained(ground: Ground, backend: Backend): Promise<Figure[]> {
  const name = `${NOTICES} waiting notices, queue on ${backend}`;
  const redisUrl = redisOf(ground, backend);
  if (redisUrl === null) return [];
  const { pool, databaseUrl } = ground;
  for (let count = 0; count < CASES; count += 1) {
    for await (const _ of ground.lifecycle.run());
  }
  await pool.query('drop table if exists original, awaited');
  await pool.query(`
    create table original as
    select key, case_id, seq, receiver, job, task, created_at, row_number() over (order by id) as place
    from outbox where job = 'deliver-notices'`);
  await pool.query('delete from outbox');
  await pool.query(FILL, [NOTICES, backend]);
  await pool.query('create table awaited as select id, key from outbox');
  await pool.query('create index on awaited (key)');
  await pool.query('vacuum analyze');
  const begin = performance.now();
  const worker = startWorker({ databaseUrl, redisUrl });
  try {
    const isEmpty = async (): Promise<boolean> => {
      const { rows } = await pool.query<{ left: boolean }>(
        'select exists (select from outbox) as left',
      );
      return rows[0]?.left === false;
    };
    if (!(await waitUntil(isEmpty, DRAINED_WITHIN_MS))) throw new Error('notices are left');
    const seconds = (performance.now() - begin) / 1_000;
    const { rows } = await pool.query<{ came: number }>(
      'select count(*)::int as came from notices join awaited using (key)',
    );
    const { rows: late } = await pool.query<{ n: number }>(OUT_OF_ORDER);
    return [
      shown(`${name}, drained`, NOTICES / seconds, 'notices/s', `with the worker's start`),
      shown(`${name}, lost`, NOTICES - (rows[0]?.came ?? 0), 'notices'),
      shown(`${name}, out of order`, late[0]?.n ?? Number.NaN, 'notices'),
    ];
  } finally {
    await worker.stop();
  }
}
