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

/** Whether the receiver knows the patient, or is the wrong one. */
export const answerCommands = [answer, reject];
