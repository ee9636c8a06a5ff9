import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openService } from '@hemgang/cases';
import { DEMO_COUNTY } from '@hemgang/demo';
import { startPostgres } from '@hemgang/dev-services';
import { migrateQueue } from '@hemgang/queue';
import { Ceiling } from './ceiling';
import { COMMANDS, DischargeLifecycle } from './discharge-lifecycle';
import { median, percentile, table, type Figure } from './figures';
import { runLoad, type Load } from './load';

/** Medians of three, the two sides in turn, so that a slow minute of the machine hits both. */
const REPETITIONS = 3;
const SECONDS = 3;
const CLIENTS = [1, 8, 32] as const;

interface Sides {
  readonly ceiling: Load[];
  readonly command: Load[];
}

async function measure(databaseUrl: string): Promise<Figure[]> {
  await migrate(databaseUrl);
  await migrateQueue(databaseUrl);
  const poolSize = Math.max(...CLIENTS);
  const service = await openService({
    databaseUrl,
    mode: 'demo',
    poolSize,
    applicationName: 'hemgang-bench',
    warn: () => undefined,
  });
  const ceiling = new Ceiling(databaseUrl, poolSize);
  try {
    await service.replaceDirectory(DEMO_COUNTY);
    await ceiling.prepare();
    return await compare(ceiling, new DischargeLifecycle(service));
  } finally {
    await ceiling.close();
    await service.close();
  }
}

async function compare(ceiling: Ceiling, lifecycle: DischargeLifecycle): Promise<Figure[]> {
  await runLoad(8, SECONDS, () => ceiling.lifecycle(COMMANDS.length));
  await runLoad(8, SECONDS, () => lifecycle.run());
  const figures: Figure[] = [];
  for (const clients of CLIENTS) {
    const sides: Sides = { ceiling: [], command: [] };
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
      const plain = () => ceiling.lifecycle(COMMANDS.length);
      sides.ceiling.push(await runLoad(clients, SECONDS, plain));
      sides.command.push(await runLoad(clients, SECONDS, () => lifecycle.run()));
    }
    figures.push(...figuresOf(clients, sides));
  }
  return figures;
}

function figuresOf(clients: number, { ceiling, command }: Sides): Figure[] {
  const rate = (loads: readonly Load[]) => median(loads.map(({ perSecond }) => perSecond));
  const p = (loads: readonly Load[], share: number) =>
    percentile(
      loads.flatMap(({ latenciesMs }) => latenciesMs),
      share,
    );
  const c = rate(ceiling);
  const own = rate(command);
  const name = `command path, ${clients} client${clients === 1 ? '' : 's'}`;
  const half = { own: p(command, 0.5), c: p(ceiling, 0.5) };
  return [
    { name: `ceiling C, ${clients}`, value: c, unit: 'cmd/s', against: null },
    { name, value: own, unit: 'cmd/s', against: { name: 'C', ratio: own / c } },
    {
      name: `${name}, p50`,
      value: half.own,
      unit: 'ms',
      against: { name: 'C', ratio: half.own / half.c },
    },
    { name: `${name}, p99`, value: p(command, 0.99), unit: 'ms', against: null },
  ];
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hemgang-bench-'));
  const postgres = await startPostgres({ dataDir: join(dataDir, 'data'), durable: true });
  try {
    const figures = await measure(postgres.url);
    const result = { lifecycle: COMMANDS, repetitions: REPETITIONS, seconds: SECONDS, figures };
    const asJson = process.argv.includes('--json');
    process.stdout.write(`${asJson ? JSON.stringify(result, null, 2) : table(figures)}\n`);
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : 'failed'}\n`);
  process.exit(1);
});
