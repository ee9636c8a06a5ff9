import type { DutyDeclaration } from '@hemgang/engine';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { LADDER, type DischargeAgreement } from '@workflows/agreement';
import type { MunicipalTransferContext } from './context';

export type MunicipalTransferDuty = 'overflyttning';

const overflyttning: DutyDeclaration<MunicipalTransferContext, DischargeAgreement> = {
  rule: 'SoL 29:10',
  title: {
    sv: 'Svara om ni tar över ärendet från den andra kommunen',
    en: 'Answer whether you take the case over from the other municipality',
  },
  waitsFor: {
    sv: 'svarar om kommunen tar över ärendet',
    en: 'answer whether the municipality takes the case over',
  },
  weight: 4,
  owner: ({ unit }) => unit,
  since: ({ requestedAt }) => requestedAt,
  due: ({ requestedAt }, { overflyttningHours }) =>
    plusMs(requestedAt, overflyttningHours * HOUR_MS),
  ladder: LADDER.receiver,
  urgency: 'ordinary',
  outcomes: {
    'accept-municipal-transfer': 'fulfilled',
    // A no is an answer too: the first municipality keeps its duties.
    'decline-municipal-transfer': 'fulfilled',
    'withdraw-municipal-transfer': 'withdrawn',
    'patient-died': 'lapsed',
    'patient-transferred': 'lapsed',
    'patient-readmitted': 'lapsed',
    'notice-withdrawn': 'withdrawn',
    'case-makulerad': 'withdrawn',
    'wrong-person': 'withdrawn',
  },
};

export const municipalTransferDuties: Readonly<
  Record<MunicipalTransferDuty, typeof overflyttning>
> = { overflyttning };
