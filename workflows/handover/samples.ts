import { sample } from '@hemgang/engine';
import type { HandoverInput } from './context';

const LEFT_AT = '2026-03-06T11:00:00.000Z';
const START_AT = '2026-03-06T16:00:00.000Z';

const DISPUTED_NOTICE = {
  event: 1,
  type: 'mark-utskrivningsklar',
  machine: 'discharge',
  at: '2026-03-02T08:00:00.000Z',
  recordedAt: LEFT_AT,
};

const NOBODY_CAME = {
  outcome: 'nobody-came',
  at: START_AT,
  reporter: 'relative',
  source: 'phone',
};

export const handoverInputSample: HandoverInput = {
  unit: 'umea-bistand',
  kind: 'municipal-social',
  sender: 'nus-medicin-2',
  toldAt: '2026-03-02T08:00:00.000Z',
  expectedDischargeAt: LEFT_AT,
  standingContact: 'helena-burman',
  destination: 'own-home',
};

/** What comes to every receiver and what every receiver does until the patient leaves. */
const receiverSamples = [
  sample('notice', { entry: 'inskrivningsmeddelande' }),
  sample('notice', { entry: 'utskrivningsklar', utskrivningsklarSentAt: LEFT_AT }),
  sample('notice', { entry: 'destination', destination: 'own-home' }),
  sample('sent-outside', { at: LEFT_AT }),
  sample('acknowledge'),
  sample('acknowledge', { messages: ['m1'] }),
  sample('answer', { answer: 'known' }),
  sample('answer', { answer: 'no-measures' }),
  sample('reject'),
  sample('withdraw-party'),
  sample('receiver-removed'),
  sample('forward', { unit: 'umea-bistand-ost' }),
  sample('start-planning'),
  sample('state-can-receive-from', { canReceiveFrom: LEFT_AT }),
  sample('report-ready'),
  sample('utskrivningsklar-withdrawn', { entry: 'utskrivningsklar-aterkallad' }),
  sample('patient-left', { entry: 'utskrivningsmeddelande', leftAt: LEFT_AT }),
  sample('patient-transferred'),
  sample('notice-withdrawn'),
  sample('ward-changed', { from: 'nus-medicin-2', ward: 'lycksele-medicin' }),
  sample('ward-changed', { from: 'lycksele-medicin', ward: 'umea-bistand' }),
  sample('left-in-error', { entry: 'makulering' }),
  sample('acknowledge-struck', {
    acknowledged: [{ id: 'm1', entry: 'inskrivningsmeddelande', sentAt: LEFT_AT }],
  }),
  sample('answer-struck', { answer: 'known' }),
  sample('start-planning-struck'),
  sample('report-ready-struck'),
  sample('register-rehab', { step: 'referral', on: '2026-03-04' }),
  sample('register-rehab-struck', { event: 4 }),
];

/** How the start turns out, in every way. */
const startSamples = [
  sample('take-over'),
  sample('register-call', { calledBy: 'relative', outcome: 'nobody-came' }),
  sample('register-call', { calledBy: 'patient', outcome: 'started' }),
  sample('report-no-start', { outcome: 'not-home' }),
  sample('report-no-start', { outcome: 'nobody-came' }),
  sample('report-no-start', { outcome: 'postponed-agreed', startAt: START_AT }),
  sample('report-no-start', { outcome: 'readmitted' }),
  sample('report-no-start', { outcome: 'deceased' }),
  sample('disputed', DISPUTED_NOTICE),
  sample('corrected', { facts: { takenOverAt: START_AT } }),
  sample('take-over-struck', {}),
  sample('take-over-struck', { plannedStart: START_AT, contactAt: START_AT }),
  sample('take-over-struck', { report: NOBODY_CAME }),
  sample('register-call-struck', {}),
  sample('register-call-struck', { plannedStart: START_AT, contactAt: START_AT }),
  sample('register-call-struck', { report: NOBODY_CAME }),
];

const executingSamples = [
  sample('plan-start', { startAt: START_AT, executor: 'umea-hemtjanst' }),
  sample('assign-executor', { executor: 'umea-hemtjanst' }),
  sample('create-start-link', {}),
];

/** What ends a handover and the way home from a korttids. */
const endingSamples = [
  sample('patient-died'),
  sample('patient-readmitted'),
  sample('case-makulerad'),
  sample('wrong-person'),
];

/** One of every event that a municipal unit's machine handles. */
export const municipalSamples = [
  ...receiverSamples,
  ...executingSamples,
  ...startSamples,
  ...endingSamples,
];

/** One of every event that the machine of open care handles. */
export const openCareSamples = [
  ...receiverSamples,
  sample('book-contact', { contactAt: START_AT }),
  ...startSamples,
  ...endingSamples,
  sample('appoint-fast-vardkontakt'),
  sample('mark-calling-contact'),
  sample('clarify-open-care', { available: true }),
  sample('clarify-open-care', { available: false }),
  sample('appoint-fast-vardkontakt-struck'),
  sample('clarify-open-care-struck', { available: true }),
];

/** One of every event that the machine for the way home from a korttids handles. */
export const homecomingSamples = [
  sample('stay-on'),
  sample('arrival-struck'),
  ...executingSamples,
  ...startSamples,
  ...endingSamples,
];
