import { sample } from '@hemgang/engine';
import { mainMessageSamples } from '@workflows/message';
import type { SipInput } from './context';

const at = '2026-03-02T08:00:00.000Z';
const stay = { case: 'case-1', noticeAt: at, caller: 'hc-mariehem' };

export const sipInputSample: SipInput = {
  unit: 'nus-medicin-2',
  startedAt: at,
  justering: false,
  stay,
};

const meeting = { at: '2026-03-09T08:00:00.000Z', way: 'home' };
const proposed = { times: [meeting.at, '2026-03-10T08:00:00.000Z'], way: 'home' };
const contact = { kind: 'vardkontakt' };

/** One of every event that the SIP's machine handles. */
export const sipSamples = [
  sample('start-sip'),
  sample('link-stay', { stay: 'case-1' }, { given: { stay } }),
  sample('offer-sip'),
  sample('refuse-sip'),
  sample('record-consent', { until: '2026-12-31' }),
  sample('decline-sip'),
  sample('record-attitude'),
  sample('withdraw-consent'),
  sample('call', { units: ['umea-bistand'] }),
  sample('call', { units: ['umea-hemsjukvard'], meeting }),
  sample('call', { units: ['umea-hemsjukvard'], proposed }),
  sample('withdraw-call'),
  sample('invite'),
  sample('book-meeting', meeting),
  sample('move-meeting', meeting),
  sample('cancel-meeting'),
  sample('hold-meeting', { way: 'home' }),
  sample('draft-plan', { responsible: 'hc-mariehem', form: 'sip' }),
  sample('establish-plan', { version: 2, followUpOn: '2026-06-01' }),
  sample('report-measure'),
  sample('follow-up', { result: 'still-valid' }),
  sample('follow-up', { result: 'still-valid', followUpOn: '2026-09-01' }),
  sample('plan-follow-up', { followUpOn: '2026-09-01' }),
  sample('close-sip', { because: 'goals-met' }),
  sample('register-death'),
  sample('makulera-sip'),
  sample('name-contact', { ...contact, from: '2026-03-02' }),
  sample('end-contact', contact),
  sample('name-contact-struck', { ...contact, before: null, event: 2 }),
  sample('end-contact-struck', { ...contact, before: null, event: 2 }),
  sample('note-custody'),
  sample('note-child-heard'),
  sample('note-measure-decision'),
  sample('participant-approved', { unit: 'umea-bistand', version: 2 }),
  sample('notice-sent', { sentAt: at, caller: 'hc-mariehem' }),
  sample('notice-withdrawn'),
  sample('caller-named', { caller: 'hc-ersboda' }),
  sample('stay-ended', { ending: 'left' }),
  sample('stay-ended', { ending: 'deceased' }),
  sample('stay-ended', { ending: 'makulerad' }),
  ...mainMessageSamples,
  sample('disputed', { event: 2, type: 'call', machine: 'sip', at, recordedAt: at }),
];
