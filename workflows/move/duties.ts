import type { DutyDeclaration } from '@hemgang/engine';
import { HOUR_MS, later, plusMs } from '@hemgang/kernel';
import { LADDER, type DischargeAgreement } from '@workflows/agreement';
import type { MoveContext } from './context';

export type MoveDuty = 'omflyttning';

const omflyttning: DutyDeclaration<MoveContext, DischargeAgreement> = {
  rule: 'avtal flytt',
  title: {
    sv: 'Ta över patienten från den andra avdelningen eller avböj',
    en: 'Take the patient over from the other ward, or decline',
  },
  waitsFor: {
    sv: 'tar över patienten eller avböjer flytten',
    en: 'take the patient over or decline the move',
  },
  weight: 2,
  owner: ({ unit }) => unit,
  since: ({ requestedAt }) => requestedAt,
  // Nobody can take over before the planned time, or before the patient can be moved.
  due: ({ requestedAt, plannedAt, readyAt }, { omflyttningHours }) => {
    const from = later(plannedAt ?? requestedAt, readyAt ?? requestedAt);
    return plusMs(later(from, requestedAt), omflyttningHours * HOUR_MS);
  },
  ladder: LADDER.urgent,
  urgency: 'acute',
  outcomes: {
    'accept-move': 'fulfilled',
    // An answer too: the other ward is no longer waited for.
    'decline-move': 'fulfilled',
    'cancel-move': 'withdrawn',
    'stay-ended': 'lapsed',
    'case-makulerad': 'withdrawn',
  },
};

export const moveDuties: Readonly<Record<MoveDuty, typeof omflyttning>> = { omflyttning };
