import { localDate } from '@hemgang/kernel';
import { policyById, statute, vasterbotten } from '@workflows/payment';
import { median, shown, type Figure } from './figures';
import type { Ground } from './ground';

/** Ended stays that are read. Few: what is asked is whether time per stay grows with them. */
const FEW = 250;
const MANY = 1_000;
const CLIENTS = 8;
const REPETITIONS = 5;
const MUNICIPALITY = '2480';

/** How fast recorded stays are compared and a month's basis is made: from their logs, with the database. */
export async function recordedPayment(ground: Ground): Promise<Figure[]> {
  await live(ground, FEW);
  const few = await measured(ground);
  await live(ground, MANY - FEW);
  const many = await measured(ground);
  const growth = (ofMany: number, ofFew: number) =>
    `${(ofMany / MANY / (ofFew / FEW)).toFixed(2)} × the time per stay of ${FEW} stays`;
  return [
    shown(
      `payment compare, ${MANY.toLocaleString('en')} recorded stays`,
      many.compareMs,
      'ms',
      growth(many.compareMs, few.compareMs),
    ),
    shown(
      `basis of a municipality's month, ${MANY.toLocaleString('en')} recorded stays`,
      many.basisMs,
      'ms',
      `${growth(many.basisMs, few.basisMs)}; ${(many.basisMs / many.compareMs).toFixed(2)} × payment compare`,
    ),
  ];
}

/** Lives stays to their end. */
async function live({ lifecycle }: Ground, count: number): Promise<void> {
  let left = count;
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      for await (const _ of lifecycle.run());
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

interface Measured {
  readonly compareMs: number;
  readonly basisMs: number;
}

async function measured({ service, pool }: Ground): Promise<Measured> {
  await pool.query('analyze');
  const { payment, clock } = service;
  const today = localDate(clock.now());
  const from = `${today.slice(0, 7)}-01`;
  const policies = [vasterbotten, policyById('genomsnitt-manad-3') ?? statute] as const;
  const runs: Measured[] = [];
  for (let count = 0; count < REPETITIONS; count += 1) {
    runs.push({
      compareMs: await timed(() => payment.compare({ from, to: today, policies })),
      basisMs: await timed(() => payment.monthBasis(MUNICIPALITY, today.slice(0, 7))),
    });
  }
  return {
    compareMs: median(runs.map(({ compareMs }) => compareMs)),
    basisMs: median(runs.map(({ basisMs }) => basisMs)),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
