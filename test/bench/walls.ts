import { openService, type Service } from '@hemgang/cases';
import { DischargeLifecycle, WARD } from './discharge-lifecycle';
import { judged, median, percentile, shown, type Figure } from './figures';
import { POOL_SIZE, type Ground } from './ground';
import { closedLoop, perSecond } from './load';
import { multiplyCases } from './multiply-cases';

const CLIENTS = [8, 32] as const;
const SECONDS = 4;
const WARM_UP_SECONDS = 6;
const REPETITIONS = 3;
/** Open cases of one ward: its lists are long, and every row of a page is looked at. */
const STOCK = 20_000;
const READS = 300;
const WARM_UP_READS = 60;
const PAGE = { cursor: null, limit: 50 };

/** The same use cases on the same tables, with the walls or without. */
interface Side {
  readonly service: Service;
  readonly lifecycle: DischargeLifecycle;
}

/**
 * What row-level security costs. The other side is the same program, signed in as the owner of the
 * tables three times, for whom every policy is `true`; it has as many connections. Both take turns.
 */
export async function costOfWalls(ground: Ground): Promise<Figure[]> {
  const { databaseUrl: owner, service, lifecycle, patients } = ground;
  const bare = await openService({
    databases: { reads: owner, writes: owner, works: owner },
    mode: 'demo',
    poolSize: POOL_SIZE,
    applicationName: 'hemgang-bench-bare',
    warn: () => undefined,
  });
  const walled: Side = { service, lifecycle };
  const open: Side = { service: bare, lifecycle: new DischargeLifecycle(bare, patients) };
  try {
    const caseId = await lifecycle.admit();
    await multiplyCases(owner, { openCases: STOCK });
    return [...(await commands(walled, open)), ...(await reads(walled, open, caseId))];
  } finally {
    await bare.close();
  }
}

async function commands(walled: Side, open: Side): Promise<Figure[]> {
  const sides = [open, walled] as const;
  for (const { lifecycle } of sides) await closedLoop(8, WARM_UP_SECONDS, () => lifecycle.shown());
  const figures: Figure[] = [];
  const ratios: number[] = [];
  for (const clients of CLIENTS) {
    const rates = await inTurn(sides, async ({ lifecycle }) =>
      perSecond(await closedLoop(clients, SECONDS, () => lifecycle.shown())),
    );
    const [without, behind] = rates;
    ratios.push(behind / without);
    figures.push(
      shown(`without walls, ${clients} clients`, without, 'commands/s'),
      shown(`behind walls, ${clients} clients`, behind, 'commands/s'),
    );
  }
  const worst = Math.min(...ratios);
  return [
    ...figures,
    judged('commands behind walls', worst, `at ${CLIENTS.join(' and ')} clients`),
  ];
}

async function reads(walled: Side, open: Side, caseId: string): Promise<Figure[]> {
  const reader = walled.lifecycle.reader(WARD);
  const asked: Readonly<Record<string, (side: Side) => Promise<unknown>>> = {
    'case read': ({ service }) => service.views.case('discharges', caseId, reader),
    'list of cases': ({ service }) => service.views.cases('discharges', reader, PAGE),
    worklist: ({ service }) => service.views.worklist(reader, {}, PAGE),
  };
  const figures: Figure[] = [];
  const ratios: number[] = [];
  for (const [name, read] of Object.entries(asked)) {
    const [without, behind] = await inTurn([open, walled], (side) => p50(() => read(side)));
    ratios.push(behind / without);
    figures.push(
      shown(`${name} without walls, p50`, without, 'ms'),
      shown(`${name} behind walls, p50`, behind, 'ms', `${(behind / without).toFixed(2)} ×`),
    );
  }
  return [...figures, judged('reads behind walls', Math.max(...ratios), 'the slowest of three')];
}

/** The median of each side, which take turns so that a slow minute hits both. */
async function inTurn(
  [first, second]: readonly [Side, Side],
  measure: (side: Side) => Promise<number>,
): Promise<[number, number]> {
  const runs: [number[], number[]] = [[], []];
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    runs[0].push(await measure(first));
    runs[1].push(await measure(second));
  }
  return [median(runs[0]), median(runs[1])];
}

async function p50(read: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < WARM_UP_READS + READS; count += 1) {
    const from = performance.now();
    await read();
    times.push(performance.now() - from);
  }
  return percentile(times.slice(WARM_UP_READS), 0.5);
}
