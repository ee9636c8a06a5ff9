import { defineCommand, freeText, idField, lineText } from '@hemgang/engine';
import { z } from 'zod';
import type { DischargeContext } from '../context';
import { receiverKind } from '../events';
import {
  factsMissing,
  hasOpenCare,
  nobodyToldYet,
  openCareIsLost,
  openCareMissing,
  unfitReceiver,
  type Refusal,
} from './refusals';
import { to, WARD } from './ward';

/** That the home nursing comes in says that municipal health care is needed (2:1 second paragraph). */
const homeNursingAlone: Refusal<{ readonly unit: string }> = {
  when: (context, request) =>
    request !== null &&
    receiverKind(request.given, request.payload.unit) === 'municipal-health' &&
    !hasOpenCare(context),
  why: openCareMissing.why,
  rule: '2017:612 2:1 st2',
};

const addReceiverPayload = z.strictObject({
  unit: idField,
  folkbokforingsadress: lineText.optional(),
});

const addReceiver = defineCommand<DischargeContext, z.output<typeof addReceiverPayload>>({
  name: 'add-receiver',
  to,
  payload: addReceiverPayload,
  content: ['folkbokforingsadress'],
  lookups: { units: ({ unit }) => [unit], standing: ({ unit }) => [unit], patient: true },
  roles: WARD,
  label: { sv: 'Lägg till en mottagare', en: 'Add a recipient' },
  consequence: {
    sv: 'Mottagaren får allt som gäller: inskrivningsmeddelandet, underrättelsen om patienten är utskrivningsklar och den utskrivningsinformation som är skickad. Mottagarens tid räknas från nu.',
    en: 'The receiver gets all that is in force: the notice of admission, the notice that the patient is ready if she is, and the discharge information that has been sent. Its time counts from now.',
  },
  possibleWhen: {
    sv: 'Kan göras när inskrivningsmeddelandet är skickat, också efter att patienten har lämnat avdelningen.',
    en: 'Possible when the notice of admission has been sent, also after the patient has left the ward.',
  },
  rule: '2017:612 2:1',
  refuse: [nobodyToldYet, unfitReceiver, factsMissing, homeNursingAlone],
  makulera: {
    refused: {
      sv: 'Ta bort mottagaren i stället.',
      en: 'Remove the receiver instead.',
    },
  },
  example: { unit: 'vannas-bistand' },
});

const notReceiving: Refusal<{ readonly receiver: string }> = {
  when: ({ receivers }, request) =>
    request !== null && !receivers.some(({ handover }) => handover === request.payload.receiver),
  why: {
    sv: 'Det finns ingen mottagare med den beteckningen.',
    en: 'There is no receiver of that name.',
  },
  rule: 'avtal mottagare',
};

const hasTakenOver: Refusal<{ readonly receiver: string }> = {
  when: ({ receivers }, request) =>
    request !== null &&
    receivers.some(
      ({ handover, takenOver }) => handover === request.payload.receiver && takenOver === true,
    ),
  why: {
    sv: 'Mottagaren har redan tagit över och har nu ansvaret.',
    en: 'The receiver has taken over already and is now responsible.',
  },
  rule: 'avtal overtagande',
};

const theOnlyOne: Refusal<{ readonly receiver: string }> = {
  when: ({ receivers, returned }) => receivers.length === 1 && returned.length === 0,
  why: {
    sv: 'Minst en mottagare ska vara kvar så länge patienten behöver något efter utskrivningen.',
    en: 'At least one receiver stays as long as the patient needs anything after the stay.',
  },
  rule: '2017:612 2:1',
};

const openCareRemoved: Refusal<{ readonly receiver: string }> = {
  when: (context, request) => request !== null && openCareIsLost(context, request.payload.receiver),
  why: openCareMissing.why,
  rule: '2017:612 2:1 st2',
};

const removeReceiverPayload = z.strictObject({ receiver: idField, reason: freeText });

const removeReceiver = defineCommand<DischargeContext, z.output<typeof removeReceiverPayload>>({
  name: 'remove-receiver',
  to,
  payload: removeReceiverPayload,
  content: ['reason'],
  roles: WARD,
  label: { sv: 'Mottagaren behövs inte längre', en: 'The recipient is no longer needed' },
  consequence: {
    sv: 'Mottagaren får veta det med din förklaring och har inga uppgifter kvar i ärendet.',
    en: 'The receiver is told, with your reason, and has no duties left in the case.',
  },
  possibleWhen: {
    sv: 'Kan göras tills mottagaren har tagit över.',
    en: 'Possible until the receiver has taken over.',
  },
  rule: 'avtal mottagare',
  refuse: [notReceiving, hasTakenOver, theOnlyOne, openCareRemoved],
  makulera: {
    refused: {
      sv: 'Lägg till mottagaren på nytt i stället.',
      en: 'Add the receiver anew instead.',
    },
  },
  example: { receiver: 'h2-1', reason: 'Patienten klarar sig utan hemtjänst.' },
});

/** Who receives, as it changes on the way. */
export const receiverCommands = [addReceiver, removeReceiver];
