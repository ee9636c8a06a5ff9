import { Client } from 'pg';
import { median, judged, percentile, shown, type Figure } from './figures';
import { WARD } from './discharge-lifecycle';
import { prepareGround, type Ground } from './ground';
import { closedLoop, perSecond } from './load';
import { multiplyCases } from './multiply-cases';

/** Open cases, each with one open duty. */
const SIZES = [1_000, 100_000, 1_000_000] as const;
const READS = 400;
const WARM_UP_READS = 100;
const CLIENTS = 8;
const SECONDS = 4;
const REPETITIONS = 3;
const PAGE = { cursor: null, limit: 50 };

interface AtSize {
  readonly worklist: number;
  readonly caseRead: number;
  readonly rate: number;
}

/**
 * Reads and commands while more and more cases are open. The stock is copied by SQL from a lived
 * case: an admitted patient whose ward owes the inskrivningsmeddelande. All belong to one ward, the
 * hardest case for its worklist.
 */
export async function stockGrows(): Promise<Figure[]> {
  const ground = await prepareGround();
  try {
    const caseId = await ground.lifecycle.admit();
    await closedLoop(CLIENTS, 2 * SECONDS, () => ground.lifecycle.run());
    const results: AtSize[] = [];
    for (const size of SIZES) {
      await multiplyCases(ground.databaseUrl, { openCases: size });
      results.push(await measureAt(ground, caseId));
    }
    const figures = results.flatMap(({ worklist, caseRead, rate }, index) => {
      const at = `${SIZES[index]?.toLocaleString('en')} open duties`;
      return [
        shown(`worklist, ${at}, p95`, worklist, 'ms', 'copied by SQL from a lived case'),
        shown(`case read, ${at}, p95`, caseRead, 'ms'),
        shown(`use case, ${at}, ${CLIENTS} clients`, rate, 'commands/s'),
      ];
    });
    const [small, large] = [results[0], results.at(-1)];
    if (small === undefined || large === undefined) throw new Error('all sizes were measured');
    return [
      ...figures,
      judged('worklist at 1,000,000 duties', large.worklist / small.worklist),
      judged('case read at 1,000,000 duties', large.caseRead / small.caseRead),
      judged('commands at 1,000,000 cases', large.rate / small.rate),
    ];
  } finally {
    await ground.end();
  }
}

async function measureAt(ground: Ground, caseId: string): Promise<AtSize> {
  const { views } = ground.service;
  const reader = ground.lifecycle.reader(WARD);
  // A stock that has grown for years is on disk; one that was copied just now is still being written.
  await checkpoint(ground.databaseUrl);
  const runs: AtSize[] = [];
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    runs.push({
      rate: perSecond(await closedLoop(CLIENTS, SECONDS, () => ground.lifecycle.run())),
      worklist: await p95(() => views.worklist(reader, {}, PAGE)),
      caseRead: await p95(() => views.case('discharges', caseId, reader)),
    });
  }
  return {
    worklist: median(runs.map(({ worklist }) => worklist)),
    caseRead: median(runs.map(({ caseRead }) => caseRead)),
    rate: median(runs.map(({ rate }) => rate)),
  };
}

/** Only the superuser may ask for it; of an embedded server it has the password of our own role. */
async function checkpoint(databaseUrl: string): Promise<void> {
  const address = new URL(databaseUrl);
  address.username = 'postgres';
  const client = new Client({ connectionString: address.href });
  await client.connect();
  await client.query('checkpoint');
  await client.end();
}

async function p95(read: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < WARM_UP_READS + READS; count += 1) {
    const from = performance.now();
    await read();
    times.push(performance.now() - from);
  }
  return percentile(times.slice(WARM_UP_READS), 0.95);
}
