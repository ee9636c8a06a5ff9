import { constants, setPriority } from 'node:os';
import { setImmediate as immediately } from 'node:timers/promises';
import { flaws } from './simulated-flaws.fixture';
import { SimulatedLife, type Kind, type Lived } from './simulated-life.fixture';
import { loans } from './simulated-loans.fixture';
import { stays } from './simulated-stays.fixture';

/**
 * The program that lives simulated lives, in a process of its own: under jest each promise costs
 * three times as much. `HEMGANG_LIVES` says what to do, the last line of the output what came of it.
 */

/** One life in so many is a discharge of the county, thirty times as long as a loan. */
const STAYS_EVERY = 1_000;

export type Order =
  | { readonly what: 'live' | 'live-twice'; readonly from: number; readonly count: number }
  | { readonly what: 'flaws'; readonly from: number; readonly most: number };

export interface LivesLived {
  readonly lives: number;
  readonly stays: number;
  /** Everything that can be counted, summed over the lives. */
  readonly sums: Readonly<Record<string, number>>;
  /** A number for all that happened: the same seeds give the same. */
  readonly digest: number;
  readonly faults: readonly { readonly seed: number; readonly faults: readonly string[] }[];
}

/** By the name of the flaw: the first seed that found it, null when none did. */
export type FlawsFound = Readonly<Record<string, number | null>>;

/** Dead processes leave timers behind, which must run out now and then. */
const REST_EVERY = 50;

/** A few examples are enough to mend something. */
const FAULTS_MAX = 10;

async function live(from: number, count: number): Promise<LivesLived> {
  const kinds = { loans: loans(), stays: stays() };
  const sums: Record<string, number> = {};
  const faults: { seed: number; faults: readonly string[] }[] = [];
  let [staysLived, digest] = [0, 0];
  for (let seed = from; seed < from + count; seed += 1) {
    if (seed % REST_EVERY === 0) await immediately();
    const isStay = seed % STAYS_EVERY === 0;
    if (isStay) staysLived += 1;
    const lived = await new SimulatedLife(isStay ? kinds.stays : kinds.loans, seed).live();
    for (const [name, value] of Object.entries(lived.counts))
      sums[name] = (sums[name] ?? 0) + value;
    digest = (Math.imul(digest, 31) + lived.digest) | 0;
    if (lived.faults.length === 0) continue;
    if (faults.length < FAULTS_MAX) faults.push({ seed, faults: [...new Set(lived.faults)] });
    sums['broken promises'] = (sums['broken promises'] ?? 0) + lived.faults.length;
  }
  return { lives: count, stays: staysLived, sums, digest, faults };
}

async function findFlaws(from: number, most: number): Promise<FlawsFound> {
  const kind = loans();
  const found: Record<string, number | null> = {};
  for (const name of Object.keys(flaws)) found[name] = await firstToFind(kind, name, from, most);
  return found;
}

async function firstToFind(kind: Kind, name: string, from: number, most: number) {
  const flaw = flaws[name];
  for (let seed = from; flaw !== undefined && seed < from + most; seed += 1) {
    const lived: Lived = await new SimulatedLife(kind, seed, flaw.built).live();
    if (lived.faults.some((fault) => flaw.breaks.test(fault))) return seed;
  }
  return null;
}

async function answerTo(order: Order): Promise<LivesLived | LivesLived[] | FlawsFound> {
  switch (order.what) {
    case 'live':
      return live(order.from, order.count);
    case 'live-twice':
      return [await live(order.from, order.count), await live(order.from, order.count)];
    case 'flaws':
      return findFlaws(order.from, order.most);
  }
}

async function main(): Promise<void> {
  // Time is a number here: others, whose promises are held against the clock, go first.
  setPriority(constants.priority.PRIORITY_LOW);
  const answer = await answerTo(JSON.parse(process.env['HEMGANG_LIVES'] ?? '') as Order);
  process.stdout.write(`\n${JSON.stringify(answer)}\n`, () => process.exit());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
