import type { DutyDeclaration } from '@hemgang/engine';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { LADDER, type SipAgreement } from '@workflows/agreement';
import type { ParticipantContext } from './context';

export type ParticipantDuty = 'svara-kallelse' | 'justera-plan';

type Duty = DutyDeclaration<ParticipantContext, SipAgreement>;

const svaraKallelse: Duty = {
  rule: 'avtal sip-svar',
  title: { sv: 'Svara på kallelsen till SIP', en: 'Answer the call to the SIP' },
  waitsFor: { sv: 'svarar på kallelsen till SIP', en: 'answer the call to the SIP' },
  weight: 8,
  owner: ({ unit }) => unit,
  since: ({ askedAt }) => askedAt,
  // An answer after the meeting helps nobody.
  due: ({ askedAt, meetingAt }, { svaraKallelseHours }) => {
    const due = plusMs(askedAt, svaraKallelseHours * HOUR_MS);
    return meetingAt !== null && meetingAt < due ? meetingAt : due;
  },
  ladder: LADDER.receiver,
  urgency: 'ordinary',
  outcomes: {
    'answer-call': 'fulfilled',
    'meeting-held': 'lapsed',
    'meeting-off': 'withdrawn',
    'call-withdrawn': 'withdrawn',
    'sip-ended': 'withdrawn',
  },
};

const justeraPlan: Duty = {
  rule: 'avtal sip-justering',
  title: { sv: 'Justera planen', en: 'Approve the plan' },
  waitsFor: { sv: 'justerar planen', en: 'approve the plan' },
  weight: 8,
  owner: ({ unit }) => unit,
  since: ({ plan, askedAt }) => plan?.draftedAt ?? askedAt,
  due: ({ plan }, { justeraHours }) =>
    plan === undefined ? null : plusMs(plan.draftedAt, justeraHours * HOUR_MS),
  ladder: LADDER.receiver,
  urgency: 'ordinary',
  outcomes: {
    'approve-plan': 'fulfilled',
    'plan-settled': 'lapsed',
    'plan-drafted': 'withdrawn',
    'plan-off': 'withdrawn',
    'call-withdrawn': 'withdrawn',
    'sip-ended': 'withdrawn',
  },
};

export const participantDuties: Readonly<Record<ParticipantDuty, Duty>> = {
  'svara-kallelse': svaraKallelse,
  'justera-plan': justeraPlan,
};
