import type { DutyDeclaration } from '@hemgang/engine';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { LADDER, type DischargeAgreement } from '@workflows/agreement';
import type { DispatchContext } from './context';

export type DispatchDuty = 'skicka-externt';

const skickaExternt: DutyDeclaration<DispatchContext, DischargeAgreement> = {
  rule: 'avtal externt',
  title: {
    sv: 'Skicka till mottagaren som saknar konto',
    en: 'Send to the receiver that has no account',
  },
  waitsFor: {
    sv: 'skickar till mottagaren som saknar konto',
    en: 'send to the receiver that has no account',
  },
  weight: 1,
  owner: ({ unit }) => unit,
  // One duty for everything that is waiting, counted from what has waited longest.
  since: ({ unsent }) => unsent[0]?.since ?? '',
  due: ({ unsent }, { skickaExterntHours }) => {
    const oldest = unsent[0];
    return oldest === undefined ? null : plusMs(oldest.since, skickaExterntHours * HOUR_MS);
  },
  ladder: LADDER.urgent,
  urgency: 'acute',
  outcomes: {
    'report-sent': 'fulfilled',
    'receiver-removed': 'withdrawn',
    'receiver-lost': 'withdrawn',
    'notice-withdrawn': 'withdrawn',
    'case-makulerad': 'withdrawn',
    'wrong-person': 'withdrawn',
    'patient-died': 'lapsed',
    'patient-transferred': 'lapsed',
    'patient-readmitted': 'lapsed',
  },
};

export const dispatchDuties = { 'skicka-externt': skickaExternt };
