import { defineCommand, freeText } from '@hemgang/engine';
import { z } from 'zod';
import type { HandoverContext } from '../context';
import { RECEIVERS, to } from './receivers';

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

const withdrawParty = defineCommand<HandoverContext, { reason: string }>({
  name: 'withdraw-party',
  to,
  payload: z.strictObject({ reason: freeText }),
  content: ['reason'],
  roles: RECEIVERS,
  label: { sv: 'Vi är inte längre mottagare', en: 'We no longer receive' },
  consequence: {
    sv: 'Avdelningen får veta det genast med er förklaring och ska avgöra om någon annan behövs. Ni har inga uppgifter kvar i ärendet.',
    en: 'The ward is told at once, with your reason, and must decide whether somebody else is needed. You have no duties left in the case.',
  },
  possibleWhen: {
    sv: 'Kan göras tills ni har tagit över patienten.',
    en: 'Possible until you have taken over the patient.',
  },
  rule: 'avtal mottagare',
  refuse: [],
  example: { reason: 'Patienten flyttar till sin dotter i Lycksele.' },
});

/** Whether the receiver knows the patient, is the wrong one, or is one no longer. */
export const answerCommands = [answer, reject, withdrawParty];
