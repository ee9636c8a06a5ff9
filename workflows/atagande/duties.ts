import type { DutyDeclaration } from '@hemgang/engine';
import { LADDER, type DischargeAgreement } from '@workflows/agreement';
import type { AtagandeContext } from './context';

export type AtagandeDuty = 'atagande' | 'foreslaget-atagande';

type Duty = DutyDeclaration<AtagandeContext, DischargeAgreement>;

const ofWhoAnswers = {
  rule: 'avtal atagande',
  // A commitment keeps nobody in hospital: whatever the law asks for comes first.
  weight: 9,
  owner: ({ owner }) => owner,
  since: ({ since }) => since,
  due: ({ dueAt }) => dueAt,
  ladder: LADDER.promise,
  urgency: 'start',
} satisfies Partial<Duty>;

/** What ends it whatever its parties do. */
const overtaken = {
  'patient-died': 'lapsed',
  'patient-transferred': 'lapsed',
  'patient-readmitted': 'lapsed',
  'notice-withdrawn': 'withdrawn',
  'case-makulerad': 'withdrawn',
  'wrong-person': 'withdrawn',
} as const;

const atagande: Duty = {
  ...ofWhoAnswers,
  title: { sv: 'Gör det ni har åtagit er', en: 'Do what you have committed yourselves to' },
  waitsFor: { sv: 'gör det som enheten har åtagit sig', en: 'do what it has committed itself to' },
  outcomes: { 'fulfil-atagande': 'fulfilled', 'withdraw-atagande': 'withdrawn', ...overtaken },
};

const foreslagetAtagande: Duty = {
  ...ofWhoAnswers,
  title: { sv: 'Få svar på ert förslag', en: 'Get an answer to your proposal' },
  waitsFor: {
    sv: 'får svar på sitt förslag om ett åtagande',
    en: 'get an answer to the commitment it has proposed',
  },
  outcomes: {
    'accept-atagande': 'fulfilled',
    'decline-atagande': 'withdrawn',
    'withdraw-atagande': 'withdrawn',
    ...overtaken,
  },
};

/** A commitment has one owner at any time, and no rule but the promise itself. */
export const atagandeDuties: Readonly<Record<AtagandeDuty, Duty>> = {
  atagande,
  'foreslaget-atagande': foreslagetAtagande,
};
