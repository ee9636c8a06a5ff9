import { Session, type Profiler } from 'node:inspector/promises';
import { groupBy } from '@hemgang/kernel';
import { shown, type Figure } from './figures';
import type { Ground } from './ground';
import { closedLoop } from './load';

const CLIENTS = 32;
const WARM_UP_SECONDS = 8;
const SECONDS = 8;
const NODE_EVERY_MICROS = 250;
const DATABASE_EVERY_MS = 2;

/** Code by where it lies; what is native counts as whoever calls it. */
const NODE_PARTS: readonly (readonly [string, RegExp])[] = [
  ['machines (xstate)', /node_modules\/xstate\//],
  ['deciding (libs/engine, workflows)', /dist\/(libs\/engine|workflows)\//],
  ['validation (zod)', /node_modules\/zod\//],
  ['use cases (libs/cases)', /dist\/libs\/cases\//],
  ['hashed text, times, numbers (libs/kernel)', /dist\/libs\/kernel\//],
  ['rows and flights (libs/store)', /dist\/libs\/store\//],
  ['driver (pg)', /node_modules\/pg/],
  ['sockets, digests and the rest of Node', /^node:/],
];

/** Statements by a word that only they have. */
const STATEMENTS: readonly (readonly [string, RegExp])[] = [
  ['write', /asked as materialized/],
  ['load', /as asked \(case_id/],
  ['who the patient is, stays before, keys', /from (persons|cases|idempotency)\s+where/],
  ['wake-up', /pg_notify/],
];

/** Where the time of a command goes, in our process and in the database, while 32 clients give them. */
export async function profileOfCommands(ground: Ground): Promise<Figure[]> {
  const lifecycle = () => ground.lifecycle.run();
  await closedLoop(CLIENTS, WARM_UP_SECONDS, lifecycle);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: NODE_EVERY_MICROS });
  await session.post('Profiler.start');
  const sampler = sampleStatements(ground);
  const { commands } = await closedLoop(CLIENTS, SECONDS, lifecycle);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return [...nodeFigures(profile, commands), ...databaseFigures(await sampler.stop())];
}

function nodeFigures(profile: Profiler.Profile, commands: number): Figure[] {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const partOf = (id: number): string => {
    const { functionName } = nodes.get(id)?.callFrame ?? { functionName: '' };
    if (functionName.startsWith('(')) return functionName;
    if (functionName === 'writev') return 'sending to the database (writev)';
    let at: number | undefined = id;
    while (at !== undefined && nodes.get(at)?.callFrame.url === '') at = parents.get(at);
    const url = (at === undefined ? undefined : nodes.get(at)?.callFrame.url) ?? '';
    return NODE_PARTS.find(([, place]) => place.test(url))?.[0] ?? 'everything else';
  };
  const { samples = [], timeDeltas = [] } = profile;
  const micros = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const part = partOf(id);
    micros.set(part, (micros.get(part) ?? 0) + (timeDeltas[index] ?? 0));
  }
  return [...micros]
    .filter(([part]) => part !== '(idle)')
    .sort(([, a], [, b]) => b - a)
    .map(([part, sum]) => shown(`profile, our process: ${part}`, sum / commands, 'µs/command'));
}

/** Looks again and again at which statements of ours the database is working on. */
function sampleStatements({ pool }: Ground): { stop(): Promise<readonly string[]> } {
  const seen: string[] = [];
  let isOver = false;
  const look = async (): Promise<void> => {
    while (!isOver) {
      const { rows } = await pool.query<{ query: string }>(
        `select query from pg_stat_activity
         where state = 'active' and application_name = 'hemgang-bench'`,
      );
      seen.push(...rows.map(({ query }) => query));
      await new Promise((resolve) => setTimeout(resolve, DATABASE_EVERY_MS));
    }
  };
  const looking = look();
  return {
    async stop() {
      isOver = true;
      await looking;
      return seen;
    },
  };
}

function databaseFigures(queries: readonly string[]): Figure[] {
  const nameOf = (query: string) => STATEMENTS.find(([, word]) => word.test(query))?.[0] ?? 'other';
  return [...groupBy(queries, nameOf)]
    .map(([name, group]) => [name, (100 * group.length) / queries.length] as const)
    .sort(([, a], [, b]) => b - a)
    .map(([name, share]) => shown(`profile, the database is at work on: ${name}`, share, '%'));
}
