import {
  addDays,
  daysBetween,
  daysFrom,
  endOfLocalDay,
  localDate,
  paymentStart,
  type Citation,
  type Instant,
  type LocalDate,
} from '@hemgang/kernel';
import type { PaymentEvent, PaymentFacts } from './facts';
import { openCareIn } from './open-care';
import { payerOf } from './payer';
import { periodsOf, type Period } from './periods';
import { paysByDay, startOf, type PaymentPolicy } from './policy';
import { preconditionsOf, type Hindrance, type Precondition } from './preconditions';
import { oreOn } from './rates';
import { workingDaysAfter } from './working-days';

/** What a day is to the one who pays. */
export type DayReason = 'FREE_DAY' | 'BLOCKED' | 'CHARGEABLE' | 'ANALYSIS_ONLY';

/** One day of one patient, and why it is what it is. */
export interface LedgerRow {
  readonly date: LocalDate;
  readonly chargeable: boolean;
  readonly reason: DayReason;
  readonly rule: Citation;
  /** Numbers of the events that it rests on. */
  readonly events: readonly number[];
  /** Null: no amount is known, or none is shown under this policy. */
  readonly amountOre: number | null;
}

/** One period, from its notice to its end. */
export interface LedgerPeriod {
  readonly noticeAt: Instant;
  /** The day on which the liability runs, or would run if nothing hindered. */
  readonly liableFrom: LocalDate;
  /** Null while it is open. */
  readonly endsOn: LocalDate | null;
  /** Days of it that are paid for. */
  readonly days: number;
  readonly preconditions: readonly Precondition[];
  readonly blockedBy: readonly Hindrance[];
  readonly rows: readonly LedgerRow[];
}

/** The days of one stay under one policy. */
export interface Ledger {
  readonly policy: string;
  /** SCB code; null: none is known. */
  readonly payer: string | null;
  readonly periods: readonly LedgerPeriod[];
  /** Days in all periods, paid for or not. */
  readonly delayDays: number;
  /** Days that are paid for. */
  readonly totalDays: number;
  /** 0 when there is nothing to pay, null when an amount is missing or none is shown. */
  readonly totalOre: number | null;
}

/**
 * One row for every day from a notice to its period's end. Pure: the same facts and the same policy
 * always give the same rows.
 * @param facts of a stay whose periods have no faults (`periodsOf`)
 */
export function ledger(facts: PaymentFacts, policy: PaymentPolicy): Ledger {
  const known = { ...facts, events: facts.events.filter(({ at }) => at <= facts.asOf) };
  const periods = periodsOf(known.events).periods.map((period) => periodOf(known, period, policy));
  const rows = periods.flatMap((period) => period.rows);
  return {
    policy: policy.id,
    payer: payerOf(facts).municipality,
    periods,
    delayDays: rows.length,
    totalDays: rows.filter(({ chargeable }) => chargeable).length,
    totalOre: paysByDay(policy) ? sumOf(rows) : null,
  };
}

function periodOf(facts: PaymentFacts, period: Period, policy: PaymentPolicy): LedgerPeriod {
  const noticeOn = localDate(period.notice.at);
  const startsOn = liabilityStart(period.notice.at, facts, policy);
  const clarified = policy.requires.includes('OPEN_CARE_CLEAR')
    ? openCareIn(facts, period).clarifiedWithin
    : null;
  const clarifiedOn = clarified === null ? noticeOn : localDate(clarified.at);
  const preconditions = preconditionsOf(facts, period, policy);
  const blockedBy = preconditions.flatMap(({ hindrance }) => hindrance ?? []);
  const context = { facts, period, policy, startsOn, clarified, clarifiedOn, blockedBy };
  const [first, after] = daysOf(facts, period, policy);
  const rows = daysFrom(first, daysBetween(first, after)).map((date) => rowOn(date, context));
  return {
    noticeAt: period.notice.at,
    liableFrom: clarifiedOn > startsOn ? clarifiedOn : startsOn,
    endsOn: period.end === null ? null : localDate(period.end.at),
    days: rows.filter(({ chargeable }) => chargeable).length,
    preconditions,
    blockedBy,
    rows,
  };
}

/** The day of 5:4: the notice's own day plus the free days, by the reading of I-1. */
function liabilityStart(at: Instant, { careType }: PaymentFacts, policy: PaymentPolicy): LocalDate {
  const start = startOf(policy, careType);
  if (policy.interpretation.freeDaysAre === 'calendar') return paymentStart(at, start);
  const daysAfter = daysBetween(localDate(at), paymentStart(at, start));
  return workingDaysAfter(localDate(at), daysAfter);
}

/** The first day of a period that this municipality answers for, and the first that it does not. */
function daysOf(
  facts: PaymentFacts,
  period: Period,
  policy: PaymentPolicy,
): readonly [LocalDate, LocalDate] {
  const noticeOn = localDate(period.notice.at);
  const after = firstDayAfter(facts, period, policy);
  const { pays } = facts;
  if (pays === undefined) return [noticeOn, after];
  const { from, until } = pays;
  return [from > noticeOn ? from : noticeOn, until !== null && until < after ? until : after];
}

/** The first day that is no longer looked at; an open period reaches to the day before `asOf`. */
function firstDayAfter(
  { asOf }: PaymentFacts,
  { end }: Period,
  { interpretation }: PaymentPolicy,
): LocalDate {
  const day = localDate(end?.at ?? asOf);
  return end !== null && interpretation.countEndDate ? addDays(day, 1) : day;
}

interface DayContext {
  readonly facts: PaymentFacts;
  readonly period: Period;
  readonly policy: PaymentPolicy;
  readonly startsOn: LocalDate;
  readonly clarified: PaymentEvent | null;
  readonly clarifiedOn: LocalDate;
  readonly blockedBy: readonly Hindrance[];
}

function rowOn(date: LocalDate, context: DayContext): LedgerRow {
  const { period, policy, startsOn, facts } = context;
  const notice = period.notice.id;
  const unpaid = { date, chargeable: false, amountOre: 0 } as const;
  if (!paysByDay(policy)) {
    const rule = 'avtal betalning';
    return { ...unpaid, reason: 'ANALYSIS_ONLY', rule, events: [notice], amountOre: null };
  }
  if (date < startsOn) {
    return { ...unpaid, reason: 'FREE_DAY', rule: policy.startRule, events: [notice] };
  }
  const hindered = hinderedOn(date, context);
  if (hindered !== null) return { ...unpaid, reason: 'BLOCKED', ...hindered };
  const admission = facts.events.find(({ type }) => type === 'inskrivningsmeddelande-sent');
  return {
    date,
    chargeable: true,
    reason: 'CHARGEABLE',
    rule: '2017:612 5:1',
    events: [...(admission === undefined ? [] : [admission.id]), notice],
    amountOre: oreOn(date, policy.rates),
  };
}

/** What stands in the way of the liability on a day, once the free days are over. */
function hinderedOn(
  date: LocalDate,
  context: DayContext,
): Pick<LedgerRow, 'rule' | 'events'> | null {
  const { blockedBy, clarified, clarifiedOn, period, policy, facts } = context;
  const [hindrance] = blockedBy;
  if (hindrance !== undefined) {
    return { rule: hindrance.rule, events: [(hindrance.shownBy ?? period.notice).id] };
  }
  if (clarified !== null && date < clarifiedOn) {
    return { rule: '2017:612 5:5', events: [clarified.id] };
  }
  const opposed = policy.requires.includes('NOT_OPPOSED')
    ? lasting(facts, date, 'measures-opposed', 'measures-opposition-withdrawn')
    : null;
  if (opposed !== null) return { rule: '2017:612 4:5', events: [opposed.id] };
  const leave = policy.interpretation.permissionCounts
    ? null
    : lasting(facts, date, 'permission-start', 'permission-end');
  return leave === null ? null : { rule: 'avtal permission', events: [leave.id] };
}

/** What began before a day was over and had not ended then. */
function lasting(
  { events }: PaymentFacts,
  date: LocalDate,
  begins: PaymentEvent['type'],
  ends: PaymentEvent['type'],
): PaymentEvent | null {
  const midnight = endOfLocalDay(date);
  const last = events
    .filter(({ type, at }) => (type === begins || type === ends) && at < midnight)
    .at(-1);
  return last?.type === begins ? last : null;
}

function sumOf(rows: readonly LedgerRow[]): number | null {
  return rows.reduce<number | null>(
    (sum, { amountOre }) => (sum === null || amountOre === null ? null : sum + amountOre),
    0,
  );
}
