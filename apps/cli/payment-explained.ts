import {
  formatDate,
  formatInstant,
  formatOre,
  municipalityName,
  type Language,
  type Text,
} from '@hemgang/kernel';
import {
  DAY_WORDS,
  HINDRANCE_WORDS,
  ledger,
  payerOf,
  paysByDay,
  REQUIREMENT_WORDS,
  SIMULATION,
  statute,
  type Ledger,
  type LedgerPeriod,
  type LedgerRow,
  type PaymentFacts,
  type PaymentPolicy,
  type Precondition,
} from '@workflows/payment';

const WORDS = {
  payer: { sv: 'Betalar', en: 'Pays' },
  nobody: { sv: 'ingen kommun är känd', en: 'no municipality is known' },
  noPeriod: {
    sv: 'Patienten har inte varit utskrivningsklar.',
    en: 'The patient has not been utskrivningsklar.',
  },
  notice: { sv: 'Underrättelse', en: 'Notice' },
  liable: { sv: 'ansvar från', en: 'liable from' },
  ends: { sv: 'slut', en: 'ends' },
  open: { sv: 'pågår', en: 'goes on' },
  met: { sv: 'uppfyllt', en: 'met' },
  latest: { sv: 'senast', en: 'latest' },
  notMet: { sv: 'HINDRAR', en: 'HINDERS' },
  event: { sv: 'händelse', en: 'event' },
  delay: { sv: 'Dagar som utskrivningsklar', en: 'Days as utskrivningsklar' },
  toPay: { sv: 'dygn att betala', en: 'days to pay' },
  noAmount: { sv: 'belopp saknas för ett av åren', en: 'the amount of a year is missing' },
  noMoney: { sv: 'inga kronor enligt denna modell', en: 'no money under this model' },
} as const satisfies Record<string, Text>;

/** The same answer for a person: every row with its reason and its rule. */
export function explained(
  facts: PaymentFacts,
  policy: PaymentPolicy,
  answer: Ledger,
  language: Language,
): string[] {
  const { municipality, rule } = payerOf(facts);
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const payer = municipality === null ? say('nobody') : municipalityName(municipality);
  return [
    `${policy.id}: ${policy.title[language]}`,
    `${say('payer')}: ${payer} (${rule})`,
    ...(answer.periods.length === 0 ? ['', say('noPeriod')] : []),
    ...answer.periods.flatMap((period) => ['', ...periodLines(period, language)]),
    '',
    `${say('delay')}: ${answer.delayDays}`,
    sumLine(answer, policy, language),
    ...(paysByDay(policy) ? [] : simulated(facts, language)),
  ];
}

function periodLines(period: LedgerPeriod, language: Language): string[] {
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const { noticeAt, liableFrom, endsOn, preconditions, rows } = period;
  const ends = endsOn === null ? say('open') : `${say('ends')} ${formatDate(endsOn, language)}`;
  return [
    `${say('notice')} ${formatInstant(noticeAt, language)} · ` +
      `${say('liable')} ${formatDate(liableFrom, language)} · ${ends}`,
    ...preconditions.map((precondition) => conditionLine(precondition, language)),
    ...rows.map((row) => rowLine(row, language)),
  ];
}

function conditionLine(
  { requirement, rule, latest, metBy, hindrance }: Precondition,
  language: Language,
): string {
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const what = REQUIREMENT_WORDS[requirement][language];
  const until = latest === null ? '' : ` · ${say('latest')} ${timeOf(latest, language)}`;
  if (hindrance !== null) {
    return `  ${say('notMet')}: ${what} ${HINDRANCE_WORDS[hindrance.code][language]} (${rule})${until}`;
  }
  const by = metBy === null ? '' : ` ${formatInstant(metBy.at, language)}`;
  return `  ${say('met')}: ${what}${by} (${rule})${until}`;
}

function timeOf(latest: NonNullable<Precondition['latest']>, language: Language): string {
  return 'on' in latest ? formatDate(latest.on, language) : formatInstant(latest.at, language);
}

function rowLine({ date, reason, rule, events, amountOre }: LedgerRow, language: Language): string {
  const amount =
    reason === 'CHARGEABLE' && amountOre !== null ? formatOre(amountOre, language) : '';
  const cells = [
    formatDate(date, language).padEnd(10),
    DAY_WORDS[reason][language].padEnd(10),
    rule.padEnd(20),
    `${WORDS.event[language]} ${events.join(', ')}`.padEnd(16),
    amount,
  ];
  return `  ${cells.join(' ').trimEnd()}`;
}

function sumLine(
  { totalDays, totalOre }: Ledger,
  policy: PaymentPolicy,
  language: Language,
): string {
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  if (!paysByDay(policy)) return say('noMoney');
  const money = totalOre === null ? say('noAmount') : formatOre(totalOre, language);
  return `${totalDays} ${say('toPay')}: ${money}`;
}

function simulated(facts: PaymentFacts, language: Language): string[] {
  const answer = ledger(facts, statute);
  return [`${SIMULATION[language]}: ${sumLine(answer, statute, language)}`];
}
