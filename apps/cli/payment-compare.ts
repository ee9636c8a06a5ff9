import type { ComparedMunicipality, DayUnder, PaymentComparison } from '@hemgang/cases';
import { formatOre, municipalityName, type Language, type Text } from '@hemgang/kernel';
import { z } from 'zod';
import { DAY_WORDS, HINDRANCE_WORDS, policyById } from '@workflows/payment';
import { cannot, type Command } from './command';
import { amountLines, NO_SUCH_POLICY } from './payment-policy';
import { withService } from './with-service';

/** A day of this century, as policies and rates know them. */
const day = z.iso.date().regex(/^20/);

/** Two policies on the stays that are recorded. It reads every stay of the time, and shows no patient. */
export const paymentCompare: Command = {
  name: 'payment compare',
  usage: '--from DATE --to DATE --policy A --policy B',
  summary: {
    sv: 'jämför två betalningsmodeller på avslutade vårdtillfällen, kommun för kommun',
    en: 'compares two policies on the stays that have ended, municipality by municipality',
  },
  switches: [],
  values: ['from', 'to'],
  lists: ['policy'],
  operands: 0,
  async run(call) {
    const { values, lists, language } = call;
    const { from = '', to = '' } = values;
    if (!day.safeParse(from).success || !day.safeParse(to).success || from > to) {
      return cannot(
        'Ange första och sista dagen som --from 2026-01-01 --to 2026-01-31, i den ordningen.',
        'Give the first and the last day as --from 2026-01-01 --to 2026-01-31, in that order.',
      );
    }
    const ids = lists['policy'] ?? [];
    const [first, second] = ids;
    if (ids.length !== 2 || first === second) {
      return cannot(
        'Ange två olika betalningsmodeller: --policy A --policy B.',
        'Name two different policies: --policy A --policy B.',
      );
    }
    const [a, b] = [policyById(first ?? ''), policyById(second ?? '')];
    if (a === undefined || b === undefined) return { code: 2, why: NO_SUCH_POLICY };
    return withService(call, async ({ payment }) => {
      const comparison = await payment.compare({ from, to, policies: [a, b] });
      return { code: 0, lines: linesOf(comparison, language), data: comparison };
    });
  },
};

const WORDS = {
  nothing: {
    sv: 'Inga vårdtillfällen har avslutats under tiden.',
    en: 'No stays have ended in that time.',
  },
  stays: { sv: 'vårdtillfällen', en: 'stays' },
  delay: { sv: 'dagar som utskrivningsklar', en: 'days as utskrivningsklar' },
  toPay: { sv: 'dygn att betala', en: 'days to pay' },
  unknown: { sv: 'kan inte sägas', en: 'cannot be said' },
  noMoney: { sv: 'inga kronor', en: 'no money' },
  hindered: { sv: 'hindrade', en: 'hindered' },
  days: { sv: 'dagar', en: 'days' },
  none: { sv: 'räknas inte', en: 'not counted' },
} as const satisfies Record<string, Text>;

function linesOf({ municipalities, amounts }: PaymentComparison, language: Language): string[] {
  if (municipalities.length === 0) return [WORDS.nothing[language]];
  const lines = municipalities.flatMap((one, index) => [
    ...(index === 0 ? [] : ['']),
    ...municipalityLines(one, language),
  ]);
  return [...lines, ...amountLines(amounts, language)];
}

function municipalityLines(
  { municipality, a, b, reasons }: ComparedMunicipality,
  language: Language,
): string[] {
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  return [
    municipalityName(municipality),
    ...[a, b].flatMap(({ policy, n, delayDays, days, totalOre, hindered }) => [
      [
        `  ${policy}: ${n} ${say('stays')}`,
        `${delayDays} ${say('delay')}`,
        `${say('toPay')}: ${days ?? say('unknown')}`,
        totalOre === null ? say('noMoney') : formatOre(totalOre, language),
      ].join(' · '),
      ...hindered.map(
        ({ code, stays }) =>
          `    ${say('hindered')}: ${stays} (${code}, ${HINDRANCE_WORDS[code][language]})`,
      ),
    ]),
    ...reasons.map(
      ({ a: one, b: other, days }) =>
        `    ${days} ${say('days')}: ${dayUnder(one, language)} → ${dayUnder(other, language)}`,
    ),
  ];
}

function dayUnder({ reason, rule }: DayUnder, language: Language): string {
  return reason === null ? WORDS.none[language] : `${DAY_WORDS[reason][language]} (${rule ?? ''})`;
}
