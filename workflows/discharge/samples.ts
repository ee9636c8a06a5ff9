import { sample } from '@hemgang/engine';
import { mainMessageSamples } from '@workflows/message';
import type { DischargeInput } from './context';

const PREVIOUS = '5f3c8a52-6d0f-4a86-9b1e-3f1f6f2b7c11';
const SIP = '5b0c7a4e-6f0e-4c56-9a53-2c8f0a5f1d12';
const EXPECTED = '2026-03-06T11:00:00.000Z';

export const dischargeInputSample: DischargeInput = {
  unit: 'nus-medicin-2',
  admittedAt: '2026-03-02T06:00:00.000Z',
  number: 'reservnummer',
  previous: { case: PREVIOUS, endedAt: '2026-02-20T10:00:00.000Z' },
  home: '2480',
  placedBy: null,
};

const needs = { socialServices: true, municipalHealthCare: true, openCare: true };

const units = {
  'umea-bistand': 'municipal-social',
  'umea-hemsjukvard': 'municipal-health',
  'hc-mariehem': 'halsocentral',
  'vannas-bistand': 'municipal-social',
};

const person = { number: 'personnummer', is: 'known', municipality: '2480' };

/** One of every event the ward's machine handles. */
export const dischargeSamples = [
  sample('admit', { needs }, { seq: 1 }),
  sample('judge-need', { needs }),
  sample(
    'send-inskrivningsmeddelande',
    { receivers: ['umea-bistand', 'hc-mariehem'], expectedDischargeAt: EXPECTED },
    { given: { units } },
  ),
  sample('identify-patient', {}, { given: { person } }),
  sample('split-patient', {}, { given: { person: { ...person, number: 'reservnummer' } } }),
  sample('plan-destination', { destination: 'korttids' }),
  sample(
    'request-municipal-transfer',
    { unit: 'vannas-bistand' },
    { seq: 5, given: { units, municipality: { 'vannas-bistand': '2460' } } },
  ),
  sample('receiver-lacks-information'),
  sample('municipal-transfer-answered', { handover: 'h2-1' }),
  sample('municipality-transferred', {
    unit: 'vannas-bistand',
    municipality: '2460',
    handover: 'h2-1',
    from: '2026-03-09',
  }),
  sample('move-wrong-person', {}, { given: { person } }),
  sample('strike-wrong-person'),
  sample('note-contact'),
  sample('note-contact', { contact: 'k2' }),
  sample('end-contact', { contact: 'k2' }),
  sample('note-communication-needs'),
  sample('share-contacts'),
  sample('note-child-heard'),
  sample('change-folkbokforing', { municipality: '2460', from: '2026-03-04' }),
  sample('assign-municipality', {
    role: 'decides',
    municipality: '2460',
    from: '2026-03-04',
    basis: 'SoL 29:1',
  }),
  sample('change-expected-discharge', { expectedDischargeAt: EXPECTED }),
  sample('mark-utskrivningsklar', { judgedAt: EXPECTED }),
  sample('mark-utskrivningsklar', { judgedAt: EXPECTED, secrecyHinders: true }),
  sample('notify-utskrivningsklar'),
  sample('hold-back-notice'),
  sample('hold-back-information'),
  sample('withdraw-utskrivningsklar'),
  sample('send-utskrivningsinformation', { way: 'here' }),
  sample('give-patient-summary', { way: 'here' }),
  sample(
    'name-coordinator',
    { unit: 'umea-bistand' },
    { given: { huvudman: { 'umea-bistand': 'kommun-2480' } } },
  ),
  sample('contact-appointed', { unit: 'hc-mariehem' }, { from: 'h2-2' }),
  sample('contact-withdrawn', { unit: 'hc-mariehem' }, { from: 'h2-2' }),
  sample('calling-contact-marked', { unit: 'hc-mariehem' }, { from: 'h2-2' }),
  sample('handover-rejected', { unit: 'umea-bistand' }, { seq: 3, from: 'h2-1' }),
  sample('readdress', { replaces: 'h2-1', unit: 'vannas-bistand' }, { seq: 4, given: { units } }),
  sample(
    'request-move',
    { unit: 'lycksele-medicin' },
    { seq: 5, given: { units: { 'lycksele-medicin': 'ward' } } },
  ),
  sample('moved', { unit: 'lycksele-medicin' }, { from: 'mv5' }),
  sample('move-ended', {}, { from: 'mv5' }),
  sample('note-permission', { from: EXPECTED, until: EXPECTED }),
  sample('end-permission'),
  sample('note-compulsory-care', { law: 'lpt' }),
  sample('report-discharge-not-carried-out', { expectedDischargeAt: EXPECTED }),
  sample('no-need'),
  sample('handover-withdrawn', { unit: 'umea-bistand' }, { seq: 3, from: 'h2-1' }),
  sample('drop-returned', { returned: 'h2-1' }, { seq: 4 }),
  sample('handover-not-taken-over', {}, { from: 'h2-1' }),
  sample('handover-taken-over', {}, { seq: 5, from: 'h2-1' }),
  sample('handover-forwarded', { unit: 'vannas-bistand' }, { seq: 5, from: 'h2-1' }),
  sample('add-receiver', { unit: 'umea-hemsjukvard' }, { seq: 6, given: { units } }),
  sample('remove-receiver', { receiver: 'h2-2' }, { seq: 7 }),
  sample('discharge'),
  sample('discharge', { ending: 'absconded' }),
  sample('transfer-to-region', { region: '25' }),
  sample('register-death'),
  sample('take-on', { dueDate: '2026-03-05', dueTime: '15:00' }),
  sample('propose-atagande', { unit: 'umea-bistand', dueDate: '2026-03-05' }),
  ...mainMessageSamples,
  sample('tick-readiness', { item: 'medicines', status: 'done' }),
  sample('patient-readmitted', { case: PREVIOUS, seq: 1 }),
  sample('makulera-case'),
  sample('sip-started', { case: SIP, noticeAt: EXPECTED, caller: null }),
  sample('sip-declined', { case: SIP }),
  sample('sip-resumed', { case: SIP }),
  sample('sip-struck', { case: SIP }),
  sample('kallelse-sent', { case: SIP, sentAt: EXPECTED }),
  sample('kallelse-withdrawn', { case: SIP }),
  sample('judge-need-struck', { needs }),
  sample('send-inskrivningsmeddelande-struck', { receivers: ['umea-bistand', 'hc-mariehem'] }),
  sample('mark-utskrivningsklar-struck', { judgedAt: EXPECTED }),
  sample('notify-utskrivningsklar-struck'),
  sample('hold-back-notice-struck'),
  sample('hold-back-information-struck'),
  sample('send-utskrivningsinformation-struck', { way: 'here' }),
  sample('give-patient-summary-struck', { way: 'here' }),
  sample('discharge-struck'),
  sample('note-contact-struck', { event: 4 }),
  sample('end-contact-struck', { contact: 'k4' }),
  sample('note-communication-needs-struck', { before: null }),
  sample('note-child-heard-struck', { before: 4 }),
  sample('disputed', {
    event: 2,
    type: 'reject',
    machine: 'h2-1',
    at: EXPECTED,
    recordedAt: EXPECTED,
  }),
  sample('corrected', { facts: { expectedDischargeAt: EXPECTED } }),
];
