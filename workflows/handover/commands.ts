import {
  defineCommand,
  freeText,
  idField,
  instantField,
  lineText,
  noPayload,
  type CommandDeclaration,
  type RefuseRule,
} from '@hemgang/engine';
import { z } from 'zod';
import type { HandoverContext } from './context';

const MUNICIPAL = ['municipal-coordinator', 'municipal-nurse'];
const OPEN_CARE = ['primary-care-nurse', 'specialist-nurse', 'open-care-manager'];
const RECEIVERS = [...MUNICIPAL, ...OPEN_CARE];

const to = 'handover';

const unknownMessage: RefuseRule<HandoverContext, { messages?: readonly string[] | undefined }> = {
  when: ({ unacknowledged }, request) =>
    (request?.payload.messages ?? []).some((id) => !unacknowledged.some((m) => m.id === id)),
  why: {
    sv: 'Meddelandet är redan kvitterat eller finns inte i ärendet.',
    en: 'The message is acknowledged already or is not in this case.',
  },
  rule: 'avtal kvittens',
};

const acknowledge = defineCommand<HandoverContext, { messages?: readonly string[] | undefined }>({
  name: 'acknowledge',
  to,
  payload: z.strictObject({ messages: z.array(idField).min(1).max(100).optional() }),
  content: [],
  roles: RECEIVERS,
  label: { sv: 'Kvittera', en: 'Acknowledge' },
  consequence: {
    sv: 'Avdelningen ser att ni har tagit del av meddelandet. Det betyder inte att ni godkänner det.',
    en: 'The ward sees that you have taken part of the message. It does not mean that you agree.',
  },
  possibleWhen: {
    sv: 'Det finns inget att kvittera just nu.',
    en: 'There is nothing to acknowledge at the moment.',
  },
  rule: 'avtal kvittens',
  refuse: [unknownMessage],
  example: { messages: ['m2'] },
});

const answer = defineCommand<
  HandoverContext,
  | { answer: 'known'; currentMeasures: string }
  | { answer: 'not-known'; comment?: string | undefined }
>({
  name: 'answer',
  to,
  payload: z.discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('known'), currentMeasures: freeText }),
    z.strictObject({ answer: z.literal('not-known'), comment: freeText.optional() }),
  ]),
  content: ['currentMeasures', 'comment'],
  roles: RECEIVERS,
  label: { sv: 'Svara om patienten är känd', en: 'Answer whether the patient is known' },
  consequence: {
    sv: 'Avdelningen får ert svar. Känd: beskriv de insatser som finns i dag.',
    en: 'The ward gets your answer. Known: describe the measures there are today.',
  },
  possibleWhen: {
    sv: 'Svaret är redan lämnat, eller så har patienten lämnat avdelningen.',
    en: 'The answer has been given, or the patient has left the ward.',
  },
  rule: 'avtal svar',
  refuse: [],
  example: { answer: 'known', currentMeasures: 'Hemtjänst morgon och kväll, trygghetslarm.' },
});

const reject = defineCommand<HandoverContext, { reason: string }>({
  name: 'reject',
  to,
  payload: z.strictObject({ reason: freeText }),
  content: ['reason'],
  roles: RECEIVERS,
  label: { sv: 'Felsänt – skicka tillbaka', en: 'Wrong recipient – send back' },
  consequence: {
    sv: 'Avdelningen får genast tillbaka meddelandet med er förklaring och ska hitta rätt mottagare.',
    en: 'The ward gets the message back at once with your reason and must find the right recipient.',
  },
  possibleWhen: {
    sv: 'Kan göras tills patienten är övertagen.',
    en: 'Possible until the patient has been taken over.',
  },
  rule: 'avtal felsant',
  refuse: [],
  example: { reason: 'Patienten är folkbokförd i Vännäs.' },
});

const startPlanning = defineCommand<HandoverContext, Record<string, never>>({
  name: 'start-planning',
  to,
  payload: noPayload,
  content: [],
  roles: RECEIVERS,
  label: { sv: 'Planeringen har börjat', en: 'Planning has started' },
  consequence: {
    sv: 'Avdelningen ser att ni planerar. Nästa steg är att meddela när ni är klara att ta emot.',
    en: 'The ward sees that you are planning. The next step is to tell when you are ready.',
  },
  possibleWhen: {
    sv: 'Planeringen har redan börjat, eller så har patienten lämnat avdelningen.',
    en: 'Planning has started already, or the patient has left the ward.',
  },
  rule: '2017:612 2:6',
  refuse: [],
  example: {},
});

const inThePast: RefuseRule<HandoverContext, { canReceiveFrom?: string | undefined }> = {
  when: (_context, request) => {
    const from = request?.payload.canReceiveFrom;
    return request !== null && from !== undefined && from < request.occurredAt;
  },
  why: {
    sv: 'Tidpunkten då ni kan ta emot kan inte ligga före beskedet.',
    en: 'The time from which you can receive cannot lie before the message.',
  },
  rule: 'avtal hemgangsklar',
};

const stateCanReceiveFrom = defineCommand<HandoverContext, { canReceiveFrom: string }>({
  name: 'state-can-receive-from',
  to,
  payload: z.strictObject({ canReceiveFrom: instantField }),
  content: [],
  roles: RECEIVERS,
  label: { sv: 'Meddela när ni kan ta emot', en: 'State when you can receive' },
  consequence: {
    sv: 'Avdelningen ser tidpunkten. Ni är klara först när ni meddelar det.',
    en: 'The ward sees the time. You are ready only when you say so.',
  },
  possibleWhen: {
    sv: 'Kan göras tills patienten har lämnat avdelningen.',
    en: 'Possible until the patient has left the ward.',
  },
  rule: 'avtal hemgangsklar',
  refuse: [inThePast],
  example: { canReceiveFrom: '2026-03-05T13:00:00.000Z' },
});

const reportReady = defineCommand<HandoverContext, { canReceiveFrom?: string | undefined }>({
  name: 'report-ready',
  to,
  payload: z.strictObject({ canReceiveFrom: instantField.optional() }),
  content: [],
  roles: RECEIVERS,
  label: { sv: 'Klara att ta emot', en: 'Ready to receive' },
  consequence: {
    sv: 'Avdelningen ser att patienten kan komma hem till er.',
    en: 'The ward sees that the patient can come home to you.',
  },
  possibleWhen: {
    sv: 'Ni är redan klara, eller så har patienten lämnat avdelningen.',
    en: 'You are ready already, or the patient has left the ward.',
  },
  rule: 'avtal hemgangsklar',
  refuse: [inThePast],
  example: { canReceiveFrom: '2026-03-05T13:00:00.000Z' },
});

const takeOver = defineCommand<HandoverContext, { comment?: string | undefined }>({
  name: 'take-over',
  to,
  payload: z.strictObject({ comment: freeText.optional() }),
  content: ['comment'],
  roles: RECEIVERS,
  label: { sv: 'Vi har tagit över', en: 'We have taken over' },
  consequence: {
    sv: 'Ert ansvar är bekräftat. När alla mottagare har tagit över avslutas ärendet.',
    en: 'Your responsibility is confirmed. When all receivers have taken over, the case is closed.',
  },
  possibleWhen: {
    sv: 'Kan göras när patienten har lämnat avdelningen.',
    en: 'Possible when the patient has left the ward.',
  },
  rule: 'avtal overtagande',
  refuse: [],
  example: { comment: 'Hemtjänsten gjorde första besöket kl. 17.' },
});

const appointFastVardkontakt = defineCommand<HandoverContext, { name: string; phone: string }>({
  name: 'appoint-fast-vardkontakt',
  to,
  payload: z.strictObject({ name: lineText, phone: lineText }),
  content: ['name', 'phone'],
  roles: ['open-care-manager', 'primary-care-nurse'],
  label: { sv: 'Utse fast vårdkontakt', en: 'Appoint a fast vårdkontakt' },
  consequence: {
    sv: 'Avdelningen och patienten får veta vem det är. Kontakten kallar till SIP när det behövs.',
    en: 'The ward and the patient learn who it is. The contact calls to the SIP when one is needed.',
  },
  possibleWhen: {
    sv: 'Görs av den hälsocentral som tar emot patienten.',
    en: 'Done by the hälsocentral that receives the patient.',
  },
  rule: '2017:612 2:5',
  refuse: [],
  example: { name: 'Maria Öberg', phone: '0980-319 217' },
});

const clarifyOpenCare = defineCommand<
  HandoverContext,
  { available: boolean; comment?: string | undefined }
>({
  name: 'clarify-open-care',
  to,
  payload: z.strictObject({ available: z.boolean(), comment: freeText.optional() }),
  content: ['comment'],
  roles: ['open-care-manager', 'primary-care-nurse'],
  label: { sv: 'Klarlägg öppna vårdens insatser', en: 'Clarify the open-care measures' },
  consequence: {
    sv: 'Finns insatserna är frågan klarlagd. Finns de inte har kommunen inget betalningsansvar.',
    en: 'If the measures exist the matter is clear. If not, the municipality does not have to pay.',
  },
  possibleWhen: {
    sv: 'Insatserna är redan klarlagda, eller så har patienten lämnat avdelningen.',
    en: 'The measures are clarified already, or the patient has left the ward.',
  },
  rule: '2017:612 5:5',
  refuse: [],
  example: { available: true },
});

/** What a receiving unit can do with its side of a discharge. */
export const handoverCommands: readonly CommandDeclaration[] = [
  acknowledge,
  answer,
  reject,
  startPlanning,
  stateCanReceiveFrom,
  reportReady,
  appointFastVardkontakt,
  clarifyOpenCare,
  takeOver,
];
