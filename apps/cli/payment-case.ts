import type { ConditionView, PaymentDayView, PaymentView } from '@hemgang/cases';
import {
  formatDate,
  formatInstant,
  formatOre,
  municipalityName,
  type Language,
  type Text,
} from '@hemgang/kernel';
import { CASE_ID, NO_CASE_ID } from './case-id';
import { cannot, type Command } from './command';
import { amountLines } from './payment-policy';
import { withService } from './with-service';

/** The ledger of a recorded stay, as the API tells it. Says nothing of the patient; the look is logged. */
export const paymentCase: Command = {
  name: 'payment case',
  usage: 'CASE_ID',
  summary: {
    sv: 'visar ett registrerat vårdtillfälles dagar, villkor och belopp, utan patientuppgifter',
    en: 'shows the days, conditions and amounts of a recorded stay, without patient data',
  },
  switches: [],
  operands: 1,
  async run(call) {
    const [id = ''] = call.operands;
    if (!CASE_ID.test(id)) return { code: 2, why: NO_CASE_ID };
    return withService(call, async ({ payment }) => {
      const view = await payment.inspect(id.toLowerCase(), call.language);
      if (view === null) return cannot('Vårdtillfället finns inte.', 'There is no such stay.');
      return { code: 0, lines: linesOf(view, call.language), data: view };
    });
  },
};

const WORDS = {
  pays: { sv: 'Betalar', en: 'Pays' },
  nobody: { sv: 'ingen kommun är känd', en: 'no municipality is known' },
  from: { sv: 'från', en: 'from' },
  until: { sv: 'till', en: 'until' },
  notice: { sv: 'Underrättelse', en: 'Notice' },
  liable: { sv: 'ansvar från', en: 'liable from' },
  ends: { sv: 'slut', en: 'ends' },
  open: { sv: 'pågår', en: 'goes on' },
  met: { sv: 'uppfyllt', en: 'met' },
  hinders: { sv: 'HINDRAR', en: 'HINDERS' },
  waiting: { sv: 'väntar', en: 'waits' },
  delay: { sv: 'Dagar som utskrivningsklar', en: 'Days as utskrivningsklar' },
  toPay: { sv: 'dygn att betala', en: 'days to pay' },
  noSum: { sv: 'inget belopp', en: 'no amount' },
} as const satisfies Record<string, Text>;

function linesOf(view: PaymentView, language: Language): string[] {
  const { caseId, version, policy, payers, conditions, periods, totals, simulated } = view;
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const sum = ({ days, ore }: PaymentView['totals']) =>
    `${days} ${say('toPay')}: ${ore === null ? say('noSum') : formatOre(ore, language)}`;
  return [
    `${caseId} · version ${version}`,
    `${policy.id}: ${policy.title}`,
    ...payers.map(({ name, rule, from, until }) => {
      const end = until === null ? '' : ` ${say('until')} ${formatDate(until, language)}`;
      const since = `${say('from')} ${formatDate(from, language)}${end}`;
      return `${say('pays')}: ${name ?? say('nobody')} (${rule}) ${since}`;
    }),
    '',
    ...conditions.map((condition) => conditionLine(condition, language)),
    ...periods.map(({ noticeAt, liableFrom, endsOn }) => {
      const end = endsOn === null ? say('open') : `${say('ends')} ${formatDate(endsOn, language)}`;
      const liable = `${say('liable')} ${formatDate(liableFrom, language)}`;
      return `${say('notice')} ${formatInstant(noticeAt, language)} · ${liable} · ${end}`;
    }),
    ...dayLines(view.days, language),
    '',
    `${say('delay')}: ${totals.delayDays}`,
    sum(totals),
    ...(simulated === null
      ? []
      : ['', simulated.text, ...dayLines(simulated.days, language), sum(simulated.totals)]),
    ...amountLines(view.amounts, language),
  ];
}

function conditionLine(
  { text, rule, owner, state, metAt, events }: ConditionView,
  language: Language,
): string {
  const when = metAt === null ? '' : ` ${formatInstant(metAt, language)}`;
  const rests = events.length === 0 ? '' : ` · ${events.join(', ')}`;
  return `${WORDS[state][language]}: ${text}${when} (${rule}, ${owner.name})${rests}`;
}

function dayLines(days: readonly PaymentDayView[], language: Language): string[] {
  const payers = new Set(days.map(({ payer }) => payer));
  return days.map(({ payer, date, text, rule, amountOre, chargeable, events }) => {
    const who = payers.size > 1 && payer !== null ? `${municipalityName(payer)} ` : '';
    const cost = chargeable && amountOre !== null ? ` ${formatOre(amountOre, language)}` : '';
    const head = `  ${formatDate(date, language).padEnd(10)} ${who}${text} (${rule})${cost}`;
    return `${head} · ${events.join(', ')}`;
  });
}
