import type { EnteredRateView, NotEntered } from '@hemgang/cases';
import { formatInstant, formatOre, type Language, type Text } from '@hemgang/kernel';
import { MISSING_RATES, NATIONAL_RATES } from '@workflows/payment';
import { z } from 'zod';
import { cannot, type Command } from './command';
import { withService } from './with-service';

/** As the table of amounts takes them. */
const newRate = z.object({
  year: z.coerce.number().int().min(2018).max(2099),
  kronor: z.coerce.number().int().positive().max(100_000),
  source: z.string().trim().min(1),
  by: z.string().min(1),
});

const WHY: Readonly<Record<NotEntered, Text>> = {
  'not-an-administrator': {
    sv: 'Beloppet anges av en administratör i regionen: --by är hens uppdrag.',
    en: 'The amount is entered by an administrator of the region: --by is their assignment.',
  },
  'has-an-amount': {
    sv: 'Året har redan ett belopp i programmet.',
    en: 'The program has an amount of that year already.',
  },
};

/** Enters what a day of care costs in a year. An amount that is there already stays readable. */
export const paymentRatesAdd: Command = {
  name: 'payment rates add',
  usage: '--year YEAR --kronor N --source TEXT --by ASSIGNMENT',
  summary: {
    sv: 'anger vad ett vårddygn kostar ett år',
    en: 'enters what a day of care costs in a year',
  },
  switches: [],
  values: ['year', 'kronor', 'source', 'by'],
  operands: 0,
  async run(call) {
    const { data: rate } = newRate.safeParse(call.values);
    if (rate === undefined) {
      return cannot(
        'Ange år, hela kronor, källa och vem: --year 2026 --kronor 12300 --source "HSLF-FS 2025:74" --by UPPDRAG.',
        'Give year, whole kronor, source and who: --year 2026 --kronor 12300 --source "HSLF-FS 2025:74" --by ASSIGNMENT.',
      );
    }
    return withService(call, async ({ payment: { rates } }) => {
      const entered = await rates.enter(rate);
      if (entered !== 'entered') return { code: 2, why: WHY[entered] };
      const last = (await rates.history()).filter(({ year }) => year === rate.year);
      return { code: 0, lines: last.map((row) => lineOf(row, call.language)), data: last };
    });
  },
};

const WORDS = {
  own: { sv: 'ingår i programmet', en: 'part of the program' },
  none: { sv: 'inget belopp', en: 'no amount' },
  replaced: { sv: 'ersatt', en: 'replaced' },
} as const satisfies Record<string, Text>;

/** All amounts: the program's, what was entered with its history, and years that have none. */
export const paymentRatesList: Command = {
  name: 'payment rates list',
  usage: '',
  summary: {
    sv: 'visar beloppen per år, med källa, dag och vem som angav dem',
    en: 'shows the amounts by year, with source, day and who entered them',
  },
  switches: [],
  operands: 0,
  run: (call) =>
    withService(call, async ({ payment: { rates } }) => {
      const { language } = call;
      const entered = await rates.history();
      const missing = MISSING_RATES.filter(({ year }) =>
        entered.every((row) => String(row.year) !== year),
      );
      const lines = [
        ...NATIONAL_RATES.map(({ from, orePerDay, source }) => {
          const money = formatOre(orePerDay, language);
          return `${from.slice(0, 4)}  ${money} · ${source} · ${WORDS.own[language]}`;
        }),
        ...entered.map((row) => lineOf(row, language)),
        ...missing.map(({ year, note }) => `${year}  ${WORDS.none[language]} · ${note}`),
      ];
      return {
        code: 0,
        lines: lines.sort((a, b) => (a.slice(0, 4) < b.slice(0, 4) ? -1 : 1)),
        data: { program: NATIONAL_RATES, entered, missing },
      };
    }),
};

function lineOf(
  { year, orePerDay, source, enteredAt, enteredBy, inForce }: EnteredRateView,
  language: Language,
): string {
  const parts = [
    formatOre(orePerDay, language),
    source,
    `${formatInstant(enteredAt, language)}, ${enteredBy.name}`,
    ...(inForce ? [] : [WORDS.replaced[language]]),
  ];
  return `${year}  ${parts.join(' · ')}`;
}
