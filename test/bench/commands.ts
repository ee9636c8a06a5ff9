import { COMMANDS } from './discharge-lifecycle';
import { judged, median, missed, percentile, shown, type Figure } from './figures';
import { drained, POOL_SIZE, type Backend, type Ground } from './ground';
import { HttpClient } from './http-client';
import { ceilingLifecycle, HttpLifecycle } from './http-lifecycle';
import { closedLoop, perSecond, type Lifecycle, type Load } from './load';
import {
  cpuMs,
  memoryMb,
  serverCpuMs,
  startApi,
  startCeilingHttp,
  startWorker,
  type Program,
} from './processes';

/** Medians of three, the sides in turn, so that a slow minute of the machine hits all of them. */
const REPETITIONS = 3;
/** Node makes fast code of what has run some thousand times; a server runs for weeks. */
const WARM_UP_SECONDS = 8;
const SECONDS = 4;
const CLIENTS = [1, 8, 32] as const;

/** One of the things that are compared. */
interface Side {
  readonly name: string;
  readonly lifecycle: Lifecycle;
  /** Whether its notices are waited for: then the rate counts until the last is handled. */
  readonly tells: boolean;
  /** Process that gives or takes the commands, when it is not our own. */
  readonly program: Program | null;
}

interface Measured {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time per command: of the command's process and of the database, in µs. */
  readonly nodeMicros: number;
  readonly postgresMicros: number;
  readonly memoryMb: number;
}

/** In process: the use cases, the ceiling beside them, and a worker that empties the outbox. */
export async function commandsInProcess(ground: Ground, backend: Backend): Promise<Figure[]> {
  const names = ['commands at 32 clients', 'command p50 at 1 client'] as const;
  const redisUrl = redisOf(ground, backend);
  if (redisUrl === null) return names.map((name) => missed(name, 'redis-server is not installed'));
  const worker = startWorker({ databaseUrl: ground.databaseUrl, redisUrl });
  try {
    const c = ceilingSide(ground);
    const own: Side = {
      name: `use case, queue on ${backend}`,
      lifecycle: () => ground.lifecycle.run(),
      tells: true,
      program: null,
    };
    const results = await compare(ground, [c, own]);
    const figures = CLIENTS.flatMap((clients) => lines(clients, c, own, results));
    if (backend === 'PostgreSQL') return figures;
    const at = (clients: number, side: Side) => resultOf(results, clients, side);
    return [
      ...figures,
      judged(names[0], at(32, own).rate / at(32, c).rate, against('C', at(32, c).rate)),
      judged(names[1], at(1, own).p50 / at(1, c).p50, `p50 of C ${at(1, c).p50.toFixed(2)} ms`),
    ];
  } finally {
    await worker.stop();
  }
}

/** Over HTTP: the real API in a process of its own, C-http in another. */
export async function commandsOverHttp(ground: Ground, backend: Backend): Promise<Figure[]> {
  const names = ['commands over HTTP at 32 clients', 'memory of the command process'] as const;
  const redisUrl = redisOf(ground, backend);
  if (redisUrl === null) return names.map((name) => missed(name, 'redis-server is not installed'));
  const servers = { databaseUrl: ground.databaseUrl, redisUrl };
  const worker = startWorker(servers);
  const api = await startApi(servers);
  const bare = await startCeilingHttp(ground.databaseUrl, POOL_SIZE);
  const [apiClient, bareClient] = [api, bare].map(({ url }) => new HttpClient(url, POOL_SIZE));
  if (apiClient === undefined || bareClient === undefined) throw new Error('two were started');
  try {
    const { patients, service } = ground;
    const lived = await HttpLifecycle.signIn(api.url, apiClient, patients, service.clock);
    const c: Side = {
      name: 'C-http',
      lifecycle: () => ceilingLifecycle(bareClient),
      tells: false,
      program: bare,
    };
    const own: Side = {
      name: `HTTP, queue on ${backend}`,
      lifecycle: () => lived.run(),
      tells: true,
      program: api,
    };
    const results = await compare(ground, [c, own]);
    const figures = CLIENTS.flatMap((clients) => lines(clients, c, own, results));
    if (backend === 'PostgreSQL') return figures;
    const [mine, theirs] = [own, c].map((side) => resultOf(results, 32, side));
    if (mine === undefined || theirs === undefined) throw new Error('both sides were measured');
    return [
      ...figures,
      judged(names[0], mine.rate / theirs.rate, against('C-http', theirs.rate)),
      judged(names[1], mine.memoryMb, `C-http ${theirs.memoryMb.toFixed(0)} MB`),
    ];
  } finally {
    apiClient.close();
    bareClient.close();
    await Promise.all([worker.stop(), api.stop(), bare.stop()]);
  }
}

/** `undefined`: the queue lies in the database; null: Redis is not there. */
export function redisOf({ redisUrl }: Ground, backend: Backend): string | undefined | null {
  return backend === 'PostgreSQL' ? undefined : redisUrl;
}

export function ceilingSide({ ceiling }: Ground): Side {
  return {
    name: 'C',
    lifecycle: () => ceiling.lifecycle(COMMANDS.length),
    tells: false,
    program: null,
  };
}

type Results = ReadonlyMap<string, Measured>;

const keyOf = (clients: number, { name }: Side) => `${name} ${clients}`;

function resultOf(results: Results, clients: number, side: Side): Measured {
  const found = results.get(keyOf(clients, side));
  if (found === undefined) throw new Error(`${side.name} was not measured at ${clients}`);
  return found;
}

async function compare(ground: Ground, sides: readonly Side[]): Promise<Results> {
  for (const { lifecycle } of sides) await closedLoop(8, WARM_UP_SECONDS, lifecycle);
  await drained(ground);
  const results = new Map<string, Measured>();
  for (const clients of CLIENTS) {
    const runs = sides.map(() => [] as Measured[]);
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
      for (const [index, side] of sides.entries()) {
        runs[index]?.push(await measure(ground, clients, side));
      }
    }
    for (const [index, side] of sides.entries()) {
      results.set(keyOf(clients, side), middle(runs[index] ?? []));
    }
  }
  return results;
}

async function measure(ground: Ground, clients: number, side: Side): Promise<Measured> {
  const pid = side.program?.pid ?? process.pid;
  const before = { node: cpuMs(pid), postgres: serverCpuMs(ground.postgresPid) };
  const load = await closedLoop(clients, SECONDS, side.lifecycle);
  const memory = memoryMb(pid);
  const node = cpuMs(pid) - before.node;
  const draining = side.tells ? await drained(ground) : 0;
  const postgres = serverCpuMs(ground.postgresPid) - before.postgres;
  return {
    rate: perSecond({ ...load, seconds: load.seconds + draining }),
    ...times(load),
    nodeMicros: (node * 1_000) / load.commands,
    postgresMicros: (postgres * 1_000) / load.commands,
    memoryMb: memory,
  };
}

function times({ latenciesMs }: Load): { readonly p50: number; readonly p99: number } {
  return { p50: percentile(latenciesMs, 0.5), p99: percentile(latenciesMs, 0.99) };
}

function middle(runs: readonly Measured[]): Measured {
  const of = (name: keyof Measured) => median(runs.map((run) => run[name]));
  return {
    rate: of('rate'),
    p50: of('p50'),
    p99: of('p99'),
    nodeMicros: of('nodeMicros'),
    postgresMicros: of('postgresMicros'),
    memoryMb: of('memoryMb'),
  };
}

function lines(clients: number, c: Side, own: Side, results: Results): Figure[] {
  const ceiling = resultOf(results, clients, c);
  const mine = resultOf(results, clients, own);
  const line = (side: Side, { rate, p50, p99, ...cpu }: Measured, compared: string | null) => [
    shown(`${side.name}, ${clients}`, rate, 'commands/s', compared),
    shown(`${side.name}, ${clients}, p50`, p50, 'ms'),
    shown(`${side.name}, ${clients}, p99`, p99, 'ms'),
    shown(`${side.name}, ${clients}, processor of the process`, cpu.nodeMicros, 'µs/command'),
    shown(`${side.name}, ${clients}, processor of the database`, cpu.postgresMicros, 'µs/command'),
  ];
  const ratio = `${(mine.rate / ceiling.rate).toFixed(2)} × ${c.name}`;
  return [...line(c, ceiling, null), ...line(own, mine, ratio)];
}

function against(name: string, rate: number): string {
  return `${name} ${rate.toFixed(0)} commands/s`;
}
