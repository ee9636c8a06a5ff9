import type { DutyDeclaration } from '@hemgang/engine';
import { endOfLocalDay, HOUR_MS, localDate, plusMs, type Instant } from '@hemgang/kernel';
import { LADDER, type DischargeAgreement } from '@workflows/agreement';
import type { DischargeContext } from './context';

export type DischargeDuty =
  | 'inskrivningsmeddelande'
  | 'beraknad-utskrivning'
  | 'underrattelse'
  | 'utskrivningsinformation'
  | 'patientsammanfattning'
  | 'ny-mottagare';

type Duty = DutyDeclaration<DischargeContext, DischargeAgreement>;

/** 2017:612 2:3: elapsed hours, any day of the week. */
const NOTICE_HOURS = 24;

const owner = ({ unit }: DischargeContext) => unit;

/** The day of the discharge: the real one, until then the expected one. */
const dischargeAt = ({ leftAt, expectedDischargeAt }: DischargeContext): Instant | null =>
  leftAt ?? expectedDischargeAt;

/** Statutory days are local dates: the due time is the end of that day in Stockholm. */
const endOfDischargeDay = (context: DischargeContext): Instant | null => {
  const at = dischargeAt(context);
  return at === null ? null : endOfLocalDay(localDate(at));
};

const judgedAt = ({ utskrivningsklar, admittedAt }: DischargeContext): Instant =>
  utskrivningsklar?.judgedAt ?? admittedAt;

/** Who left unplanned may never have been judged ready: then the leaving itself made it due. */
const informationKnownAt = ({ utskrivningsklar, leftAt, admittedAt }: DischargeContext): Instant =>
  utskrivningsklar?.judgedAt ?? leftAt ?? admittedAt;

/** What ends every duty of the ward, whatever it is. */
const stayEnded = {
  'register-death': 'lapsed',
  'transfer-to-region': 'lapsed',
  'patient-readmitted': 'lapsed',
  'makulera-case': 'withdrawn',
  'strike-wrong-person': 'withdrawn',
  'move-wrong-person': 'withdrawn',
  'no-need': 'withdrawn',
} as const;

const inskrivningsmeddelande: Duty = {
  rule: '2017:612 2:3',
  title: { sv: 'Skicka inskrivningsmeddelande', en: 'Send the notice of admission' },
  waitsFor: { sv: 'skickar inskrivningsmeddelandet', en: 'send the notice of admission' },
  weight: 1,
  owner,
  since: ({ needKnownAt, admittedAt }) => needKnownAt ?? admittedAt,
  due: ({ needKnownAt, admittedAt }) => plusMs(needKnownAt ?? admittedAt, NOTICE_HOURS * HOUR_MS),
  ladder: LADDER.sender,
  urgency: 'acute',
  // Who leaves unplanned before anybody was told leaves nobody who could plan.
  outcomes: {
    'send-inskrivningsmeddelande': 'fulfilled',
    discharge: 'lapsed',
    'judge-need-struck': 'withdrawn',
    ...stayEnded,
  },
};

/** Open as long as the patient is expected to leave: when the time passes, a new one must be told. */
const beraknadUtskrivning: Duty = {
  rule: '2017:612 2:4',
  title: {
    sv: 'Meddela ny tid om utskrivningen inte blir som beräknat',
    en: 'Tell a new time if the discharge will not be as expected',
  },
  waitsFor: {
    sv: 'skriver ut patienten eller meddelar en ny tid',
    en: 'discharge the patient or tell a new time',
  },
  weight: 6,
  owner,
  since: ({ noticeSentAt, admittedAt }) => noticeSentAt ?? admittedAt,
  due: ({ expectedDischargeAt }) => expectedDischargeAt,
  ladder: LADDER.sender,
  urgency: 'start',
  outcomes: {
    discharge: 'fulfilled',
    'send-inskrivningsmeddelande-struck': 'withdrawn',
    ...stayEnded,
  },
};

const underrattelse: Duty = {
  rule: '2017:612 3:1',
  title: {
    sv: 'Underrätta mottagarna om att patienten är utskrivningsklar',
    en: 'Notify the receivers that the patient is ready for discharge',
  },
  waitsFor: {
    sv: 'underrättar mottagarna om att patienten är utskrivningsklar',
    en: 'notify the receivers that the patient is ready for discharge',
  },
  weight: 1,
  owner,
  since: judgedAt,
  due: (context, { underrattelseHours }) => plusMs(judgedAt(context), underrattelseHours * HOUR_MS),
  ladder: LADDER.sender,
  urgency: 'acute',
  outcomes: {
    'notify-utskrivningsklar': 'fulfilled',
    'hold-back-notice': 'hindered',
    'withdraw-utskrivningsklar': 'withdrawn',
    'mark-utskrivningsklar-struck': 'withdrawn',
    discharge: 'hindered',
    ...stayEnded,
  },
};

const utskrivningsinformation: Duty = {
  rule: '2017:612 3:2',
  title: { sv: 'Skicka utskrivningsinformation', en: 'Send the discharge information' },
  waitsFor: { sv: 'skickar utskrivningsinformationen', en: 'send the discharge information' },
  weight: 5,
  owner,
  since: informationKnownAt,
  due: endOfDischargeDay,
  ladder: LADDER.sender,
  urgency: 'acute',
  outcomes: {
    'send-utskrivningsinformation': 'fulfilled',
    'hold-back-information': 'hindered',
    'withdraw-utskrivningsklar': 'withdrawn',
    'mark-utskrivningsklar-struck': 'withdrawn',
    'discharge-struck': 'withdrawn',
    ...stayEnded,
  },
};

const patientsammanfattning: Duty = {
  rule: '2017:612 3:3',
  title: { sv: 'Ge patienten sin sammanfattning', en: 'Give the patient the summary' },
  waitsFor: {
    sv: 'ger patienten en sammanfattning av vården',
    en: 'give the patient the summary of the stay',
  },
  weight: 7,
  owner,
  since: judgedAt,
  // The law says at the discharge, not on the day of it.
  due: dischargeAt,
  ladder: LADDER.sender,
  urgency: 'acute',
  outcomes: {
    'give-patient-summary': 'fulfilled',
    'withdraw-utskrivningsklar': 'withdrawn',
    'mark-utskrivningsklar-struck': 'withdrawn',
    ...stayEnded,
  },
};

const nyMottagare: Duty = {
  rule: 'avtal felsant',
  title: {
    sv: 'Skicka till rätt mottagare, eller avgör att ingen annan behövs',
    en: 'Send to the right recipient, or decide that nobody else is needed',
  },
  waitsFor: {
    sv: 'skickar till rätt mottagare eller avgör att ingen annan behövs',
    en: 'send to the right recipient or decide that nobody else is needed',
  },
  weight: 1,
  owner,
  // One duty for the whole list, counted from the receiver that was lost first.
  since: ({ returned, admittedAt }) => returned[0]?.returnedAt ?? admittedAt,
  due: ({ returned }, { nyMottagareHours }) => {
    const oldest = returned[0];
    return oldest === undefined ? null : plusMs(oldest.returnedAt, nyMottagareHours * HOUR_MS);
  },
  ladder: LADDER.urgent,
  urgency: 'acute',
  outcomes: {
    readdress: 'fulfilled',
    'drop-returned': 'waived',
    'send-inskrivningsmeddelande-struck': 'withdrawn',
    ...stayEnded,
  },
};

export const dischargeDuties: Readonly<Record<DischargeDuty, Duty>> = {
  inskrivningsmeddelande,
  'beraknad-utskrivning': beraknadUtskrivning,
  underrattelse,
  utskrivningsinformation,
  patientsammanfattning,
  'ny-mottagare': nyMottagare,
};
