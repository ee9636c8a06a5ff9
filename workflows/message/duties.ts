import type { DutyDeclaration } from '@hemgang/engine';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { LADDER, type MessageAgreement } from '@workflows/agreement';
import type { MessageContext } from './context';

export type MessageDuty = 'meddelande-kvittens';

const kvittens: DutyDeclaration<MessageContext, MessageAgreement> = {
  rule: 'avtal meddelande',
  title: { sv: 'Kvittera eller besvara ett meddelande', en: 'Acknowledge or answer a message' },
  waitsFor: {
    sv: 'kvitterar eller besvarar ett meddelande',
    en: 'acknowledge or answer a message',
  },
  // What is said beside the process keeps nobody in hospital.
  weight: 9,
  owner: ({ unit }) => unit,
  since: ({ since }) => since,
  due: ({ since, priority }, { meddelandeAkutHours, meddelandeHours }) =>
    plusMs(since, (priority === 'acute' ? meddelandeAkutHours : meddelandeHours) * HOUR_MS),
  // Nothing speaks before it is due; then the sender soon hears that she must find another way.
  ladder: LADDER.takingOver,
  urgency: { of: ({ priority }) => priority },
  outcomes: {
    'acknowledge-message': 'fulfilled',
    answered: 'fulfilled',
    'message-struck': 'withdrawn',
    'notice-withdrawn': 'withdrawn',
    'case-makulerad': 'withdrawn',
    'sip-ended': 'withdrawn',
    'wrong-person': 'withdrawn',
    'patient-died': 'lapsed',
    'patient-transferred': 'lapsed',
    'patient-readmitted': 'lapsed',
  },
};

/** Every message is owed a kvittens: one that nobody must answer for is the inbox that nobody reads. */
export const messageDuties: Readonly<
  Record<MessageDuty, DutyDeclaration<MessageContext, MessageAgreement>>
> = { 'meddelande-kvittens': kvittens };
