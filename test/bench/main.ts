import { arch, cpus, totalmem } from 'node:os';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsInProcess, commandsOverHttp } from './commands';
import { COMMANDS } from './discharge-lifecycle';
import { noticesDrained } from './drain';
import { table, type Figure } from './figures';
import { figuresOpen } from './figure-views';
import { prepareGround, type Ground } from './ground';
import { interaction } from './interaction';
import { invalidInputsAnswered } from './invalid-answers';
import { noticesHandled } from './notices';
import { paymentReckoned } from './payment';
import { profileOfCommands } from './profile';
import { recordedPayment } from './recorded-payment';
import { logsSealed } from './seals';
import { sizeOfCases } from './size';
import { stockGrows } from './stock';
import { manyTimers, singleTimers } from './timers';
import { costOfWalls } from './walls';

/** On one database, one after another, so that what is compared has met the same machine. */
const GROUPS: Readonly<Record<string, () => Promise<Figure[]>>> = {
  commands: () =>
    onGround(async (ground) => [
      ...(await commandsInProcess(ground, 'Redis')),
      ...(await commandsInProcess(ground, 'PostgreSQL')),
    ]),
  profile: () => onGround(profileOfCommands),
  http: () =>
    onGround(async (ground) => [
      ...(await commandsOverHttp(ground, 'Redis')),
      ...(await commandsOverHttp(ground, 'PostgreSQL')),
    ]),
  notices: () =>
    onGround(async (ground) => [
      ...(await noticesHandled(ground, 'Redis')),
      ...(await noticesHandled(ground, 'PostgreSQL')),
    ]),
  drain: () =>
    onGround(async (ground) => [
      ...(await noticesDrained(ground, 'Redis')),
      ...(await noticesDrained(ground, 'PostgreSQL')),
    ]),
  timers: async () => [...(await singleTimers()), ...(await manyTimers())],
  seals: () => onGround(logsSealed),
  walls: () => onGround(costOfWalls),
  size: sizeOfCases,
  inputs: () => onGround(invalidInputsAnswered),
  payment: async () => [...(await paymentReckoned()), ...(await onGround(recordedPayment))],
  stock: stockGrows,
  figures: () => onGround(figuresOpen),
  interaction: () => onGround(interaction),
};

async function onGround(measure: (ground: Ground) => Promise<Figure[]>): Promise<Figure[]> {
  const ground = await prepareGround();
  try {
    return await measure(ground);
  } finally {
    await ground.end();
  }
}

/** `npm run bench [-- --json] [group …]`: all groups, or those that are named. */
async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const asJson = words.includes('--json');
  const named = words.filter((word) => word !== '--json');
  const unknown = named.filter((name) => GROUPS[name] === undefined);
  if (unknown.length > 0) {
    throw new Error(`unknown: ${unknown.join(', ')}; there are ${Object.keys(GROUPS).join(', ')}`);
  }
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(GROUPS)) {
    if (named.length > 0 && !named.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    figures.push(...(await measure()));
  }
  const result = { ...headOf(), lifecycle: COMMANDS, figures };
  if (named.length === 0) keep(result);
  process.stdout.write(`${asJson ? JSON.stringify(result, null, 2) : table(figures)}\n`);
}

function headOf(): object {
  const [processor] = cpus();
  return {
    at: new Date().toISOString(),
    node: process.version,
    machine: `${cpus().length} × ${processor?.model ?? arch()}, ${Math.round(totalmem() / 2 ** 30)} GB`,
  };
}

/** For `npm run results`; a run of some groups only is not kept. */
function keep(result: object): void {
  const folder = join(__dirname, '..', '..', '..', 'test-results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(result, null, 2)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : 'failed'}\n`);
  process.exit(1);
});
