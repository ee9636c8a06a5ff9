import { localDate } from '@hemgang/kernel';
import { causeNumber, type SetCause } from '../delay';
import type { DischargeEvent } from '../events';
import type { Situation, Updates } from '../situation';

/** Why the patient waited, as the parties say it. */
export const delayUpdates = {
  noteDelayCause: ({ context: { delayCauses = [] }, event }) => {
    if (event.type !== 'set-delay-cause' || !('unit' in event.actor)) return {};
    const { firstDay, lastDay, cause } = event.payload;
    const { unit } = event.actor;
    const said = { unit, huvudman: huvudmanOf(event, unit), at: event.occurredAt };
    return {
      delayCauses: [...delayCauses, { event: event.seq, firstDay, lastDay, cause, ...said }],
    };
  },
  delayCauseStruck: ({ context: { delayCauses = [] }, event }) =>
    event.type === 'set-delay-cause-struck'
      ? { delayCauses: someOrNone(delayCauses.filter((set) => set.event !== event.payload.event)) }
      : {},
  noteDelayComment: ({ context: { delayCauses = [] }, event }) => {
    if (event.type !== 'comment-delay-cause' || !('unit' in event.actor)) return {};
    const about = causeNumber(event.payload.setting);
    const comment = { event: event.seq, unit: event.actor.unit, at: event.occurredAt };
    return {
      delayCauses: delayCauses.map((set) =>
        set.event === about ? { ...set, comments: [...(set.comments ?? []), comment] } : set,
      ),
    };
  },
  delayCommentStruck: ({ context: { delayCauses = [] }, event }) =>
    event.type === 'comment-delay-cause-struck'
      ? { delayCauses: delayCauses.map((set) => withoutComment(set, event.payload.event)) }
      : {},
  /** Before the judgement is forgotten: the days until its withdrawal were waited. */
  keepWithdrawn: (situation) => ({ withdrawnStretches: withWithdrawn(situation) }),
} satisfies Updates;

function withWithdrawn({ context, event }: Situation) {
  const { utskrivningsklar, withdrawnStretches } = context;
  const sentAt = utskrivningsklar?.sentAt ?? null;
  if (sentAt === null) return withdrawnStretches;
  const stretch = { from: localDate(sentAt), until: localDate(event.occurredAt) };
  return [...(withdrawnStretches ?? []), stretch];
}

function withoutComment({ comments = [], ...set }: SetCause, event: number): SetCause {
  const left = comments.filter((comment) => comment.event !== event);
  return left.length === 0 ? set : { ...set, comments: left };
}

function huvudmanOf({ given }: DischargeEvent, unit: string): string {
  return ((given['huvudman'] ?? {}) as Readonly<Record<string, string>>)[unit] ?? '';
}

/** What is absent weighs nothing. */
function someOrNone(set: readonly SetCause[]): readonly SetCause[] | undefined {
  return set.length === 0 ? undefined : set;
}
