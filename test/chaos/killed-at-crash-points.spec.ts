import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '@hemgang/dev-services';
import { HOUR_MS } from '@hemgang/kernel';
import { County, IS_FULL, query, recordFinding, times } from '@hemgang/testing';
import { Clients, outcomes } from './clients.fixture';
import { Fleet, type App, type CrashPoint } from './fleet.fixture';
import { checkHistory } from './history.fixture';
import { Load, USERS } from './load.fixture';
import { Receiver } from './receiver.fixture';
import { seedOf } from './seed.fixture';

/** About five minutes where nobody else wants the processors. */
jest.setTimeout(2_400_000);

const KILLS = times({ quick: 6, full: 200 });
/** After each round everything must come to rest. */
const ROUNDS = times({ quick: 1, full: 4 });
/** Processes of each kind: in the full run a death seldom leaves nobody. */
const PROCESSES = times({ quick: 1, full: 2 });
/** A few commands between two deaths: more would only pile up, since no worker lives long. */
const CLIENTS = 2;
const REST_MS = 100;
/** Long enough for every kind of statement to be seen. */
const CALM_MS = times({ quick: 1_500, full: 8_000 });
/** Reminders of a day come due in seconds. */
const CLOCK_EVERY_MS = 700;
const CLOCK_BY_MS = 3 * HOUR_MS;
/** Promised: nothing is left undone ten seconds after a restart. */
const UNDONE_MAX_MS = 10_000;

const PHASES = ['before', 'during', 'after'] as const;

describe('processes killed at named crash points under load', () => {
  const { seed, random } = seedOf();
  let county: County;
  let receiver: Receiver;
  let fleet: Fleet;
  let clients: Clients;
  let ticking: NodeJS.Timeout | undefined;

  const tick = (): Promise<void> =>
    county.service.advanceClock(CLOCK_BY_MS).catch(() => clearInterval(ticking));

  beforeAll(async () => {
    county = await County.open();
    await county.service.seeding.record({ done: 0, total: 0, finishedAt: '2026-01-01T00:00:00Z' });
    receiver = await Receiver.start();
    fleet = new Fleet(county.databaseUrl, receiver.url, PROCESSES);
    await fleet.startAll();
    clients = new Clients(() => fleet.address());
    await clients.signIn(USERS);
  });

  afterAll(async () => {
    clearInterval(ticking);
    await fleet.stop();
    await receiver.stop();
    await county.close();
  });

  /** Deals every point in every phase before any comes twice. */
  const dealer = (points: ReadonlyMap<string, number>): (() => CrashPoint) => {
    const whole = [...points].flatMap(([name, times]) =>
      PHASES.map((phase) => ({ point: `${phase} ${name}`, times })),
    );
    let deck = [...whole];
    return () => {
      if (deck.length === 0) deck = [...whole];
      const [drawn] = deck.splice(Math.floor(random() * deck.length), 1);
      return `${drawn?.point} ${1 + Math.floor(random() * (drawn?.times ?? 1))}`;
    };
  };

  /** Everything that is owed to others has been done. */
  const isQuiet = async (): Promise<boolean> => {
    const [row] = await query<{ undone: number }>(
      county.databaseUrl,
      `select ((select count(*) from outbox) + (select count(*) from timers
                where live and fire_at <= $1))::int as undone`,
      [county.service.clock.now()],
    );
    return row?.undone === 0;
  };

  /** Starts all anew and takes the time until nothing is left to do. */
  const restQuietly = async (): Promise<number> => {
    await fleet.startAll();
    const from = performance.now();
    await waitUntil(isQuiet, 3 * UNDONE_MAX_MS);
    return performance.now() - from;
  };

  /** Keys of everything that was told to a unit or to another case. */
  const keysDue = async (): Promise<string[]> => {
    const notices = await query<{ key: string }>(county.databaseUrl, 'select key from notices');
    const facts = await query<{ case: string }>(
      county.databaseUrl,
      `select source || ' ' || source_seq as case from inbox`,
    );
    const told = new Set(facts.map((fact) => fact.case));
    const carried = [...receiver.accepted].filter(([, what]) => what.endsWith(' tell-case'));
    const known = carried.filter(([, what]) => told.has(what.split(' ').slice(0, 2).join(' ')));
    expect(known).toHaveLength(facts.length);
    return [...notices, ...known.map(([key]) => ({ key }))].map(({ key }) => key).sort();
  };

  it('lose no command, invent none, carry out everything once, and leave nothing undone', async () => {
    const load = new Load(clients, REST_MS);
    ticking = setInterval(() => void tick(), CLOCK_EVERY_MS);
    load.start(CLIENTS);
    await pause(CALM_MS);
    const points = { api: fleet.pointsSeen('api'), worker: fleet.pointsSeen('worker') };
    const deal = { api: dealer(points.api), worker: dealer(points.worker) };
    const restsMs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round > 0) load.start(CLIENTS);
      await fleet.dieUntil(KILLS / ROUNDS, (app: App) => deal[app]());
      const resting = restQuietly();
      await load.stop();
      restsMs.push(await resting);
    }
    clearInterval(ticking);
    await waitUntil(isQuiet, UNDONE_MAX_MS);
    const checked = await checkHistory(
      county.databaseUrl,
      county.service.registry,
      clients.history,
    );
    const due = await keysDue();
    const restMs = Math.round(Math.max(...restsMs));
    recordFinding('killed-at-crash-points', {
      promise: 'Real kill -9 of API or worker at named crash points under load',
      figures: {
        'kills at named points': fleet.kills,
        'kills elsewhere': fleet.strays,
        'points hit': [...fleet.deaths].map(([point, n]) => `${point} ${n}`).join(', '),
        'points of the API': [...points.api.keys()].join(' '),
        'points of the worker': [...points.worker.keys()].join(' '),
        ...outcomes(clients.history),
        ...checked,
        faults: checked.faults.length,
        'effects accepted': receiver.accepted.size,
        'effects repeated with their key': receiver.repeats,
        'longest until nothing was undone, ms': restMs,
      },
      seed,
    });
    expect(checked.faults).toEqual([]);
    expect(clients.faults).toEqual([]);
    expect(fleet.kills).toBeGreaterThanOrEqual(KILLS);
    expect([...receiver.accepted.keys()].sort()).toEqual(due);
    expect(receiver.conflicts).toEqual([]);
    expect(restMs).toBeLessThanOrEqual(UNDONE_MAX_MS);
    expect(checked.notices).toBeGreaterThan(IS_FULL ? KILLS : 0);
  });
});
