import { SipLife, at, patient, type Known } from './life.testing';

/* How far a SIP has come: real histories that the tests begin with. */

const NOTICE_AT = at('2026-03-04 09:00');
export const ORDINARY: Known = {
  stay: { case: 'stay-1', noticeAt: NOTICE_AT, caller: 'hc-mariehem' },
};
export const UNNOTICED: Known = {
  stay: { case: 'stay-1', noticeAt: null, caller: null },
};

export const CONSENT = {
  givenBy: 'person',
  way: 'spoken',
  scope: 'Allt som rör hemgången.',
  notCovering: 'Inte psykiatrin.',
};
export const MEETING = { at: at('2026-03-10 13:00'), way: 'home' };
export const reason = 'Det behövs inte.';

export const measure = {
  id: 'i1',
  what: 'Rehabilitering i hemmet.',
  huvudman: 'region-24',
  unit: 'hc-mariehem',
  status: 'planned',
};

export const plan = (more: Readonly<Record<string, unknown>> = {}) => ({
  responsible: 'hc-mariehem',
  matters: 'Jag vill kunna gå till brevlådan själv.',
  goals: ['Gå till brevlådan.'],
  needs: ['Hjälp på morgonen.'],
  measures: [measure],
  contacts: [],
  ...more,
});

/** Started by the ward in a discharge on 4 March at ten, when the notice has been sent. */
export const inStay = (known = ORDINARY) =>
  new SipLife(known).give(
    '2026-03-04 10:00',
    'start-sip',
    { patient, stay: 'stay-1', need: 'Stroke.' },
    'nus-medicin-2',
  );

/** Started by the social services, without a stay. */
export const withoutStay = (known: Known = {}) =>
  new SipLife(known).give('2026-03-04 10:00', 'start-sip', { patient, need: 'Många insatser.' });

export const offered = (life: SipLife) => life.give('2026-03-04 11:00', 'offer-sip');

export const consented = (life: SipLife) =>
  offered(life).give('2026-03-04 12:00', 'record-consent', CONSENT);

/** Umeå is p4-1 and the home nursing p4-2, or the hälsocentral instead of Umeå without a stay. */
export const called = (life: SipLife, more: Readonly<Record<string, unknown>> = {}) => {
  const first = life.context.stay === undefined ? 'hc-mariehem' : 'umea-bistand';
  return consented(life).give('2026-03-05 09:00', 'call', {
    units: [first, 'umea-hemsjukvard'],
    ...more,
  });
};

/** The consent held for the day on which it was given. */
export const runOut = (life: SipLife) =>
  life.give('2026-03-11 12:00', 'record-consent', { ...CONSENT, until: '2026-03-11' });

export const withdrawn = (life: SipLife) => life.give('2026-03-11 12:00', 'withdraw-consent');

export const booked = (life: SipLife) => called(life, { meeting: MEETING });

export const held = (life: SipLife) =>
  booked(life).give('2026-03-10 14:00', 'hold-meeting', { way: 'home', attended: 'Alla.' });

/** Written as version 6. */
export const drafted = (life: SipLife, more = {}) =>
  held(life).give('2026-03-10 15:00', 'draft-plan', plan(more));

export const established = (life: SipLife) =>
  drafted(life).give('2026-03-11 09:00', 'establish-plan', {
    version: 6,
    followUpOn: '2026-06-01',
  });
