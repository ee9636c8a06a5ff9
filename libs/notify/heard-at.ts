import { readableAt, type HoursOn } from '@hemgang/directory';
import type { Urgency } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';

/**
 * When a unit hears of a duty what comes at that time, by its opening hours: what may wait is heard when
 * it opens. What is acute may not, nor a start that comes before that. Pure.
 * @param due when the duty is due; null: nobody knows yet
 */
export function heardAt(
  at: Instant,
  { urgency, due }: { readonly urgency: Urgency; readonly due: Instant | null },
  hours: HoursOn,
): Instant {
  if (urgency === 'acute') return at;
  const opens = readableAt(hours, at);
  return urgency === 'start' && due !== null && due <= opens ? at : opens;
}
