import type { Updates } from '../situation';

/** The receiver's own planning: from when it can receive, when it starts, who carries it out. */
export const planningUpdates = {
  noteCanReceiveFrom: ({ event }) => {
    if (event.type !== 'state-can-receive-from' && event.type !== 'report-ready') return {};
    const { canReceiveFrom } = event.payload;
    return canReceiveFrom === undefined ? {} : { canReceiveFrom };
  },
  notePlannedStart: ({ event }) =>
    event.type === 'plan-start' ? { plannedStart: event.payload.startAt } : {},
  noteBookedContact: ({ event }) =>
    event.type === 'book-contact' ? { contactAt: event.payload.contactAt } : {},
  noteExecutor: ({ event }) => {
    if (event.type !== 'plan-start' && event.type !== 'assign-executor') return {};
    const { executor } = event.payload;
    return executor === undefined ? {} : { executor };
  },
} satisfies Updates;
