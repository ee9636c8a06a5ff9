import { defineCommand, freeText } from '@hemgang/engine';
import { z } from 'zod';
import { ANSWERS, type HandoverContext } from '../context';
import { RECEIVERS, to } from './receivers';

/** What the municipality has decided about bistånd, if there is a decision at all (SoL 11:5). */
const decision = z.strictObject({
  outcome: z.enum(['granted', 'partly', 'rejected', 'none']),
  decidedOn: z.iso.date().optional(),
});

const known = z.strictObject({
  answer: z.literal('known'),
  currentMeasures: freeText,
  decision: decision.optional(),
});

const other = z.strictObject({
  answer: z.enum(ANSWERS).exclude(['known']),
  comment: freeText.optional(),
  decision: decision.optional(),
});

const answerPayload = z.discriminatedUnion('answer', [known, other]);

const answer = defineCommand<HandoverContext, z.output<typeof answerPayload>>({
  name: 'answer',
  to,
  payload: answerPayload,
  content: ['currentMeasures', 'comment', 'decision'],
  roles: RECEIVERS,
  label: { sv: 'Svara om patienten', en: 'Answer about the patient' },
  consequence: {
    sv: 'Avdelningen får ert svar. Känd: beskriv insatserna i dag. Inga insatser, inte ansökt eller avböjer: ni har inget att ta över. Svaret kan ändras.',
    en: 'The ward gets your answer. Known: describe the measures of today. No measures, not applied or declined: you have nothing to take over. The answer may be changed.',
  },
  possibleWhen: {
    sv: 'Kan göras tills meddelandet är felsänt eller ärendet är avbrutet.',
    en: 'Possible until the notice is sent back or the case is broken off.',
  },
  rule: 'avtal svar',
  refuse: [],
  makulera: { effect: 'moves', endedBy: ['answer'] },
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
  makulera: {
    refused: {
      sv: 'Meddelandet är tillbaka hos avdelningen. Be den skicka det till er igen.',
      en: 'The message is back with the ward. Ask it to send the message to you again.',
    },
  },
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
  makulera: {
    refused: {
      sv: 'Be avdelningen lägga till er på nytt i stället.',
      en: 'Ask the ward to add you anew instead.',
    },
  },
  example: { reason: 'Patienten flyttar till sin dotter i Lycksele.' },
});

/** Whether the receiver knows the patient, is the wrong one, or is one no longer. */
export const answerCommands = [answer, reject, withdrawParty];
