import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readerOf, type Reader } from '@hemgang/access';
import { DatabaseUnavailable } from '@hemgang/cases';
import { addDays, localDate, type LocalDate } from '@hemgang/kernel';
import { median, judged, percentile, shown, type Figure } from './figures';
import { FigureStocks, type FigureStock } from './figure-stock';
import type { Ground } from './ground';

/** As the county lives: some weeks of about twenty stays a day. */
const LIVED_DAYS = 12;

/** A year of the county; ten years a third busier; and a million, in which each year is that of seven counties. */
const STOCKS: readonly FigureStock[] = [
  { cases: 7_300, years: 1 },
  { cases: 100_000, years: 10 },
  { cases: 1_000_000, years: 20 },
];

const READS = 7;
const WARM_UP_READS = 2;

const REGION = 'susanne-agren-region-betalning';
const UMEA = 'peter-holmlund-umea-betalning';
const NURSE = 'anna-lundgren-nus-medicin-2';
const WARD = 'ward:nus-medicin-2';
const MUNICIPALITY = 'municipality:2480';

/** A view of figures by its name. */
interface View {
  readonly name: string;
  open(): Promise<unknown>;
}

/**
 * How long the views of figures take, from a simulated year of the county to a million cases. Some weeks
 * are lived through by the real commands and counted as the worker does; what the cases are part of is
 * then multiplied by SQL.
 */
export async function figuresOpen(ground: Ground): Promise<Figure[]> {
  live(ground);
  while (await ground.service.counted.keeping.round());
  const stocks = await FigureStocks.of(ground.databaseUrl);
  const figures: Figure[] = [];
  try {
    for (const stock of STOCKS) {
      await stocks.become(stock);
      const at = `${stock.cases.toLocaleString('en')} cases in ${stock.years} years`;
      const slowest = await measureAt(ground, at, figures);
      figures.push(
        shown(`figures, ${at}, slowest p95`, slowest, 's', await stocks.sizes()),
        ...(stock === STOCKS[0] ? [judged('figures of a year', slowest, MULTIPLIED)] : []),
        ...(stock === STOCKS.at(-1)
          ? [judged('figures at 1,000,000 cases', slowest, MULTIPLIED)]
          : []),
      );
    }
    return figures;
  } finally {
    await stocks.end();
  }
}

const MULTIPLIED = `${LIVED_DAYS} days lived, multiplied by SQL`;

function live({ databaseUrl }: Ground): void {
  const program = join(__dirname, '..', '..', 'programs', 'cli.js');
  const words = ['simulate', '--days', String(LIVED_DAYS), '--seed', '7'];
  const env = { PATH: process.env['PATH'], HEMGANG_MODE: 'demo', DATABASE_URL: databaseUrl };
  // It judges shares of turns, which so few days do not reach: what it lived is there all the same.
  const ran = spawnSync(process.execPath, [program, ...words], { env, encoding: 'utf8' });
  if (ran.status === null || ran.status > 1) throw new Error(ran.stderr);
}

/** @returns the p95 of the slowest view, s */
async function measureAt(ground: Ground, at: string, figures: Figure[]): Promise<number> {
  let slowest = 0;
  for (const { name, open } of viewsOf(ground)) {
    const times: number[] = [];
    for (let read = 0; read < WARM_UP_READS + READS; read += 1) {
      const from = performance.now();
      const answer = await open().catch(cutOff);
      if (isRefusal(answer)) throw new Error(`${name}: ${JSON.stringify(answer)}`);
      times.push((performance.now() - from) / 1_000);
    }
    const measured = times.slice(WARM_UP_READS);
    const p95 = percentile(measured, 0.95);
    slowest = Math.max(slowest, p95);
    const text = `p95 ${p95.toPrecision(3)} s`;
    figures.push(shown(`${name}, ${at}, median`, median(measured), 's', text));
  }
  return slowest;
}

/** A statement that the pool ends at its limit has taken as long as that. */
function cutOff(error: unknown): null {
  if (error instanceof DatabaseUnavailable) return null;
  throw error;
}

function isRefusal(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'code' in answer;
}

function viewsOf({ service }: Ground): readonly View[] {
  const today = localDate(service.clock.now());
  const reader = (user: string): Reader => {
    const found = readerOf(service.directory(), user, 'sv');
    if (found === null) throw new Error(user);
    return found;
  };
  const [region, umea] = [reader(REGION), reader(UMEA)];
  // Units that take part in stays have no administrator in the demo.
  const atWard: Reader = {
    ...reader(NURSE),
    ...{ roles: ['administrator'], purpose: 'administration' },
  };
  const { places, behind, packs } = service.counted;
  const read = (by: Reader, place: string, from: LocalDate, step: 'week' | 'month') => () =>
    places.read({ place, from, to: today, by: step }, by);
  const drill = (by: Reader, place: string, measure: string) => () =>
    behind.list({ place, measure, from: year, to: today }, { cursor: null, limit: 50 }, by);
  const year = addDays(today, -364);
  const twoYears = addDays(today, -727);
  const month = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
  return [
    { name: 'county by month', open: read(umea, 'county', year, 'month') },
    { name: 'county by week, two years', open: read(umea, 'county', twoYears, 'week') },
    { name: 'municipality by month, its own', open: read(umea, MUNICIPALITY, year, 'month') },
    { name: 'municipality by month, outside', open: read(region, MUNICIPALITY, year, 'month') },
    { name: 'ward by month, its own', open: read(region, WARD, year, 'month') },
    { name: 'ward by month, outside', open: read(umea, WARD, year, 'month') },
    { name: 'ward by week, two years, outside', open: read(umea, WARD, twoYears, 'week') },
    { name: 'cases behind, county', open: drill(region, 'county', 'duties-in-time') },
    { name: 'cases behind, ward', open: drill(atWard, WARD, 'duties-in-time') },
    { name: 'cases behind, municipality', open: drill(umea, MUNICIPALITY, 'beds') },
    {
      name: "joint group's pack, municipality",
      open: () => packs.freeze({ place: MUNICIPALITY, month }, umea),
    },
    {
      name: "joint group's pack, county",
      open: () => packs.freeze({ place: 'county', month }, region),
    },
  ];
}
