import { dateField, defineCommand, freeText, noPayload } from '@hemgang/engine';
import { z } from 'zod';
import { CLOSE_REASONS, FOLLOW_UP_RESULTS, leadersOf, unitsOf, type SipContext } from '../context';
import { SIP_ROLES } from '../roles';
import { consentRunOut, dayInThePast, type Refusal } from './refusals';
import { define, to } from './sip';

const followUpPayload = z.strictObject({
  /** `still-valid`: reviewed, and it holds as it is. */
  result: z.enum(FOLLOW_UP_RESULTS),
  notes: freeText.optional(),
  /** The next time; absent: it is set later, or the SIP is closed. */
  followUpOn: dateField.optional(),
});

const followUp = defineCommand<SipContext, z.output<typeof followUpPayload>>({
  name: 'follow-up',
  to,
  payload: followUpPayload,
  content: ['notes'],
  roles: SIP_ROLES,
  by: leadersOf,
  label: { sv: 'Planen är uppföljd', en: 'The plan has been followed up' },
  consequence: {
    sv: 'Alla som deltar får veta om planen gäller som den är. Bestäm nästa dag, eller avsluta SIP:en.',
    en: 'Everybody who takes part learns whether the plan holds as it is. Set the next day, or close the SIP.',
  },
  possibleWhen: {
    sv: 'Kan göras när planen är upprättad.',
    en: 'Possible when the plan is established.',
  },
  rule: 'avtal sip-uppfoljning',
  refuse: [consentRunOut, dayInThePast],
  makulera: 'returns',
  example: { result: 'still-valid', followUpOn: '2026-09-01' },
});

const planFollowUpPayload = z.strictObject({ followUpOn: dateField });

const planFollowUp = defineCommand<SipContext, z.output<typeof planFollowUpPayload>>({
  name: 'plan-follow-up',
  to,
  payload: planFollowUpPayload,
  content: [],
  roles: SIP_ROLES,
  by: leadersOf,
  label: { sv: 'Bestäm dag för uppföljning', en: 'Set the day of the follow-up' },
  consequence: {
    sv: 'Uppgiften att följa upp planen får den nya dagen.',
    en: 'The duty to follow up the plan gets the new day.',
  },
  possibleWhen: {
    sv: 'Kan göras när planen är upprättad.',
    en: 'Possible when the plan is established.',
  },
  rule: 'avtal sip-uppfoljning',
  refuse: [dayInThePast],
  makulera: 'returns',
  example: { followUpOn: '2026-09-01' },
});

const closePayload = z.strictObject({ because: z.enum(CLOSE_REASONS), reason: freeText });

/** The law's own duty is not closed away. */
const callIsOwed: Refusal<unknown> = {
  when: ({ stay, calledAt }) => stay !== undefined && calledAt === null,
  why: {
    sv: 'Kallelsen är inte skickad. Kalla först, eller anteckna att personen tackar nej.',
    en: 'The call has not been sent. Call first, or note that the person declines.',
  },
  rule: '2017:612 4:3',
};

const closeSip = defineCommand<SipContext, z.output<typeof closePayload>>({
  name: 'close-sip',
  to,
  payload: closePayload,
  content: ['reason'],
  roles: SIP_ROLES,
  by: leadersOf,
  whileOpen: true,
  label: { sv: 'Avsluta SIP:en', en: 'Close the SIP' },
  consequence: {
    sv: 'SIP:en avslutas med skälet. Ingen följer upp den mer.',
    en: 'The SIP is closed with the reason. Nobody follows it up any more.',
  },
  possibleWhen: {
    sv: 'Kan göras när personen har erbjudits en SIP.',
    en: 'Possible when the person has been offered a SIP.',
  },
  rule: 'avtal sip-uppfoljning',
  refuse: [callIsOwed],
  makulera: {
    refused: { sv: 'Starta en ny SIP i stället.', en: 'Start a new SIP instead.' },
  },
  example: { because: 'goals-met', reason: 'Elsa klarar sig med hemtjänsten.' },
});

const registerDeath = define({
  name: 'register-death',
  to,
  payload: noPayload,
  content: [],
  roles: SIP_ROLES,
  by: unitsOf,
  whileOpen: true,
  label: { sv: 'Personen har avlidit', en: 'The person has died' },
  consequence: {
    sv: 'Allt som väntar i SIP:en slutar vänta, hos alla.',
    en: 'Everything that waits in the SIP stops waiting, on every side.',
  },
  possibleWhen: {
    sv: 'Kan göras medan SIP:en pågår.',
    en: 'Possible while the SIP goes on.',
  },
  rule: 'HSL 16:4',
  refuse: [],
  makulera: {
    refused: { sv: 'Starta en ny SIP i stället.', en: 'Start a new SIP instead.' },
  },
  example: {},
});

const makuleraPayload = z.strictObject({ reason: freeText });

const struckAlready: Refusal<unknown> = {
  when: ({ closed }) => closed === 'struck',
  why: { sv: 'SIP:en är redan makulerad.', en: 'The SIP has been struck already.' },
  rule: 'PDL 3:14',
};

const makuleraSip = defineCommand<SipContext, z.output<typeof makuleraPayload>>({
  name: 'makulera-sip',
  byPerson: true,
  to,
  payload: makuleraPayload,
  content: ['reason'],
  roles: SIP_ROLES,
  label: { sv: 'Makulera SIP:en', en: 'Strike the SIP' },
  consequence: {
    sv: 'SIP:en räknas inte. Den står kvar överstruken, med skälet.',
    en: 'The SIP does not count. It stays, struck through, with the reason.',
  },
  possibleWhen: {
    sv: 'Görs av den enhet som svarar för SIP:en.',
    en: 'Done by the unit that answers for the SIP.',
  },
  rule: 'PDL 3:14',
  refuse: [struckAlready],
  makulera: {
    refused: { sv: 'Starta en ny SIP i stället.', en: 'Start a new SIP instead.' },
  },
  example: { reason: 'Startad för fel person.' },
});

/** What becomes of the plan, and how the SIP ends. */
export const afterCommands = [followUp, planFollowUp, closeSip, registerDeath, makuleraSip];
