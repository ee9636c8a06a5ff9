import type { Me } from '../api/types';
import { fill, useTexts } from '../language';
import { formatDay } from '../time';
import { useNow } from '../use-now';

/** So long ahead somebody is told that her assignment ends. */
const AHEAD_MS = 30 * 24 * 3_600_000;

/** Tells the person that her assignment is about to end, and what to do; else nothing. */
export function EndingBanner({ me: { assignmentEnds } }: { readonly me: Me }) {
  const t = useTexts();
  const nowMs = useNow();
  if (assignmentEnds === null || Date.parse(assignmentEnds.at) - nowMs > AHEAD_MS) return null;
  const text = assignmentEnds.why === 'until' ? t.assignmentUntil : t.assignmentUnconfirmed;
  return (
    <p className="banner banner-warning" role="status">
      {fill(text, { day: formatDay(assignmentEnds.at) })}
    </p>
  );
}
