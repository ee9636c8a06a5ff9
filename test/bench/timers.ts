import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '@hemgang/dev-services';
import { bareTimers } from './bare-timers';
import { redisOf } from './commands';
import { judged, missed, percentile, shown, type Figure } from './figures';
import { prepareGround, type Backend, type Ground } from './ground';
import { multiplyCases } from './multiply-cases';
import { startWorker } from './processes';

const MANY = 10_000;
/** Of these many waits, one after another, each on an idle system. */
const SINGLE = 10;
const APART_MS = 700;
const FIRED_WITHIN_MS = 300_000;
/** The worker is up and idle when the first timer is due. */
const AHEAD_MS = 4_000;

/** A reminder that was logged. */
interface Fired {
  readonly key: string;
  /** Milliseconds after its time. */
  readonly lateMs: number;
}

/** Lateness of reminders that come one at a time. */
export async function singleTimers(): Promise<Figure[]> {
  const ground = await prepareGround();
  try {
    for (let count = 0; count < SINGLE; count += 1) {
      await ground.lifecycle.admit();
      await pause(APART_MS);
    }
    const fired = await firedWhenDue(ground, SINGLE);
    const latest = Math.max(...fired.map(({ lateMs }) => lateMs));
    return [judged('a single timer', latest, `the latest of ${SINGLE}`)];
  } finally {
    await ground.end();
  }
}

/** 10,000 reminders that are due at once, beside as many bare delayed jobs. */
export async function manyTimers(): Promise<Figure[]> {
  const ground = await prepareGround();
  try {
    await ground.lifecycle.admit();
    await multiplyCases(ground.databaseUrl, { openCases: MANY });
    // Copies come with reminders that lie ten years off.
    await ground.pool.query('update timers set fire_at = (select min(fire_at) from timers)');
    const fired = await firedWhenDue(ground, MANY);
    const seconds = Math.max(...fired.map(({ lateMs }) => lateMs)) / 1_000;
    const own = {
      perSecond: MANY / seconds,
      p99: percentile(
        fired.map((each) => each.lateMs),
        0.99,
      ),
    };
    const early = fired.filter(({ lateMs }) => lateMs < 0).length;
    const twice = fired.length - new Set(fired.map(({ key }) => key)).size;
    return [
      shown('10,000 timers', own.perSecond, 'timers/s'),
      shown('10,000 timers, p99', own.p99, 'ms late'),
      judged('10,000 timers, early or twice', early + twice),
      ...(await besideBare(ground, own, 'PostgreSQL')),
      ...(await besideBare(ground, own, 'Redis')),
    ];
  } finally {
    await ground.end();
  }
}

/** Our reminders lie in PostgreSQL whatever the queue lies on: they are held against both. */
async function besideBare(
  ground: Ground,
  own: { readonly perSecond: number; readonly p99: number },
  backend: Backend,
): Promise<Figure[]> {
  const names = ['10,000 timers, rate', '10,000 timers, lateness p99'] as const;
  const redisUrl = redisOf(ground, backend);
  if (redisUrl === null) return names.map((name) => missed(name, 'redis-server is not installed'));
  const bare = await bareTimers({ databaseUrl: ground.databaseUrl, redisUrl }, MANY);
  const on = `bare BullMQ on ${backend}`;
  return [
    judged(names[0], own.perSecond / bare.perSecond, `${on} ${bare.perSecond.toFixed(0)}/s`),
    judged(names[1], own.p99 / bare.p99, `${on} ${bare.p99.toFixed(0)} ms`),
  ];
}

/** Moves time to just before the first reminder is due, and waits until so many have fired. */
async function firedWhenDue(ground: Ground, count: number): Promise<readonly Fired[]> {
  const { pool, service, databaseUrl } = ground;
  const worker = startWorker({ databaseUrl });
  try {
    const first = await service.timers.nextFireAt();
    const ahead = Date.parse(first ?? '') - Date.parse(service.clock.now()) - AHEAD_MS;
    await service.advanceClock(Math.floor(ahead));
    const hasFired = async (): Promise<boolean> => {
      const { rows } = await pool.query<{ n: number }>(
        `select count(*)::int as n from events where type = 'ladder'`,
      );
      return (rows[0]?.n ?? 0) >= count;
    };
    if (!(await waitUntil(hasFired, FIRED_WITHIN_MS))) throw new Error('timers are missing');
    const { rows } = await pool.query<Fired>(
      `select case_id || (payload ->> 'duty') || (payload ->> 'step') as key,
              extract(epoch from recorded_at - occurred_at)::float8 * 1000 as "lateMs"
       from events where type = 'ladder'`,
    );
    return rows;
  } finally {
    await worker.stop();
  }
}
