import { formatOre, municipalityName, type Language, type Text } from '@hemgang/kernel';
import {
  policyById,
  readStays,
  settleStays,
  withRates,
  type MonthFigures,
  type PaymentPolicy,
  type Settled,
} from '@workflows/payment';
import { cannot, type Command } from './command';
import { readJsonFile } from './json-file';
import { allOf, amountLines, enteredRates, NO_SUCH_POLICY } from './payment-policy';

/** Settles a municipality's months; docs/payment.md tells how the file is written. */
export const paymentSettle: Command = {
  name: 'payment settle',
  usage: 'STAYS.json --policy ID [--rates RATES.json]',
  summary: {
    sv: 'räknar en kommuns månader efter en betalningsmodell',
    en: "reckons a municipality's months under a policy",
  },
  switches: [],
  values: ['policy', 'rates'],
  operands: 1,
  async run({ operands, values, language }) {
    if (values['policy'] === undefined) {
      return cannot('Ange betalningsmodellen med --policy.', 'Name the policy with --policy.');
    }
    const file = await readJsonFile(operands[0] ?? '');
    if ('why' in file) return { code: 2, why: file.why };
    const { content: stays, faults } = readStays(file.content);
    if (stays === undefined) return { code: 2, why: allOf(faults) };
    const known = policyById(values['policy']);
    if (known === undefined) return { code: 2, why: NO_SUCH_POLICY };
    const entered = await enteredRates(values['rates']);
    if ('why' in entered) return { code: 2, why: entered.why };
    const policy = withRates(known, entered.rates);
    const settled = settleStays(stays, policy);
    return {
      code: 0,
      lines: [
        ...linesOf(stays.municipality, policy, settled, language),
        ...amountLines(entered.rates, language),
      ],
      data: settled,
    };
  },
};

const WORDS = {
  month: { sv: 'månad', en: 'month' },
  n: { sv: 'antal', en: 'stays' },
  sum: { sv: 'dagar', en: 'days' },
  average: { sv: 'snitt (betalning)', en: 'average (payment)' },
  skr: { sv: 'snitt (SKR)', en: 'average (SKR)' },
  excess: { sv: 'att betala', en: 'to pay' },
  money: { sv: 'belopp', en: 'amount' },
  unknown: { sv: '–', en: '–' },
  combined: { sv: 'Tillsammans', en: 'Together' },
  triggered: { sv: 'Tröskeln är överskriden', en: 'The threshold is exceeded' },
  notTriggered: { sv: 'Tröskeln är inte överskriden', en: 'The threshold is not exceeded' },
  noThreshold: { sv: 'Tröskeln är inte känd', en: 'The threshold is not known' },
} as const satisfies Record<string, Text>;

function linesOf(
  municipality: string,
  policy: PaymentPolicy,
  { months, combined, triggered }: Settled,
  language: Language,
): string[] {
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const head = (['month', 'n', 'sum', 'average', 'skr', 'excess', 'money'] as const).map(say);
  const rows = [head, ...months.map((month) => cellsOf(month, language))];
  const widths = head.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const verdict =
    triggered === undefined
      ? []
      : [say(triggered === null ? 'noThreshold' : triggered ? 'triggered' : 'notTriggered')];
  return [
    `${municipalityName(municipality)} · ${policy.id}: ${policy.title[language]}`,
    '',
    ...rows.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')),
    ...(combined === undefined
      ? []
      : [`${say('combined')}: ${number(combined.averageDays, language)}`]),
    ...verdict,
  ];
}

function cellsOf(figures: MonthFigures, language: Language): string[] {
  const { month, n, sumDays, averageDays, skrAverageDays, excessDays, totalOre } = figures;
  return [
    month,
    String(n),
    String(sumDays),
    number(averageDays, language),
    number(skrAverageDays, language),
    excessDays === null ? WORDS.unknown[language] : String(excessDays),
    totalOre === null ? WORDS.unknown[language] : formatOre(totalOre, language),
  ];
}

/** For the eye only: two decimals. */
function number(value: number | null, language: Language): string {
  if (value === null) return WORDS.unknown[language];
  const text = value.toFixed(2);
  return language === 'sv' ? text.replace('.', ',') : text;
}
