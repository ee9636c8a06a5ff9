import type { DutyDeclaration } from '@hemgang/engine';
import { HOUR_MS, later, plusMs, startOfLocalDay } from '@hemgang/kernel';
import { LADDER, paymentStartOf, type DischargeAgreement } from '@workflows/agreement';
import { OPEN_CARE_KINDS, type HandoverContext } from './context';

export type HandoverDuty =
  | 'kvittens'
  | 'svar'
  | 'planering'
  | 'beredskap'
  | 'overtagande'
  | 'fast-vardkontakt'
  | 'oppenvard-klarlagd';

type Duty = DutyDeclaration<HandoverContext, DischargeAgreement>;

const unit = ({ unit }: HandoverContext) => unit;
const toldAt = ({ toldAt }: HandoverContext) => toldAt;

/** What ends every duty of a receiver, whatever it is. */
const handoverEnded = {
  reject: 'withdrawn',
  'withdraw-party': 'withdrawn',
  'receiver-removed': 'withdrawn',
  'notice-withdrawn': 'withdrawn',
  'case-makulerad': 'withdrawn',
  'patient-died': 'lapsed',
  'patient-transferred': 'lapsed',
  'patient-readmitted': 'lapsed',
} as const;

const kvittens: Duty = {
  rule: 'avtal kvittens',
  title: {
    sv: 'Kvittera det som avdelningen har skickat',
    en: 'Acknowledge what the ward has sent',
  },
  waitsFor: {
    sv: 'kvitterar det som avdelningen har skickat',
    en: 'acknowledge what the ward has sent',
  },
  weight: 2,
  owner: unit,
  // One duty per unit, counted from the oldest message it has not acknowledged.
  since: ({ unacknowledged, toldAt }) => unacknowledged[0]?.sentAt ?? toldAt,
  due: ({ unacknowledged }, { kvittensHours }) => {
    const oldest = unacknowledged[0];
    return oldest === undefined ? null : plusMs(oldest.sentAt, kvittensHours * HOUR_MS);
  },
  ladder: LADDER.receiver,
  outcomes: { acknowledge: 'fulfilled', ...handoverEnded },
};

const svar: Duty = {
  rule: 'avtal svar',
  title: { sv: 'Svara om patienten är känd hos er', en: 'Answer whether you know the patient' },
  waitsFor: { sv: 'svarar om patienten är känd', en: 'answer whether it knows the patient' },
  weight: 3,
  owner: unit,
  since: toldAt,
  due: ({ toldAt }, { svarHours }) => plusMs(toldAt, svarHours * HOUR_MS),
  ladder: LADDER.receiver,
  outcomes: {
    answer: 'fulfilled',
    'patient-left': 'lapsed',
    ...handoverEnded,
  },
};

const planering: Duty = {
  rule: '2017:612 2:6',
  title: { sv: 'Börja planera insatserna', en: 'Start planning the measures' },
  waitsFor: { sv: 'börjar planera insatserna', en: 'start planning the measures' },
  weight: 4,
  owner: unit,
  since: toldAt,
  due: ({ toldAt }, { planeringHours }) => plusMs(toldAt, planeringHours * HOUR_MS),
  ladder: LADDER.receiver,
  outcomes: {
    'start-planning': 'fulfilled',
    'report-ready': 'fulfilled',
    'patient-left': 'lapsed',
    ...handoverEnded,
  },
};

const beredskap: Duty = {
  rule: 'avtal hemgangsklar',
  title: { sv: 'Gör klart att ta emot patienten', en: 'Get ready to receive the patient' },
  waitsFor: { sv: 'blir klar att ta emot patienten', en: 'get ready to receive the patient' },
  weight: 1,
  owner: unit,
  since: toldAt,
  // Until the patient is utskrivningsklar the expected day counts; then the day liability begins.
  due: ({ expectedDischargeAt, utskrivningsklarSentAt }, agreement) =>
    utskrivningsklarSentAt === null
      ? expectedDischargeAt
      : startOfLocalDay(paymentStartOf(utskrivningsklarSentAt, agreement)),
  ladder: LADDER.receiver,
  outcomes: {
    'report-ready': 'fulfilled',
    'patient-left': 'lapsed',
    ...handoverEnded,
  },
};

const overtagande: Duty = {
  rule: 'avtal overtagande',
  title: { sv: 'Bekräfta att ni har tagit över', en: 'Confirm that you have taken over' },
  waitsFor: { sv: 'bekräftar att hjälpen har kommit igång', en: 'confirm that help has started' },
  weight: 1,
  owner: unit,
  since: ({ leftAt, toldAt }) => leftAt ?? toldAt,
  due: ({ leftAt, canReceiveFrom, kind }, agreement) => {
    if (leftAt === null) return null;
    const hours = OPEN_CARE_KINDS.includes(kind)
      ? agreement.overtagandeOpenCareHours
      : agreement.overtagandeMunicipalHours;
    const from = canReceiveFrom === null ? leftAt : later(leftAt, canReceiveFrom);
    return plusMs(from, hours * HOUR_MS);
  },
  ladder: LADDER.takingOver,
  outcomes: { 'take-over': 'fulfilled', ...handoverEnded },
};

const fastVardkontakt: Duty = {
  rule: '2017:612 2:5',
  title: { sv: 'Utse fast vårdkontakt', en: 'Appoint a fast vårdkontakt (named care contact)' },
  waitsFor: { sv: 'utser en fast vårdkontakt', en: 'appoint a named care contact' },
  weight: 5,
  owner: unit,
  since: toldAt,
  // The law says before the discharge: once the patient has left, that moment is the due time.
  due: ({ leftAt, expectedDischargeAt }) => leftAt ?? expectedDischargeAt,
  ladder: LADDER.receiver,
  outcomes: {
    'appoint-fast-vardkontakt': 'fulfilled',
    notice: 'fulfilled',
    ...handoverEnded,
  },
};

const oppenvardKlarlagd: Duty = {
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
  due: ({ toldAt }, { oppenvardHours }) => plusMs(toldAt, oppenvardHours * HOUR_MS),
  ladder: LADDER.receiver,
  outcomes: {
    'clarify-open-care': 'fulfilled',
    'patient-left': 'lapsed',
    ...handoverEnded,
  },
};

/** Duties of every receiver. */
export const receiverDuties = { kvittens, svar, planering, beredskap, overtagande };

/** Duties of the region's open care besides. */
export const openCareDuties = {
  ...receiverDuties,
  'fast-vardkontakt': fastVardkontakt,
  'oppenvard-klarlagd': oppenvardKlarlagd,
};
