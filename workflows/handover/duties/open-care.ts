import { LADDER } from '@workflows/agreement';
import { handoverEnded, hoursAfterTold, toldAt, unit, type Duty } from './duty';

export const fastVardkontakt: Duty = {
  rule: '2017:612 2:5',
  title: { sv: 'Utse fast vårdkontakt', en: 'Appoint a fast vårdkontakt (named care contact)' },
  waitsFor: { sv: 'utser en fast vårdkontakt', en: 'appoint a named care contact' },
  weight: 5,
  owner: unit,
  since: toldAt,
  // The law says before the discharge: once the patient has left, that moment is the due time.
  due: ({ leftAt, expectedDischargeAt }) => leftAt ?? expectedDischargeAt,
  ladder: LADDER.receiver,
  urgency: 'ordinary',
  outcomes: {
    'appoint-fast-vardkontakt': 'fulfilled',
    notice: 'fulfilled',
    ...handoverEnded,
  },
};

export const oppenvardKlarlagd: Duty = {
  rule: '2017:612 5:5',
  title: {
    sv: 'Klarlägg att den öppna vårdens insatser finns',
    en: 'Clarify that the open-care measures are available',
  },
  waitsFor: {
    sv: 'bekräftar att den öppna vårdens insatser finns',
    en: 'confirm that the open-care measures are available',
  },
  weight: 3,
  owner: unit,
  since: toldAt,
  due: (context, { oppenvardHours }) => hoursAfterTold(context, oppenvardHours),
  ladder: LADDER.receiver,
  urgency: 'ordinary',
  outcomes: {
    'clarify-open-care': 'fulfilled',
    'patient-left': 'lapsed',
    ...handoverEnded,
  },
};
