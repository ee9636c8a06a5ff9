import {
  formatDate,
  formatInstant,
  formatOre,
  municipalityName,
  type Language,
  type Text,
} from '@hemgang/kernel';
import {
  ledger,
  payerOf,
  paysByDay,
  statute,
  type DayReason,
  type HindranceCode,
  type Ledger,
  type LedgerPeriod,
  type LedgerRow,
  type PaymentFacts,
  type PaymentPolicy,
  type Precondition,
  type Requirement,
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
  simulation: {
    sv: 'SIMULERING enligt lagens modell, gäller inte här',
    en: "SIMULATION by the law's model, not in force here",
  },
} as const satisfies Record<string, Text>;

const REASONS: Readonly<Record<DayReason, Text>> = {
  FREE_DAY: { sv: 'fri dag', en: 'free day' },
  BLOCKED: { sv: 'hindrad', en: 'blocked' },
  CHARGEABLE: { sv: 'betalas', en: 'to pay' },
  ANALYSIS_ONLY: { sv: 'räknas', en: 'counted' },
};

const REQUIREMENTS: Readonly<Record<Requirement, Text>> = {
  INSKRIVNING_24H: { sv: 'inskrivningsmeddelande i tid', en: 'notice of admission in time' },
  USK_NOTICE: { sv: 'underrättelse skickad', en: 'notice of readiness sent' },
  KALLELSE_3D: { sv: 'kallelse till SIP i tid', en: 'kallelse to the SIP in time' },
  OPEN_CARE_CLEAR: { sv: 'den öppna vården klarlagd', en: 'open care clarified' },
  NOT_OPPOSED: { sv: 'patienten motsätter sig inte', en: 'the patient does not object' },
};

const HINDRANCES: Readonly<Record<HindranceCode, Text>> = {
  INSKRIVNING_MISSING: { sv: 'har inte skickats', en: 'has not been sent' },
  INSKRIVNING_LATE: { sv: 'skickades för sent', en: 'was sent too late' },
  KALLELSE_MISSING: { sv: 'har inte skickats', en: 'has not been sent' },
  KALLELSE_LATE: { sv: 'skickades för sent', en: 'was sent too late' },
  OPEN_CARE_NOT_CLEAR: { sv: 'är inte klarlagd', en: 'has not been clarified' },
  MEASURES_OPPOSED: { sv: 'har sagt nej', en: 'has said no' },
};

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
  const what = REQUIREMENTS[requirement][language];
  const until = latest === null ? '' : ` · ${say('latest')} ${timeOf(latest, language)}`;
  if (hindrance !== null) {
    return `  ${say('notMet')}: ${what} ${HINDRANCES[hindrance.code][language]} (${rule})${until}`;
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
    REASONS[reason][language].padEnd(10),
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
  return [`${WORDS.simulation[language]}: ${sumLine(answer, statute, language)}`];
}
