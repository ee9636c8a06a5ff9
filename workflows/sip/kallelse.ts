import { endOfLocalDay, localDate, type Instant, type LocalDate } from '@hemgang/kernel';
import { DEFAULT_INTERPRETATION, kallelseLatest } from '@workflows/payment';

/** The last day for the kallelse after a notice (2017:612 4:3), as the payment rules reckon it too. */
export function latestKallelse(noticeAt: Instant, sundayRuleForKallelse: boolean): LocalDate {
  return kallelseLatest(localDate(noticeAt), {
    interpretation: { ...DEFAULT_INTERPRETATION, sundayRuleForKallelse },
  });
}

/** The end of that day. */
export function kallelseDue(noticeAt: Instant, sundayRuleForKallelse: boolean): Instant {
  return endOfLocalDay(latestKallelse(noticeAt, sundayRuleForKallelse));
}
