import { HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';
import type { HandoverContext, StartReport } from '../context';
import { isReport, outcomeOf, type HandoverEvent, type ReportEvent } from '../events';
import type { Updates } from '../situation';

/** How long a one-time link holds when nothing else is said: over a weekend. */
const LINK_HOURS = 72;

/** How the start turned out and who told it. */
export const startUpdates = {
  noteReport: ({ context, event }) => {
    const outcome = outcomeOf(event);
    if (!isReport(event) || outcome === null) return {};
    const report = { outcome, at: event.occurredAt, ...tellerOf(context, event) };
    return { report, ...('person' in event.actor ? {} : { link: undefined }) };
  },
  noteNewStart: ({ event }) => {
    const startAt = newTime(event);
    return startAt === undefined ? {} : { plannedStart: startAt };
  },
  noteNewContact: ({ event }) => {
    const startAt = newTime(event);
    return startAt === undefined ? {} : { contactAt: startAt };
  },
  /** What was planned did not come about: something new must be planned. */
  forgetStart: () => ({ plannedStart: undefined }),
  forgetContact: () => ({ contactAt: undefined }),
  noteLink: ({ event }) => {
    if (event.type !== 'create-start-link') return {};
    const { seq, recordedAt, payload } = event;
    const expiresAt = payload.validUntil ?? plusMs(recordedAt, LINK_HOURS * HOUR_MS);
    return { link: { id: `l${seq}`, expiresAt } };
  },
  noteHomecoming: ({ event }) => ({ homecoming: homecomingId(event) }),
} satisfies Updates;

/** Name of the going home that an arrival at a korttids opens. */
export function homecomingId({ seq }: { readonly seq: number }): string {
  return `hc${seq}`;
}

function newTime(event: HandoverEvent): Instant | undefined {
  return event.type === 'report-no-start' ? event.payload.startAt : undefined;
}

/** Staff tell what they know themselves, or what somebody has told them by phone. */
function tellerOf(
  { executor }: HandoverContext,
  event: ReportEvent,
): Pick<StartReport, 'reporter' | 'source'> {
  if (event.type === 'register-call') return { reporter: event.payload.calledBy, source: 'phone' };
  const { actor, payload } = event;
  if (!('person' in actor)) return { reporter: 'executor', source: 'link' };
  if (payload.byPhoneFrom !== undefined) return { reporter: payload.byPhoneFrom, source: 'phone' };
  const reporter = actor.unit === executor ? 'executor' : 'receiving-unit';
  return { reporter, source: 'app' };
}
