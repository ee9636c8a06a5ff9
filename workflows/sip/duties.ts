import type { DutyDeclaration } from '@hemgang/engine';
import { endOfLocalDay, HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';
import { LADDER, type SipAgreement } from '@workflows/agreement';
import { leaderOf, type SipContext } from './context';
import { kallelseDue } from './kallelse';

export type SipDuty =
  | 'erbjud-sip'
  | 'svar-pa-erbjudande'
  | 'kallelse'
  | 'kalla-till-sip'
  | 'boka-mote'
  | 'hall-mote'
  | 'uppratta-plan'
  | 'folj-upp'
  | 'nasta-uppfoljning';

type Duty = DutyDeclaration<SipContext, SipAgreement>;

const hours = (from: Instant | null | undefined, count: number): Instant | null =>
  from == null ? null : plusMs(from, count * HOUR_MS);

/** What ends every duty of a SIP, whatever it is. */
const sipEnded = {
  'register-death': 'lapsed',
  'stay-ended': 'lapsed',
  'makulera-sip': 'withdrawn',
  'close-sip': 'waived',
} as const;

const ofWhoLeads = {
  weight: 8,
  owner: leaderOf,
  ladder: LADDER.sender,
  urgency: 'ordinary',
} as const;

const erbjudSip: Duty = {
  ...ofWhoLeads,
  rule: 'HSL 16:4',
  title: { sv: 'Erbjud personen en SIP', en: 'Offer the person a SIP' },
  waitsFor: { sv: 'erbjuder personen en SIP', en: 'offer the person a SIP' },
  since: ({ startedAt }) => startedAt,
  due: ({ startedAt }, { erbjudandeHours }) => hours(startedAt, erbjudandeHours),
  outcomes: { 'offer-sip': 'fulfilled', 'refuse-sip': 'waived', ...sipEnded },
};

const svarPaErbjudande: Duty = {
  ...ofWhoLeads,
  rule: 'avtal sip-erbjudande',
  title: { sv: 'Anteckna svaret på erbjudandet om SIP', en: 'Note the answer to the offer' },
  waitsFor: {
    sv: 'antecknar personens svar på erbjudandet',
    en: "note the person's answer to the offer",
  },
  since: ({ offeredAt, startedAt }) => offeredAt ?? startedAt,
  due: ({ offeredAt }, { svarHours }) => hours(offeredAt, svarHours),
  outcomes: {
    'record-consent': 'fulfilled',
    'record-attitude': 'fulfilled',
    'decline-sip': 'fulfilled',
    ...sipEnded,
  },
};

/** Survives the discharge and a withdrawn consent; the patient may say no to all of it. */
const kallelse: Duty = {
  ...ofWhoLeads,
  weight: 2,
  rule: '2017:612 4:3',
  title: { sv: 'Skicka kallelse till SIP', en: 'Send the call to the SIP' },
  waitsFor: { sv: 'skickar kallelsen till SIP', en: 'send the call to the SIP' },
  owner: ({ unit, stay }) => stay?.caller ?? unit,
  since: ({ stay, startedAt }) => stay?.noticeAt ?? startedAt,
  due: ({ stay }, { sundayRuleForKallelse }) =>
    stay?.noticeAt == null ? null : kallelseDue(stay.noticeAt, sundayRuleForKallelse),
  outcomes: {
    call: 'fulfilled',
    'decline-sip': 'waived',
    'refuse-sip': 'waived',
    ...sipEnded,
  },
};

const kallaTillSip: Duty = {
  ...ofWhoLeads,
  rule: 'SoL 10:8',
  title: { sv: 'Kalla till SIP', en: 'Call the units to the SIP' },
  waitsFor: { sv: 'kallar till SIP', en: 'call the units to the SIP' },
  since: ({ clearedAt, startedAt }) => clearedAt ?? startedAt,
  due: ({ clearedAt }, { kallelseHours }) => hours(clearedAt, kallelseHours),
  outcomes: {
    call: 'fulfilled',
    'link-stay': 'withdrawn',
    'withdraw-consent': 'withdrawn',
    ...sipEnded,
  },
};

/** What takes the ground from under everything that is not the law's own duty. */
const noConsent = {
  'withdraw-consent': 'withdrawn',
  'decline-sip': 'waived',
} as const;

const bokaMote: Duty = {
  ...ofWhoLeads,
  rule: 'avtal sip-mote',
  title: { sv: 'Boka SIP-mötet', en: 'Book the SIP meeting' },
  waitsFor: { sv: 'bokar SIP-mötet', en: 'book the SIP meeting' },
  since: ({ calledAt, startedAt }) => calledAt ?? startedAt,
  due: ({ calledAt }, { bokaMoteHours }) => hours(calledAt, bokaMoteHours),
  outcomes: {
    call: 'fulfilled',
    'book-meeting': 'fulfilled',
    'hold-meeting': 'fulfilled',
    'withdraw-call': 'withdrawn',
    ...noConsent,
    ...sipEnded,
  },
};

const hallMote: Duty = {
  ...ofWhoLeads,
  rule: 'avtal sip-mote',
  title: {
    sv: 'Håll SIP-mötet, eller meddela en ny tid',
    en: 'Hold the SIP meeting, or tell a new time',
  },
  waitsFor: { sv: 'håller SIP-mötet', en: 'hold the SIP meeting' },
  since: ({ calledAt, startedAt }) => calledAt ?? startedAt,
  due: ({ meeting }) => meeting?.at ?? null,
  outcomes: {
    'hold-meeting': 'fulfilled',
    'cancel-meeting': 'withdrawn',
    'withdraw-call': 'withdrawn',
    ...noConsent,
    ...sipEnded,
  },
};

const upprattaPlan: Duty = {
  ...ofWhoLeads,
  rule: 'HSL 16:4',
  title: { sv: 'Upprätta planen', en: 'Establish the plan' },
  waitsFor: { sv: 'upprättar planen', en: 'establish the plan' },
  since: ({ heldAt, plan, startedAt }) => heldAt ?? plan?.draftedAt ?? startedAt,
  due: ({ heldAt, plan }, { planHours }) => {
    const from = [heldAt, plan?.draftedAt]
      .filter((at) => at != null)
      .sort()
      .at(-1);
    return hours(from, planHours);
  },
  outcomes: { 'establish-plan': 'fulfilled', 'withdraw-consent': 'withdrawn', ...sipEnded },
};

const foljUpp: Duty = {
  ...ofWhoLeads,
  rule: 'avtal sip-uppfoljning',
  title: { sv: 'Följ upp planen', en: 'Follow up the plan' },
  waitsFor: { sv: 'följer upp planen', en: 'follow up the plan' },
  weight: 9,
  since: ({ followedUpAt, established, startedAt }) => followedUpAt ?? established?.at ?? startedAt,
  due: ({ followUpOn }) => (followUpOn === undefined ? null : endOfLocalDay(followUpOn)),
  outcomes: { 'follow-up': 'fulfilled', 'withdraw-consent': 'withdrawn', ...sipEnded },
};

const nastaUppfoljning: Duty = {
  ...ofWhoLeads,
  rule: 'avtal sip-uppfoljning',
  title: {
    sv: 'Bestäm nästa uppföljning, eller avsluta SIP:en',
    en: 'Set the next follow-up, or close the SIP',
  },
  waitsFor: {
    sv: 'bestämmer nästa uppföljning eller avslutar SIP:en',
    en: 'set the next follow-up or close the SIP',
  },
  weight: 9,
  since: ({ followedUpAt, startedAt }) => followedUpAt ?? startedAt,
  due: ({ followedUpAt }, { nastaUppfoljningHours }) => hours(followedUpAt, nastaUppfoljningHours),
  outcomes: {
    'plan-follow-up': 'fulfilled',
    'establish-plan': 'fulfilled',
    'withdraw-consent': 'withdrawn',
    ...sipEnded,
    // That ends the work in the best way.
    'close-sip': 'fulfilled',
  },
};

export const sipDuties: Readonly<Record<SipDuty, Duty>> = {
  'erbjud-sip': erbjudSip,
  'svar-pa-erbjudande': svarPaErbjudande,
  kallelse,
  'kalla-till-sip': kallaTillSip,
  'boka-mote': bokaMote,
  'hall-mote': hallMote,
  'uppratta-plan': upprattaPlan,
  'folj-upp': foljUpp,
  'nasta-uppfoljning': nastaUppfoljning,
};
