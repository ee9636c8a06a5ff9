import { localDate } from '@hemgang/kernel';
import {
  isNotice,
  ledger,
  payerOf,
  policyById,
  policyFor,
  readFacts,
  withRates,
  type Ledger,
  type PaymentFacts,
  type PaymentPolicy,
} from '@workflows/payment';
import type { Command } from './command';
import { readJsonFile } from './json-file';
import { explained } from './payment-explained';
import { allOf, amountLines, enteredRates, NO_SUCH_POLICY } from './payment-policy';

/** Explains the days of one stay; docs/payment.md tells how the file is written. */
export const paymentExplain: Command = {
  name: 'payment explain',
  usage: 'FACTS.json [--policy ID] [--rates RATES.json]',
  summary: {
    sv: 'räknar ett vårdtillfälles dagar och förklarar varje rad',
    en: 'reckons the days of one stay and explains every row',
  },
  switches: [],
  values: ['policy', 'rates'],
  operands: 1,
  async run({ operands, values, language }) {
    const file = await readJsonFile(operands[0] ?? '');
    if ('why' in file) return { code: 2, why: file.why };
    const { content: facts, faults } = readFacts(file.content);
    if (facts === undefined) return { code: 2, why: allOf(faults) };
    const known = values['policy'] === undefined ? fitting(facts) : policyById(values['policy']);
    if (known === undefined) return { code: 2, why: NO_SUCH_POLICY };
    const entered = await enteredRates(values['rates']);
    if ('why' in entered) return { code: 2, why: entered.why };
    const policy = withRates(known, entered.rates);
    const answer = ledger(facts, policy);
    const lines = explained(facts, policy, answer, language);
    return {
      code: 0,
      lines: [...lines, ...amountLines(entered.rates, language)],
      data: dataOf(answer),
    };
  },
};

/** The policy of the day of the first notice; without one, of the day that is looked at. */
function fitting(facts: PaymentFacts): PaymentPolicy {
  const { region, careType, events, asOf } = facts;
  const on = localDate(events.find(isNotice)?.at ?? asOf);
  return policyFor({ payer: payerOf(facts).municipality, region, careType, on });
}

/** Named one by one: these fields are the contract of the command. */
function dataOf({ policy, payer, periods, delayDays, totalDays, totalOre }: Ledger): object {
  return {
    policy,
    payer,
    periods: periods.map(({ noticeAt, liableFrom, endsOn, days, blockedBy }) => ({
      noticeAt,
      liableFrom,
      endsOn,
      days,
      blockedBy: blockedBy.map(({ code, rule, since }) => ({ code, rule, since })),
    })),
    days: periods
      .flatMap(({ rows }) => rows)
      .map(({ date, chargeable, reason, rule, amountOre }) => ({
        date,
        chargeable,
        reason,
        rule,
        amountOre,
      })),
    delayDays,
    totalDays,
    totalOre,
  };
}
