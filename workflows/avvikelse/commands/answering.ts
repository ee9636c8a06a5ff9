import { defineCommand, freeText, noPayload, type RefuseRule } from '@hemgang/engine';
import { z } from 'zod';
import type { AvvikelseContext } from '../context';
import { concerned, reporter, ROLES, rule, to } from './sides';
import { noWords, wordsOwed } from './words';

/** Left out where nothing may be written; see `words.ts`. */
const answerPayload = z.strictObject({ actions: freeText.optional() });
const reasonPayload = z.strictObject({ reason: freeText.optional() });

type Answer = z.output<typeof answerPayload>;
type Reason = z.output<typeof reasonPayload>;

const actionsOf = ({ actions }: Answer) => actions;
const reasonOf = ({ reason }: Reason) => reason;

export const receiveAvvikelse = defineCommand<AvvikelseContext, Record<string, never>>({
  name: 'receive-avvikelse',
  to,
  payload: noPayload,
  content: [],
  roles: ROLES,
  by: concerned,
  label: { sv: 'Ta emot', en: 'Receive' },
  consequence: {
    sv: 'Den som rapporterade ser att ni har tagit emot. Sedan ska ni svara vad ni har gjort.',
    en: 'Whoever reported it sees that you have received it. Then you must answer what you have done.',
  },
  possibleWhen: {
    sv: 'Görs av enheten som avvikelsen rör, när den är rapporterad.',
    en: 'Done by the unit that the deviation concerns, when it has been reported.',
  },
  rule,
  refuse: [],
  makulera: {
    refused: {
      sv: 'Att ni har tagit emot står kvar. Skriv i svaret om den rör någon annan.',
      en: 'That you have received it stands. Say in the answer if it concerns somebody else.',
    },
  },
  example: {},
});

export const answerAvvikelse = defineCommand<AvvikelseContext, Answer>({
  name: 'answer-avvikelse',
  to,
  payload: answerPayload,
  content: ['actions'],
  lookups: { words: true },
  roles: ROLES,
  by: concerned,
  label: { sv: 'Svara', en: 'Answer' },
  consequence: {
    sv: 'Den som rapporterade läser svaret och avslutar, eller skickar tillbaka det en gång.',
    en: 'Whoever reported it reads the answer and closes it, or sends it back once.',
  },
  possibleWhen: {
    sv: 'Görs av enheten som avvikelsen rör, när den har tagit emot.',
    en: 'Done by the unit that the deviation concerns, when it has received it.',
  },
  rule,
  refuse: [noWords(actionsOf), wordsOwed(actionsOf)],
  makulera: {
    refused: {
      sv: 'Be enheten som rapporterade att skicka tillbaka svaret, så kan ni svara igen.',
      en: 'Ask the unit that reported it to send the answer back; then you can answer again.',
    },
  },
  example: { actions: 'Vi har gått igenom rutinen för läkemedelslistan vid hemgång på en helg.' },
});

const sentBackAlready: RefuseRule<AvvikelseContext, Reason> = {
  when: ({ sentBackAt }) => sentBackAt !== null,
  why: {
    sv: 'Svaret har redan skickats tillbaka en gång. Avsluta, eller ta upp det utanför systemet.',
    en: 'An answer has been sent back once already. Close it, or bring it up outside the system.',
  },
  rule,
};

export const sendBackAnswer = defineCommand<AvvikelseContext, Reason>({
  name: 'send-back-answer',
  to,
  payload: reasonPayload,
  content: ['reason'],
  lookups: { words: true },
  roles: ROLES,
  by: reporter,
  label: { sv: 'Skicka tillbaka svaret', en: 'Send the answer back' },
  consequence: {
    sv: 'Enheten svarar en gång till. Det går att göra en gång.',
    en: 'The unit answers once more. This can be done once.',
  },
  possibleWhen: {
    sv: 'Görs en gång av enheten som rapporterade, när den andra har svarat.',
    en: 'Done once by the unit that reported it, when the other has answered.',
  },
  rule,
  refuse: [sentBackAlready, noWords(reasonOf), wordsOwed(reasonOf)],
  makulera: {
    refused: {
      sv: 'Avsluta avvikelsen när svaret har kommit.',
      en: 'Close the deviation when the answer has come.',
    },
  },
  example: { reason: 'Svaret säger inte vad som gäller på helger.' },
});

export const closeAvvikelse = defineCommand<AvvikelseContext, Record<string, never>>({
  name: 'close-avvikelse',
  to,
  payload: noPayload,
  content: [],
  roles: ROLES,
  by: reporter,
  label: { sv: 'Avsluta avvikelsen', en: 'Close the deviation' },
  consequence: {
    sv: 'Ingen behöver göra något mer. Avvikelsen finns kvar och räknas i mönstren.',
    en: 'Nobody has anything more to do. The deviation stays and counts in the patterns.',
  },
  possibleWhen: {
    sv: 'Görs av enheten som rapporterade, när den andra har svarat.',
    en: 'Done by the unit that reported it, when the other has answered.',
  },
  rule,
  refuse: [],
  makulera: {
    refused: { sv: 'Rapportera en ny avvikelse i stället.', en: 'Report a new one instead.' },
  },
  example: {},
});
