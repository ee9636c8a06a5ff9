import {
  addDays,
  HOUR_MS,
  later,
  localDate,
  plusMs,
  sundayRule,
  type Citation,
  type Instant,
  type LocalDate,
} from '@hemgang/kernel';
import type { PaymentEvent, PaymentFacts } from './facts';
import { openCareIn } from './open-care';
import type { Period } from './periods';
import type { PaymentPolicy, Requirement } from './policy';

/** Why a municipality need not pay although the days have passed. */
export type HindranceCode =
  | 'INSKRIVNING_MISSING'
  | 'INSKRIVNING_LATE'
  | 'KALLELSE_MISSING'
  | 'KALLELSE_LATE'
  | 'OPEN_CARE_NOT_CLEAR'
  | 'MEASURES_OPPOSED';

/** Whose duty a condition is; the patient's no is nobody's. */
export type ConditionOwner = 'ward' | 'open-care' | 'patient';

/** One condition of the liability, held against what has happened. */
export interface Precondition {
  readonly requirement: Requirement;
  readonly rule: Citation;
  readonly owner: ConditionOwner;
  /** Until when it had to be met, on the minute or on a day; null when no time is set. */
  readonly latest: { readonly at: Instant } | { readonly on: LocalDate } | null;
  /** What met it; null: nothing has, or nothing needed to. */
  readonly metBy: PaymentEvent | null;
  /** Null: it is met, or does not apply. */
  readonly hindrance: Hindrance | null;
}

/** A condition that is not met. */
export interface Hindrance {
  readonly code: HindranceCode;
  readonly rule: Citation;
  /** From when the condition has been waited for. */
  readonly since: Instant;
  /** The event that shows it; null where it is an event that is missing. */
  readonly shownBy: PaymentEvent | null;
}

/** 2017:612 2:3: elapsed hours, any day of the week. */
const INSKRIVNING_HOURS = 24;

/** 2017:612 4:3: days after the notice. */
const KALLELSE_DAYS = 3;

interface Situation {
  readonly facts: PaymentFacts;
  readonly period: Period | null;
  readonly policy: PaymentPolicy;
}

/**
 * Every condition that a policy has and that applies to a period, in the order of the law.
 * @param period null: there is none yet, and it is asked what stands so far
 */
export function preconditionsOf(
  facts: PaymentFacts,
  period: Period | null,
  policy: PaymentPolicy,
): readonly Precondition[] {
  return policy.requires.flatMap((requirement) => {
    const precondition = LOOKS[requirement]({ facts, period, policy });
    return precondition === null ? [] : [precondition];
  });
}

const LOOKS: Readonly<Record<Requirement, (situation: Situation) => Precondition | null>> = {
  INSKRIVNING_24H: inskrivning,
  USK_NOTICE: notice,
  KALLELSE_3D: kallelse,
  OPEN_CARE_CLEAR: openCare,
  NOT_OPPOSED: opposition,
};

function inskrivning({ facts, policy }: Situation): Precondition {
  const rule = '2017:612 5:3 p1';
  const since = later(facts.admittedAt, facts.needAssessedAt ?? facts.admittedAt);
  const latest = plusMs(since, INSKRIVNING_HOURS * HOUR_MS);
  const { wrongUnitIsTold } = policy.interpretation;
  const sent =
    facts.events.find(
      ({ type, sentBack }) =>
        type === 'inskrivningsmeddelande-sent' && (wrongUnitIsTold || sentBack !== true),
    ) ?? null;
  const isLate = sent !== null && sent.at > latest && policy.interpretation.lateInskrivningBlocks;
  const code = sent === null ? 'INSKRIVNING_MISSING' : isLate ? 'INSKRIVNING_LATE' : null;
  return {
    ...{ requirement: 'INSKRIVNING_24H', rule, owner: 'ward', latest: { at: latest }, metBy: sent },
    hindrance: code === null ? null : { code, rule, since, shownBy: sent },
  };
}

/** There is a period because the notice has been sent; without one nothing is hindered yet. */
function notice({ period }: Situation): Precondition {
  return {
    ...{ requirement: 'USK_NOTICE', rule: '2017:612 5:3 p2', owner: 'ward', latest: null },
    metBy: period?.notice ?? null,
    hindrance: null,
  };
}

/**
 * Only when a SIP must be made. The samordnad vårdplan stands instead of it when the notice is one of
 * open compulsory care (4:1 st.2).
 */
function kallelse({ facts, period, policy }: Situation): Precondition | null {
  const { declinedSipNeedsNoKallelse, lateKallelseBlocks } = policy.interpretation;
  const isDeclined = facts.sipDeclined && declinedSipNeedsNoKallelse;
  const isCompulsory = period?.notice.type === 'opt-decision-notified';
  if (!facts.sipRequired || isDeclined || isCompulsory) return null;
  const rule = '2017:612 5:3 st2';
  const sent = first(facts, 'kallelse-sent');
  // Its days run from the notice: before that nothing is late and nothing is missed.
  const since = period?.notice.at ?? null;
  const latest = since === null ? null : kallelseLatest(localDate(since), policy);
  const code = latest === null ? null : kallelseFault(sent, latest, lateKallelseBlocks);
  return {
    requirement: 'KALLELSE_3D',
    rule,
    owner: 'open-care',
    latest: latest === null ? null : { on: latest },
    metBy: sent,
    hindrance: code === null || since === null ? null : { code, rule, since, shownBy: sent },
  };
}

function kallelseFault(
  sent: PaymentEvent | null,
  latest: LocalDate,
  lateBlocks: boolean,
): HindranceCode | null {
  if (sent === null) return 'KALLELSE_MISSING';
  return lateBlocks && localDate(sent.at) > latest ? 'KALLELSE_LATE' : null;
}

/** The last day for the kallelse after a notice on a day (4:3, lag 1930:173). */
export function kallelseLatest(
  noticeOn: LocalDate,
  { interpretation }: Pick<PaymentPolicy, 'interpretation'>,
): LocalDate {
  const strict = addDays(noticeOn, KALLELSE_DAYS);
  return interpretation.sundayRuleForKallelse ? sundayRule(strict) : strict;
}

function openCare({ facts, period }: Situation): Precondition {
  const rule = '2017:612 5:5';
  const { unclearSince, clarifiedBy, shownBy } = openCareIn(facts, period);
  return {
    ...{ requirement: 'OPEN_CARE_CLEAR', rule, owner: 'open-care', latest: null },
    metBy: clarifiedBy,
    hindrance:
      unclearSince === null
        ? null
        : { code: 'OPEN_CARE_NOT_CLEAR', rule, since: unclearSince, shownBy },
  };
}

function opposition({ facts, period }: Situation): Precondition {
  const rule = '2017:612 4:5';
  const until = period?.end?.at ?? facts.asOf;
  const said = facts.events.filter(
    ({ type, at }) =>
      (type === 'measures-opposed' || type === 'measures-opposition-withdrawn') && at <= until,
  );
  const last = said.at(-1) ?? null;
  const isOpposed = last?.type === 'measures-opposed';
  return {
    ...{ requirement: 'NOT_OPPOSED', rule, owner: 'patient', latest: null },
    metBy: isOpposed ? null : last,
    hindrance: isOpposed ? { code: 'MEASURES_OPPOSED', rule, since: last.at, shownBy: last } : null,
  };
}

function first(facts: PaymentFacts, type: PaymentEvent['type']): PaymentEvent | null {
  return facts.events.find((event) => event.type === type) ?? null;
}
