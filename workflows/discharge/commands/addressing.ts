import { defineCommand, freeText, idField, lineText } from '@hemgang/engine';
import { z } from 'zod';
import type { DischargeContext } from '../context';
import {
  factsMissing,
  openCareIsLost,
  openCareMissing,
  unfitReceiver,
  type Refusal,
} from './refusals';
import { to, WARD } from './ward';

const notReturned: Refusal<{ readonly replaces: string }> = {
  when: ({ returned }, request) =>
    request !== null && !returned.some(({ handover }) => handover === request.payload.replaces),
  why: {
    sv: 'Det finns ingen mottagare att ersätta med den beteckningen.',
    en: 'There is no receiver of that name to replace.',
  },
  rule: 'avtal felsant',
};

const openCareLost: Refusal<{ readonly replaces: string; readonly unit: string }> = {
  when: (context, request) =>
    request !== null &&
    openCareIsLost(context, request.payload.replaces, request, request.payload.unit),
  why: openCareMissing.why,
  rule: '2017:612 2:1 st2',
};

const readdressPayload = z.strictObject({
  replaces: idField,
  unit: idField,
  folkbokforingsadress: lineText.optional(),
});

const readdress = defineCommand<DischargeContext, z.output<typeof readdressPayload>>({
  name: 'readdress',
  to,
  payload: readdressPayload,
  content: ['folkbokforingsadress'],
  lookups: { units: ({ unit }) => [unit], standing: ({ unit }) => [unit], patient: true },
  roles: WARD,
  label: { sv: 'Skicka till rätt mottagare', en: 'Send to the right recipient' },
  consequence: {
    sv: 'Den nya mottagaren får allt som gäller: inskrivningsmeddelandet, underrättelsen om patienten är utskrivningsklar och den utskrivningsinformation som är skickad. Mottagarens tid räknas från nu.',
    en: 'The new receiver gets all that is in force: the notice of admission, the notice that the patient is ready if she is, and the discharge information that has been sent. Its time counts from now.',
  },
  possibleWhen: {
    sv: 'Kan göras när en mottagare har skickat tillbaka ett felsänt meddelande eller dragit sig ur.',
    en: 'Possible when a receiver has sent a message back or withdrawn.',
  },
  rule: 'avtal felsant',
  refuse: [notReturned, unfitReceiver, factsMissing, openCareLost],
  makulera: {
    refused: {
      sv: 'Mottagaren har fått meddelandet. Är den fel kan den skicka tillbaka det som felsänt.',
      en: 'The receiver has the message. If it is the wrong one, it can send the message back.',
    },
  },
  example: { replaces: 'h2-1', unit: 'vannas-bistand' },
});

const nothingToDrop: Refusal<{ readonly returned: string }> = {
  when: ({ returned }, request) =>
    request !== null && !returned.some(({ handover }) => handover === request.payload.returned),
  why: {
    sv: 'Det finns ingen mottagare att släppa med den beteckningen.',
    en: 'There is no receiver of that name to let go.',
  },
  rule: 'avtal felsant',
};

const openCareDropped: Refusal<{ readonly returned: string }> = {
  when: (context, request) => request !== null && openCareIsLost(context, request.payload.returned),
  why: openCareMissing.why,
  rule: '2017:612 2:1 st2',
};

const dropReturnedPayload = z.strictObject({ returned: idField, reason: freeText });

const dropReturned = defineCommand<DischargeContext, z.output<typeof dropReturnedPayload>>({
  name: 'drop-returned',
  to,
  payload: dropReturnedPayload,
  content: ['reason'],
  roles: WARD,
  label: { sv: 'Ingen annan mottagare behövs', en: 'No other recipient is needed' },
  consequence: {
    sv: 'Uppgiften att hitta en ny mottagare avslutas. Ingen annan får meddelandet.',
    en: 'The duty to find a new recipient ends. Nobody else gets the message.',
  },
  possibleWhen: {
    sv: 'Kan göras när en mottagare har skickat tillbaka ett felsänt meddelande eller dragit sig ur.',
    en: 'Possible when a receiver has sent a message back or withdrawn.',
  },
  rule: 'avtal felsant',
  refuse: [nothingToDrop, openCareDropped],
  makulera: {
    refused: {
      sv: 'Lägg till en mottagare i stället.',
      en: 'Add a receiver instead.',
    },
  },
  example: { returned: 'h2-1', reason: 'Hemtjänsten behövs inte längre.' },
});

/** What becomes of a receiver that was lost. */
export const addressingCommands = [readdress, dropReturned];
