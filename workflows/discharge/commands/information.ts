import { freeText, instantField, lineText } from '@hemgang/engine';
import { z } from 'zod';
import { nobodyToldYet } from './refusals';
import { define, to, WARD } from './ward';

/** Either written here, or handed over in another system: then where, when and by whom. */
const handedOverPayload = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('here'), text: freeText }),
  z.strictObject({
    way: z.literal('transferred'),
    system: lineText,
    at: instantField,
    by: lineText,
  }),
]);

const sendUtskrivningsinformation = define({
  name: 'send-utskrivningsinformation',
  to,
  payload: handedOverPayload,
  content: ['text', 'by'],
  roles: WARD,
  label: { sv: 'Skicka utskrivningsinformation', en: 'Send the discharge information' },
  consequence: {
    sv: 'Mottagarna får det de behöver veta för att ge vård och omsorg, och ska kvittera det.',
    en: 'The receivers get what they need to give care, and must acknowledge it.',
  },
  possibleWhen: {
    sv: 'Kan göras när inskrivningsmeddelandet är skickat.',
    en: 'Possible when the notice of admission has been sent.',
  },
  rule: '2017:612 3:2',
  refuse: [nobodyToldYet],
  makulera: { effect: 'moves', endedBy: ['send-utskrivningsinformation'] },
  example: {
    way: 'here',
    text: 'Höftfraktur, opererad. Går med rollator. Läkemedelslista bifogad.',
  },
});

const holdBackInformation = define({
  name: 'hold-back-information',
  to,
  payload: z.strictObject({ reason: freeText }),
  content: ['reason'],
  undisclosed: ['reason'],
  confidential: true,
  roles: WARD,
  label: {
    sv: 'Sekretess hindrar utskrivningsinformationen',
    en: 'Secrecy hinders the discharge information',
  },
  consequence: {
    sv: 'Uppgiften avslutas som hindrad av sekretess och mottagarna ser att den är det. Orsaken stannar hos er. Ni kan skicka informationen senare om hindret faller bort.',
    en: 'The duty ends as hindered by secrecy, and the receivers see that it did. The reason stays with you. You may send the information later when nothing hinders any more.',
  },
  possibleWhen: {
    sv: 'Kan göras medan utskrivningsinformationen ska skickas.',
    en: 'Possible while the discharge information is to be sent.',
  },
  rule: '2017:612 3:2',
  refuse: [],
  makulera: {
    effect: 'moves',
    endedBy: ['send-utskrivningsinformation', 'withdraw-utskrivningsklar'],
  },
  example: { reason: 'Patienten har sagt nej och inget undantag gäller.' },
});

const givePatientSummary = define({
  name: 'give-patient-summary',
  to,
  payload: handedOverPayload,
  content: ['text', 'by'],
  roles: WARD,
  label: { sv: 'Patienten har fått sin sammanfattning', en: 'The patient has the summary' },
  consequence: {
    sv: 'Det antecknas att patienten har fått veta vad som gjorts och vad som väntar.',
    en: 'It is noted that the patient has been told what was done and what comes next.',
  },
  possibleWhen: {
    sv: 'Sammanfattningen är redan given, eller så har ingen läkare bedömt något behov.',
    en: 'The summary has been given, or no physician has judged a need.',
  },
  rule: '2017:612 3:3',
  refuse: [],
  makulera: 'moves',
  example: {
    way: 'transferred',
    system: 'Journalen',
    at: '2026-03-06T09:45:00.000Z',
    by: 'Anna Lundgren',
  },
});

/** What the receivers and the patient must know. */
export const informationCommands = [
  sendUtskrivningsinformation,
  holdBackInformation,
  givePatientSummary,
];
