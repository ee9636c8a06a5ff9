import { previousGiven } from '../events';
import type { Updates } from '../situation';

/** The stays before and after this one. */
export const linkedCaseUpdates = {
  notePrevious: ({ event }) => ({ previous: previousGiven(event.given) }),
  /** The first to say so counts; the other case is named as soon as it is known. */
  noteReadmission: ({ context: { readmission }, event }) =>
    event.type === 'patient-readmitted'
      ? {
          readmission: {
            case: event.payload.case ?? readmission?.case ?? null,
            at: readmission?.at ?? event.occurredAt,
          },
        }
      : {},
} satisfies Updates;
