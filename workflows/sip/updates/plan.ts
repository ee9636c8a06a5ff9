import type { Updates } from '../situation';

/** Versions of the plan, who has approved them, and when they are followed up. */
export const planUpdates = {
  noteDraft: ({ event }) =>
    event.type === 'draft-plan'
      ? {
          plan: {
            version: event.seq,
            draftedAt: event.occurredAt,
            form: event.payload.form,
            responsible: event.payload.responsible,
            approved: [],
          },
        }
      : {},
  noteApproval: ({ context: { plan }, event }) =>
    plan === undefined ||
    event.type !== 'participant-approved' ||
    event.payload.version !== plan.version
      ? {}
      : { plan: { ...plan, approved: [...plan.approved, event.payload.unit] } },
  /** From now on the unit with the overall responsibility answers for the plan. */
  noteEstablished: ({ context: { plan, unit }, event }) =>
    event.type === 'establish-plan'
      ? {
          unit: plan?.responsible ?? unit,
          established: { version: event.payload.version, at: event.occurredAt },
          followUpOn: event.payload.followUpOn,
        }
      : {},
  noteFollowUp: ({ event }) => ({ followedUpAt: event.occurredAt }),
  noteNextFollowUp: ({ event }) =>
    event.type === 'plan-follow-up' ? { followUpOn: event.payload.followUpOn } : {},
} satisfies Updates;
