import { setTimeout as pause } from 'node:timers/promises';
import { WorkflowRegistry } from '@hemgang/cases';
import { waitUntil } from '@hemgang/dev-services';
import { HOUR_MS } from '@hemgang/kernel';
import {
  describeWith,
  query,
  recordFinding,
  startRedis,
  startService,
  times,
  type RedisServer,
  type RunningService,
} from '@hemgang/testing';
import { Clients, outcomes } from './clients.fixture';
import { checkHistory } from './history.fixture';
import { JumpingClock, type Done } from './jumping-clock.fixture';
import { Load, USERS } from './load.fixture';
import { seedOf } from './seed.fixture';

jest.setTimeout(600_000);

// Few: faults show by what happens in between, and other suites want the processors.
const CLIENTS = 2;
const REST_MS = 250;
/** Reminders of a day come due in seconds. */
const CLOCK_EVERY_MS = 3_000;
const CLOCK_BY_MS = 2 * HOUR_MS;
/** Promised, from the commit, or the due time, until it is done. */
const LATE_MAX_MS = 30_000;
const LATE_WITHOUT_MAX_MS = 60_000;
const WIPES = times({ quick: 2, full: 6 });
const WIPE_EVERY_MS = times({ quick: 500, full: 5_000 });
const WIPE_SPREAD_MS = times({ quick: 1_000, full: 8_000 });
const AWAY_MS = times({ quick: 3_000, full: 120_000 });
const AFTER_MS = times({ quick: 1_000, full: 5_000 });
const REST_WITHIN_MS = 40_000;

/**
 * From the commit until each notice was there, and from the due time until each reminder was. One
 * whose time had passed when its duty was opened or moved is due from then.
 */
const DONE = `
  select extract(epoch from e.recorded_at)::float8 * 1000 as "dueMs",
         extract(epoch from n.created_at)::float8 * 1000 as "doneMs"
  from notices n join events e on e.case_id = n.case_id and e.seq = n.seq
  union all
  select extract(epoch from greatest(e.occurred_at, (
           select max(p.recorded_at) from events p
           where p.case_id = e.case_id and p.seq < e.seq
             and (p.seq = substring(e.payload ->> 'duty' from '[0-9]+$')::int
                  or p.results -> 'moved' @>
                     jsonb_build_array(jsonb_build_object('duty', e.payload ->> 'duty')))
         )))::float8 * 1000,
         extract(epoch from e.recorded_at)::float8 * 1000
  from events e where e.type = 'ladder'`;

/** A stretch of the test, in real time. */
interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

describeWith('redis-server', 'a Redis that is lost under load', () => {
  const { seed, random } = seedOf();
  let redis: RedisServer;
  let service: RunningService;
  let clients: Clients;
  let clock: JumpingClock;

  beforeAll(async () => {
    redis = await startRedis();
    service = await startService({ redisUrl: redis.url });
    clock = new JumpingClock(service.databaseUrl);
    clients = new Clients(() => service.url);
    await clients.signIn(USERS);
  });

  afterAll(async () => {
    await service.stop();
    await redis.stop();
  });

  const now = async (): Promise<number> => {
    const text = 'select extract(epoch from clock_timestamp())::float8 * 1000 as ms';
    return (await query<{ ms: number }>(service.databaseUrl, text))[0]?.ms ?? 0;
  };

  const during = async (work: () => Promise<void>): Promise<Span> => {
    const fromMs = await now();
    await work();
    return { fromMs, untilMs: await now() };
  };

  const wipe = async (): Promise<void> => {
    for (let count = 0; count < WIPES; count += 1) {
      await pause(WIPE_EVERY_MS + random() * WIPE_SPREAD_MS);
      await redis.wipe();
    }
    await pause(AFTER_MS);
  };

  const restoreFrom = async (dump: Buffer): Promise<void> => {
    await redis.kill();
    await redis.revive(dump);
    await pause(AFTER_MS);
  };

  const isQuiet = async (): Promise<boolean> =>
    (await query(service.databaseUrl, 'select from outbox limit 1')).length === 0;

  const percentile99 = (values: readonly number[]): number =>
    Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? 0);

  it('delays notices and reminders a little, loses none and doubles none', async () => {
    const load = new Load(clients, REST_MS);
    const ticking = setInterval(() => void clock.jump(CLOCK_BY_MS), CLOCK_EVERY_MS);
    load.start(CLIENTS);
    await pause(AFTER_MS);
    const old = await redis.dump();
    await during(wipe);
    await redis.kill();
    const away = await during(() => pause(AWAY_MS));
    await redis.revive();
    await pause(AFTER_MS);
    await restoreFrom(old);
    clearInterval(ticking);
    await load.stop();
    expect(await waitUntil(isQuiet, REST_WITHIN_MS)).toBe(true);
    const rows = await query<Done>(service.databaseUrl, DONE);
    const late = rows.map((row) => clock.lateness(row));
    const isAway = ({ dueMs }: { dueMs: number }): boolean =>
      dueMs >= away.fromMs && dueMs < away.untilMs;
    const doneWithout = late.filter(
      (each) => isAway(each) && each.dueMs + each.lateMs < away.untilMs,
    );
    const lateWithout = late.filter(isAway).map(({ lateMs }) => lateMs);
    const lateWith = late.filter((each) => !isAway(each)).map(({ lateMs }) => lateMs);
    const registry = new WorkflowRegistry();
    const checked = await checkHistory(service.databaseUrl, registry, clients.history);
    const figures = {
      FLUSHALL: WIPES,
      'without Redis, ms': AWAY_MS,
      'notices and reminders': late.length,
      'due while Redis was away': lateWithout.length,
      'done before it was back': doneWithout.length,
      'lateness p99, ms': percentile99(lateWith),
      'lateness p99 while Redis was away, ms': percentile99(lateWithout),
      ...outcomes(clients.history),
      ...checked,
      faults: checked.faults.length,
    };
    recordFinding('redis-lost', {
      promise: 'Redis flushed, away and restored from an old dump under load',
      figures,
      seed,
    });
    expect(checked.faults).toEqual([]);
    expect(clients.faults).toEqual([]);
    expect(doneWithout.length).toBeGreaterThan(0);
    expect(figures['lateness p99, ms']).toBeLessThanOrEqual(LATE_MAX_MS);
    expect(figures['lateness p99 while Redis was away, ms']).toBeLessThanOrEqual(
      LATE_WITHOUT_MAX_MS,
    );
  });
});
