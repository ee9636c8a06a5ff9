import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { plusMs } from '@hemgang/kernel';
import { ledger, settleStays, statute, type PaymentFacts, type Stays } from '@workflows/payment';
import { median, shown, type Figure } from './figures';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BEGIN = '2023-01-02T08:00:00.000Z';

/** One stay's rows are reckoned so often that a clock can see it. */
const LEDGERS = 20_000;
const REPETITIONS = 3;

/** Patients who were utskrivningsklara in a year: of a county, and of Sweden. */
const COUNTY = 8_000;
const NATION = 300_000;
const MONTHS = 12;

/** How fast days are explained and months settled, in memory: the ledger is pure. */
export async function paymentReckoned(): Promise<Figure[]> {
  const rates = repeated(() => rowsPerSecond());
  const county = repeated(() => settled(COUNTY));
  const nation = repeated(() => settled(NATION));
  const growth = nation.seconds / NATION / (county.seconds / COUNTY);
  return [
    shown('ledger', rates.perSecond, 'rows/s'),
    shown('settlement of a county, 8,000 stays', county.seconds * 1_000, 'ms'),
    shown('settlement of a county, memory', county.megabytes, 'MB'),
    shown('settlement of the nation, 300,000 stays', nation.seconds * 1_000, 'ms'),
    shown('settlement of the nation, memory', nation.megabytes, 'MB'),
    shown('time per stay, the nation against a county', growth, '×'),
  ];
}

/** The medians of each figure. */
function repeated<Named extends string>(
  measure: () => Readonly<Record<Named, number>>,
): Readonly<Record<Named, number>> {
  const runs = Array.from({ length: REPETITIONS }, measure);
  const names = Object.keys(runs[0] ?? {}) as Named[];
  const entries = names.map((name) => [name, median(runs.map((run) => run[name]))]);
  return Object.fromEntries(entries) as Record<Named, number>;
}

function rowsPerSecond(): { readonly perSecond: number } {
  const facts = Array.from({ length: 20 }, (_, days) => factsOf(days));
  let rows = 0;
  const from = performance.now();
  for (let count = 0; count < LEDGERS; count += 1) {
    const stay = facts[count % facts.length];
    if (stay !== undefined) rows += ledger(stay, statute).delayDays;
  }
  return { perSecond: (rows * 1_000) / (performance.now() - from) };
}

/** A stay with every condition, whose period lasts so many days. */
function factsOf(days: number): PaymentFacts {
  const at = (hours: number) => plusMs(BEGIN, hours * HOUR_MS);
  const events = [
    { type: 'inskrivningsmeddelande-sent', at: at(2), id: 1 },
    { type: 'utskrivningsklar-sent', at: at(49), id: 2 },
    { type: 'kallelse-sent', at: at(52), id: 3 },
    { type: 'open-care-unavailable', at: at(53), id: 4 },
    { type: 'open-care-clarified', at: at(60), id: 5 },
    { type: 'discharged', at: at(61 + 24 * days), id: 6 },
  ] as const;
  return {
    admittedAt: BEGIN,
    needAssessedAt: null,
    careType: 'somatic',
    folkbokforing: '2480',
    placedBy: null,
    region: '24',
    sipRequired: true,
    sipDeclined: false,
    asOf: at(61 + 24 * days),
    events,
  };
}

/** A year of stays, settled by the law's own model: every day of every stay is looked at. */
function settled(count: number): { readonly seconds: number; readonly megabytes: number } {
  const stays = yearOf(count);
  collectGarbage();
  const heapBefore = process.memoryUsage().heapUsed;
  const from = performance.now();
  const { months } = settleStays(stays, statute);
  const seconds = (performance.now() - from) / 1_000;
  const megabytes = Math.max(0, process.memoryUsage().heapUsed - heapBefore) / 2 ** 20;
  if (months.reduce((sum, { n }) => sum + n, 0) !== count) throw new Error('stays are missing');
  return { seconds, megabytes };
}

/** So that what the settlement takes is not hidden by what was there before. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

function yearOf(count: number): Stays {
  const months = Array.from({ length: MONTHS }, (_, index) => {
    const month = `2023-${String(index + 1).padStart(2, '0')}`;
    const ended = `${month}-20T09:00:00.000Z`;
    const stays = Array.from({ length: count / MONTHS }, (_, place) => ({
      notices: [{ at: plusMs(ended, -(place % 13) * DAY_MS) }],
      dischargedAt: ended,
    }));
    return { month, stays };
  });
  const [first] = months;
  // What a division by twelve leaves over belongs to January.
  const missing = count - months.reduce((sum, { stays }) => sum + stays.length, 0);
  first?.stays.push(...first.stays.slice(0, missing));
  return { municipality: '2480', months };
}
