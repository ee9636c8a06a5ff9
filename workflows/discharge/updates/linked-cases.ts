import type { SipOfStay } from '../context';
import { previousGiven, type DischargeEvent } from '../events';
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
  noteSip: ({ context: { sips = [] }, event }) =>
    event.type === 'sip-started'
      ? {
          sips: [
            ...sips.filter((each) => each.case !== event.payload.case),
            { case: event.payload.case },
          ],
        }
      : {},
  forgetSip: ({ context: { sips = [] }, event }) =>
    event.type === 'sip-struck'
      ? { sips: sips.filter((each) => each.case !== event.payload.case) }
      : {},
  forgetSips: () => ({ sips: undefined }),
  noteOfSip: ({ context: { sips = [] }, event }) => {
    const said = saidBy(event);
    return said === null
      ? {}
      : { sips: sips.map((each) => (each.case === said.case ? { ...each, ...said } : each)) };
  },
} satisfies Updates;

/** What a SIP says of itself; null when the event is another. */
function saidBy(event: DischargeEvent): SipOfStay | null {
  switch (event.type) {
    case 'kallelse-sent':
      return { case: event.payload.case, calledAt: event.payload.sentAt };
    case 'kallelse-withdrawn':
      return { case: event.payload.case, calledAt: undefined };
    case 'sip-declined':
      return { case: event.payload.case, declined: true };
    case 'sip-resumed':
      return { case: event.payload.case, declined: undefined };
    default:
      return null;
  }
}
