import { Seeder, type Service } from '@hemgang/cases';
import { DEMO_COUNTY, monthPlan, type Month } from '@hemgang/demo';
import { formatInstant, SECOND_MS, type Instant, type Language } from '@hemgang/kernel';
import { cannot, type Call, type Command, type Outcome } from './command';
import { simulatedLives } from './demo-lives';
import { bar, onceASecond } from './progress';
import { monthTable } from './simulate-table';
import { withService } from './with-service';

/** Two processors wait less for each other with four lives under way than with two. */
const LANES = 4;

const DAYS_MAX = 366;
const SEED_MAX = 999_999_999;

interface Wish {
  readonly days: number;
  readonly seed: number;
}

/** Lives through the days before today in an empty demo, and tells what has happened in them. */
export const simulate: Command = {
  name: 'simulate',
  usage: '--days N --seed N',
  summary: {
    sv: 'lever igenom länets senaste dygn i en tom övning och visar vad som hände',
    en: "lives through the county's last days in an empty demo and shows what happened",
  },
  switches: [],
  values: ['days', 'seed'],
  operands: 0,
  async run(call) {
    const wish = wishOf(call);
    if ('code' in wish) return wish;
    return withService(
      call,
      async (service, { mode }) =>
        mode === 'demo'
          ? simulated(service, call, wish)
          : cannot(
              'Länet simuleras bara i övningsläge.',
              'The county is simulated in demo mode only.',
            ),
      LANES,
    );
  },
};

function wishOf({ values }: Call): Wish | Outcome {
  const days = wholeNumber(values['days'], 1, DAYS_MAX);
  const seed = wholeNumber(values['seed'], 0, SEED_MAX);
  if (days === null) {
    return cannot(
      `Skriv antalet dygn som ett heltal från 1 till ${DAYS_MAX}: --days 30.`,
      `Write the number of days as a whole number from 1 to ${DAYS_MAX}: --days 30.`,
    );
  }
  if (seed === null) {
    return cannot(
      `Skriv fröet som ett heltal från 0 till ${SEED_MAX}: --seed 7.`,
      `Write the seed as a whole number from 0 to ${SEED_MAX}: --seed 7.`,
    );
  }
  return { days, seed };
}

function wholeNumber(text: string | undefined, min: number, max: number): number | null {
  const number = text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  return number >= min && number <= max ? number : null;
}

async function simulated(service: Service, call: Call, wish: Wish): Promise<Outcome> {
  const { seeding } = service;
  if ((await seeding.load()) !== null || !(await seeding.isEmpty())) {
    return cannot(
      'Databasen innehåller redan ärenden. Töm den med npm run db:reset och simulera sedan.',
      'The database holds cases already. Empty it with npm run db:reset and then simulate.',
    );
  }
  const startedMs = performance.now();
  const month = monthPlan({ ...wish, now: service.clock.now() });
  const isWhole = await live(service, call, month);
  if (!isWhole) {
    return cannot(
      'Simuleringen avbröts och länet är halvt. Töm databasen med npm run db:reset.',
      'The simulation was stopped and half a county is there. Empty it with npm run db:reset.',
    );
  }
  const seconds = Math.round((performance.now() - startedMs) / SECOND_MS);
  return monthTable(service, { ...wish, month, seconds }, call.language);
}

/** @returns false when it was stopped on the way */
async function live(service: Service, call: Call, month: Month): Promise<boolean> {
  const parts = simulatedLives(month.stories);
  const lives = parts.flat();
  const { from, until } = month;
  // An unfinished one is not taken up again: nothing is remembered before the end.
  const seeder = new Seeder(service, async (progress) => {
    if (progress.finishedAt !== null) await service.seeding.record(progress);
  });
  const begun = await seeder.begin(lives.length, DEMO_COUNTY);
  if (typeof begun === 'string') return false;
  call.tell(beginningLine(from, until, call.language));
  let progress = begun;
  let upTo = 0;
  for (const part of parts) {
    upTo += part.length;
    progress = await seeder.run(progress, {
      lives,
      upTo,
      now: () => until,
      reminds: true,
      lanes: LANES,
      gently: false,
      stopping: call.stopping,
      onLived: onceASecond((done) => call.tell(bar(done, lives.length))),
    });
  }
  return progress.finishedAt !== null;
}

function beginningLine(from: Instant, until: Instant, language: Language): string {
  const [first, last] = [formatInstant(from, language), formatInstant(until, language)];
  return language === 'sv'
    ? `Länet lever från ${first} till ${last}.`
    : `The county lives from ${first} to ${last}.`;
}
