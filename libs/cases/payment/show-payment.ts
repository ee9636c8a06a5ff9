import { municipalityName, type Instant, type Language } from '@hemgang/kernel';
import {
  DAY_WORDS,
  HINDRANCE_WORDS,
  ledger,
  ledgerDifference,
  OWNER_WORDS,
  paysByDay,
  preconditionsOf,
  REQUIREMENT_WORDS,
  SIMULATION,
  statute,
  withRates,
  type EnteredRate,
  type Ledger,
  type LedgerRow,
  type PaymentPolicy,
  type Precondition,
} from '@workflows/payment';
import { amountsOn, type AmountView } from './amounts';
import type {
  ConditionView,
  PayerView,
  PaymentDayView,
  PaymentDifferenceView,
  PaymentPeriodView,
  PaymentTotalsView,
  PaymentView,
  PolicyView,
  SimulationView,
} from './payment-view';
import { policyOf, type PayerFacts, type StayFacts } from './stay-facts';

/** One payer's days by the policy that binds it. */
interface Reckoned {
  readonly payer: PayerFacts;
  readonly policy: PaymentPolicy;
  readonly answer: Ledger;
}

/** What a view is made of. */
export interface PaymentShown {
  readonly caseId: string;
  readonly version: number;
  readonly asOf: Instant;
  readonly facts: StayFacts;
  /** The facts as they are now, when `facts` are those of an earlier version. */
  readonly now: StayFacts | null;
  /** The amounts that the customer has entered. */
  readonly rates: readonly EnteredRate[];
  readonly language: Language;
}

/** Words for the facts of a stay. @throws Error for a stay that nobody pays: there always is one */
export function paymentView(shown: PaymentShown): PaymentView {
  const { caseId, version, asOf, facts, now, rates, language } = shown;
  const reckonedAll = ({ payers }: StayFacts) => payers.map((payer) => reckoned(payer, rates));
  const all = reckonedAll(facts);
  const last = all.at(-1);
  if (last === undefined) throw new Error('A stay has somebody who pays, known or not.');
  const simulated = all.filter(({ policy }) => !paysByDay(policy)).map(byStatute(rates));
  return {
    caseId,
    version,
    asOf,
    policy: policyView(last.policy, language),
    payer: payerView(last),
    payers: all.map(payerView),
    conditions: all.flatMap((each) => conditionsOf(each, language)),
    periods: all.flatMap(periodsOf),
    days: all.flatMap((each) => daysOf(each, language)),
    totals: totalsOf(all),
    amounts: amountsOf([...all, ...simulated]),
    simulated: simulated.length === 0 ? null : simulation(simulated, language),
    difference: now === null ? null : differenceOf(all, reckonedAll(now), language),
  };
}

function reckoned(
  payer: PayerFacts,
  rates: readonly EnteredRate[],
  model: PaymentPolicy = policyOf(payer),
): Reckoned {
  const policy = withRates(model, rates);
  return { payer, policy, answer: ledger(payer.facts, policy) };
}

/** The same days by the law's own model. */
function byStatute(rates: readonly EnteredRate[]) {
  return ({ payer }: Reckoned): Reckoned => reckoned(payer, rates, statute);
}

function amountsOf(all: readonly Reckoned[]): AmountView[] {
  const charged = all
    .flatMap(({ answer }) => answer.periods.flatMap(({ rows }) => rows))
    .filter(({ chargeable }) => chargeable);
  const rates = new Set(all.flatMap(({ policy }) => policy.rates));
  return amountsOn(
    charged.map(({ date }) => date),
    [...rates],
  );
}

function policyView(policy: PaymentPolicy, language: Language): PolicyView {
  const { id, version, title, model, source, confidence } = policy;
  return { id, version, title: title[language], model, source, confidence };
}

function payerView({ payer: { payer }, policy }: Reckoned): PayerView {
  const { municipality, rule, from, until, events } = payer;
  const name = municipality === null ? null : municipalityName(municipality);
  return { municipality, name, rule, from, until, policy: policy.id, events };
}

function eventsOf({ sources }: PayerFacts, numbers: readonly number[]): readonly string[] {
  return [...new Set(numbers.flatMap((number) => sources.get(number) ?? []))];
}

/** By period; before there is one, what stands so far. */
function conditionsOf(
  { payer, policy, answer }: Reckoned,
  language: Language,
): readonly ConditionView[] {
  const periods: readonly {
    readonly noticeAt: Instant | null;
    readonly preconditions: readonly Precondition[];
  }[] =
    answer.periods.length > 0
      ? answer.periods
      : [{ noticeAt: null, preconditions: preconditionsOf(payer.facts, null, policy) }];
  return periods.flatMap(({ noticeAt, preconditions }) =>
    preconditions.map((condition): ConditionView => {
      const { requirement, rule, owner, latest, metBy, hindrance } = condition;
      const rests = [hindrance?.shownBy ?? metBy].flatMap((event) => event?.id ?? []);
      const word = hindrance === null ? '' : ` ${HINDRANCE_WORDS[hindrance.code][language]}`;
      return {
        payer: payer.payer.municipality,
        noticeAt,
        requirement,
        text: `${REQUIREMENT_WORDS[requirement][language]}${word}`,
        rule,
        owner: { id: owner, name: OWNER_WORDS[owner][language] },
        state: stateOf(condition),
        latestAt: latest !== null && 'at' in latest ? latest.at : null,
        latestOn: latest !== null && 'on' in latest ? latest.on : null,
        metAt: hindrance === null ? (metBy?.at ?? null) : null,
        code: hindrance?.code ?? null,
        since: hindrance?.since ?? null,
        events: eventsOf(payer, rests),
      };
    }),
  );
}

/** Clear open care needs no event; a notice and a kallelse do. */
function stateOf({ requirement, metBy, hindrance }: Precondition): ConditionView['state'] {
  if (hindrance !== null) return 'hinders';
  const needsAnEvent = requirement === 'USK_NOTICE' || requirement === 'KALLELSE_3D';
  return metBy === null && needsAnEvent ? 'waiting' : 'met';
}

function periodsOf({ payer, answer }: Reckoned): readonly PaymentPeriodView[] {
  const { municipality } = payer.payer;
  return answer.periods.map(({ noticeAt, liableFrom, endsOn, days }) => ({
    payer: municipality,
    noticeAt,
    liableFrom,
    endsOn,
    days,
  }));
}

function daysOf({ payer, answer }: Reckoned, language: Language): readonly PaymentDayView[] {
  return answer.periods.flatMap(({ rows }) => rows.map((row) => dayView(payer, row, language)));
}

function dayView(payer: PayerFacts, row: LedgerRow, language: Language): PaymentDayView {
  const { date, chargeable, reason, rule, events, amountOre } = row;
  const text = DAY_WORDS[reason][language];
  const { municipality } = payer.payer;
  const shown = { payer: municipality, date, chargeable, reason, text, rule };
  return { ...shown, events: eventsOf(payer, events), amountOre };
}

function totalsOf(all: readonly Reckoned[]): PaymentTotalsView {
  return all
    .map(({ answer: { delayDays, totalDays, totalOre } }) => ({
      delayDays,
      days: totalDays,
      ore: totalOre,
    }))
    .reduce((sum, { delayDays, days, ore }) => ({
      delayDays: sum.delayDays + delayDays,
      days: sum.days + days,
      ore: sum.ore === null || ore === null ? null : sum.ore + ore,
    }));
}

/** @param all reckoned by the law's own model */
function simulation(all: readonly Reckoned[], language: Language): SimulationView {
  return {
    text: SIMULATION[language],
    policy: statute.id,
    days: all.flatMap((each) => daysOf(each, language)),
    totals: totalsOf(all),
  };
}

/** Payer by payer; one that there is no longer, or was not yet, has no rows on that side. */
function differenceOf(
  before: readonly Reckoned[],
  after: readonly Reckoned[],
  language: Language,
): PaymentDifferenceView {
  const of = (all: readonly Reckoned[], code: string | null) =>
    all.find(({ payer }) => payer.payer.municipality === code);
  const codes = [...new Set([...before, ...after].map(({ payer }) => payer.payer.municipality))];
  const days = codes.flatMap((code) => {
    const [was, is] = [of(before, code), of(after, code)];
    const changed = ledgerDifference(was?.answer ?? NO_DAYS, is?.answer ?? NO_DAYS);
    return changed.days.map(({ date, before: old, after: row }) => ({
      payer: code,
      date,
      before: was === undefined || old === null ? null : dayView(was.payer, old, language),
      after: is === undefined || row === null ? null : dayView(is.payer, row, language),
    }));
  });
  const [old, now] = [totalsOf(before), totalsOf(after)];
  return {
    days,
    totals: {
      delayDays: now.delayDays - old.delayDays,
      days: now.days - old.days,
      ore: now.ore === null || old.ore === null ? null : now.ore - old.ore,
    },
  };
}

const NO_DAYS: Ledger = {
  ...{ policy: '', payer: null, periods: [] },
  ...{ delayDays: 0, totalDays: 0, totalOre: 0 },
};
