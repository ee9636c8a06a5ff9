import type { Updates } from '../situation';

/** What the receiver has answered, now or at second thoughts. */
export const answerUpdates = {
  noteAnswer: ({ event }) => (event.type === 'answer' ? { answer: event.payload.answer } : {}),
  /** Nothing to take over: what was planned is off. */
  forgetPlans: () => ({
    plannedStart: undefined,
    contactAt: undefined,
    executor: undefined,
    link: undefined,
    report: undefined,
  }),
  /** There is something to take over after all: the time counts from this answer. */
  noteConcerned: ({ event }) => ({ concernedSince: event.toldAt }),
} satisfies Updates;
