import { redisOf } from './commands';
import { judged, missed, percentile, shown, type Figure } from './figures';
import { drained, type Backend, type Ground } from './ground';
import { closedLoop, openLoop, type Load } from './load';
import { startWorker } from './processes';

const RATE = 40;
const OPEN_SECONDS = 15;
const SATURATED_SECONDS = 6;
const WARM_UP_SECONDS = 3;

/**
 * From commit to handled: the notice's time less that of its event. The event's time is taken before
 * its command is decided, so the write itself is counted too.
 */
export async function noticesHandled(ground: Ground, backend: Backend): Promise<Figure[]> {
  const names = ['handled p99 at 40 commands/s', 'handled p99 at 8 clients'] as const;
  const redisUrl = redisOf(ground, backend);
  if (redisUrl === null) return names.map((name) => missed(name, 'redis-server is not installed'));
  const worker = startWorker({ databaseUrl: ground.databaseUrl, redisUrl });
  const run = () => ground.lifecycle.run();
  try {
    await closedLoop(8, WARM_UP_SECONDS, run);
    await drained(ground);
    const calm = await noticesOf(ground, () => openLoop(RATE, OPEN_SECONDS, run));
    const busy = await noticesOf(ground, () => closedLoop(8, SATURATED_SECONDS, run));
    const at = `queue on ${backend}`;
    const p = percentile(calm.load.latenciesMs, 0.99);
    const figures = [
      shown(`${RATE} commands/s, ${at}, command p50`, middle(calm.load.latenciesMs), 'ms'),
      shown(`${RATE} commands/s, ${at}, command p99`, p, 'ms'),
      shown(`${RATE} commands/s, ${at}, handled p50`, middle(calm.handledMs), 'ms'),
      shown(`8 clients, ${at}, handled p50`, middle(busy.handledMs), 'ms'),
    ];
    const p99 = [calm, busy].map(({ handledMs }) => percentile(handledMs, 0.99));
    return [
      ...figures,
      ...names.map((name, index) => {
        const value = p99[index] ?? Number.NaN;
        if (backend === 'Redis') return judged(name, value, at);
        return shown(`${name}, ${at}`, value, 'ms');
      }),
    ];
  } finally {
    await worker.stop();
  }
}

function middle(values: readonly number[]): number {
  return percentile(values, 0.5);
}

async function noticesOf(
  ground: Ground,
  work: () => Promise<Load>,
): Promise<{ readonly load: Load; readonly handledMs: readonly number[] }> {
  const { pool } = ground;
  const { rows: before } = await pool.query<{ id: string }>(
    'select coalesce(max(id), 0)::text as id from notices',
  );
  const load = await work();
  await drained(ground);
  const { rows } = await pool.query<{ ms: number }>(
    `select extract(epoch from n.created_at - e.recorded_at)::float8 * 1000 as ms
     from notices n join events e on e.case_id = n.case_id and e.seq = n.seq where n.id > $1`,
    [before[0]?.id ?? '0'],
  );
  return { load, handledMs: rows.map(({ ms }) => ms) };
}
