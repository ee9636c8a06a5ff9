import type { Language } from '../language';
import { formatLocalDay } from '../time';

interface Days {
  readonly firstDay: string;
  readonly lastDay: string;
}

/** `tis 3/3 – tor 5/3`, or the one day. */
export function daysText({ firstDay, lastDay }: Days, language: Language): string {
  const first = formatLocalDay(firstDay, language);
  return firstDay === lastDay ? first : `${first} – ${formatLocalDay(lastDay, language)}`;
}
