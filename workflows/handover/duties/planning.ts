import { HOUR_MS, plusMs, startOfLocalDay } from '@hemgang/kernel';
import { LADDER, paymentStartOf } from '@workflows/agreement';
import { OPEN_CARE_KINDS } from '../context';
import { concernedSince, handoverEnded, hoursAfterTold, unit, type Duty } from './duty';

export const planering: Duty = {
  rule: '2017:612 2:6',
  title: { sv: 'Börja planera insatserna', en: 'Start planning the measures' },
  waitsFor: { sv: 'börjar planera insatserna', en: 'start planning the measures' },
  weight: 4,
  owner: unit,
  since: concernedSince,
  due: (context, { planeringHours }) =>
    context.concernedSince === undefined
      ? hoursAfterTold(context, planeringHours)
      : plusMs(context.concernedSince, planeringHours * HOUR_MS),
  ladder: LADDER.receiver,
  urgency: 'ordinary',
  outcomes: {
    'start-planning': 'fulfilled',
    'report-ready': 'fulfilled',
    answer: 'withdrawn',
    'patient-left': 'lapsed',
    ...handoverEnded,
  },
};

/**
 * Once the notice that the patient is utskrivningsklar holds, it is owed whether or not the planning
 * has begun, and its ladder announces to a municipality that the free days end and that the liability
 * has begun (2017:612 5:4). A notice that is withdrawn takes both with it.
 */
export const beredskap: Duty = {
  rule: 'avtal hemgangsklar',
  title: { sv: 'Gör klart att ta emot patienten', en: 'Get ready to receive the patient' },
  waitsFor: { sv: 'blir klar att ta emot patienten', en: 'get ready to receive the patient' },
  weight: 1,
  owner: unit,
  since: concernedSince,
  // Until the patient is utskrivningsklar the expected day counts; then the day liability begins.
  due: ({ expectedDischargeAt, utskrivningsklarSentAt }, agreement) =>
    utskrivningsklarSentAt === null
      ? expectedDischargeAt
      : startOfLocalDay(paymentStartOf(utskrivningsklarSentAt, agreement)),
  ladder: LADDER.readiness,
  urgency: 'start',
  announces: {
    when: ({ kind, utskrivningsklarSentAt }) =>
      !OPEN_CARE_KINDS.includes(kind) && utskrivningsklarSentAt !== null,
    as: { 'day-before': 'free-days-end-tomorrow', due: 'liability-begun' },
  },
  outcomes: {
    'report-ready': 'fulfilled',
    'start-planning-struck': 'withdrawn',
    'utskrivningsklar-withdrawn': 'withdrawn',
    answer: 'withdrawn',
    'patient-left': 'lapsed',
    ...handoverEnded,
  },
};
