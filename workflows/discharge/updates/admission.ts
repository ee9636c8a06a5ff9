import { addedBy } from '../receivers';
import type { Updates } from '../situation';

/** What the ward knows and has told before the discharge. */
export const admissionUpdates = {
  noteNeeds: ({ context, event }) => {
    if (event.type === 'admit') {
      return { needs: event.payload.needs ?? null, needKnownAt: context.admittedAt };
    }
    if (event.type !== 'judge-need') return {};
    const { needs, judgedAt } = event.payload;
    return { needs, needKnownAt: judgedAt ?? event.occurredAt };
  },
  noteNotice: ({ event }) =>
    event.type === 'send-inskrivningsmeddelande'
      ? {
          noticeSentAt: event.toldAt,
          expectedDischargeAt: event.payload.expectedDischargeAt,
          receivers: addedBy(event),
        }
      : {},
  // As if no need had been judged; a new judgement tells everybody anew.
  noteNoNeed: () => ({
    needs: null,
    needKnownAt: null,
    noticeSentAt: null,
    expectedDischargeAt: null,
    utskrivningsklar: null,
    delayCauses: undefined,
    withdrawnStretches: undefined,
    receivers: [],
    returned: [],
    calling: null,
    coordinators: {},
  }),
  noteExpectedDischarge: ({ event }) =>
    event.type === 'change-expected-discharge' || event.type === 'report-discharge-not-carried-out'
      ? { expectedDischargeAt: event.payload.expectedDischargeAt }
      : {},
} satisfies Updates;
