import { defineCommand, freeText, instantField, lineText, noPayload } from '@hemgang/engine';
import { z } from 'zod';
import { READY_BASES, type DischargeContext } from '../context';
import { judgedOutsideStay, nobodyToldYet, type Refusal } from './refusals';
import { define, to, WARD } from './ward';

const markUtskrivningsklarPayload = z.strictObject({
  physician: lineText,
  judgedAt: instantField,
  secrecyHinders: z.boolean().optional(),
  /** The physician is then the chefsöverläkare who has decided. */
  basis: z.enum(READY_BASES).optional(),
});

const notUnderCompulsoryCare: Refusal<z.output<typeof markUtskrivningsklarPayload>> = {
  when: ({ compulsory }, request) =>
    request?.payload.basis === 'open-compulsory-care' && compulsory === undefined,
  why: {
    sv: 'Patienten vårdas inte med stöd av LPT eller LRV. Anteckna tvångsvården först, om det är fel.',
    en: 'The patient is not cared for under LPT or LRV. Note the compulsory care first if that is wrong.',
  },
  rule: '2017:612 3:1 st2',
};

const markUtskrivningsklar = defineCommand<
  DischargeContext,
  z.output<typeof markUtskrivningsklarPayload>
>({
  name: 'mark-utskrivningsklar',
  to,
  payload: markUtskrivningsklarPayload,
  content: ['physician'],
  roles: WARD,
  label: { sv: 'Patienten är utskrivningsklar', en: 'The patient is utskrivningsklar' },
  consequence: {
    sv: 'Alla mottagare underrättas nu och tiden för betalningsansvar börjar räknas. Hindrar sekretess ska underrättelsen skickas så snart det går. Ett beslut om öppen tvångsvård gäller som underrättelse; då ersätter samordnad vårdplan SIP.',
    en: 'All receivers are notified now and the time for payment liability starts. If secrecy hinders, the notice is owed as soon as possible. A decision on open compulsory care counts as the notice; the coordinated care plan then takes the place of the SIP.',
  },
  possibleWhen: {
    sv: 'Patienten är redan utskrivningsklar eller har lämnat avdelningen.',
    en: 'The patient is utskrivningsklar already or has left the ward.',
  },
  rule: '2017:612 3:1',
  refuse: [nobodyToldYet, judgedOutsideStay, notUnderCompulsoryCare],
  makulera: {
    effect: 'moves',
    carries: ['notify-utskrivningsklar', 'discharge'],
    endedBy: ['withdraw-utskrivningsklar'],
  },
  example: { physician: 'Karin Åström', judgedAt: '2026-03-05T08:30:00.000Z' },
});

const notifyUtskrivningsklar = define({
  name: 'notify-utskrivningsklar',
  to,
  payload: noPayload,
  content: [],
  roles: WARD,
  label: { sv: 'Underrätta om utskrivningsklar', en: 'Notify that the patient is ready' },
  consequence: {
    sv: 'Sekretess hindrar inte längre. Alla mottagare underrättas nu och tiden börjar räknas.',
    en: 'Secrecy no longer hinders. All receivers are notified now and the time starts.',
  },
  possibleWhen: {
    sv: 'Kan göras när en underrättelse väntar för att sekretess har hindrat den.',
    en: 'Possible when a notice is waiting because secrecy has hindered it.',
  },
  rule: '2017:612 3:1',
  refuse: [],
  makulera: {
    effect: 'moves',
    carries: ['discharge'],
    endedBy: ['withdraw-utskrivningsklar'],
  },
  example: {},
});

const holdBackNotice = define({
  name: 'hold-back-notice',
  to,
  payload: z.strictObject({ reason: freeText }),
  content: ['reason'],
  undisclosed: ['reason'],
  confidential: true,
  roles: WARD,
  label: { sv: 'Sekretess hindrar underrättelsen', en: 'Secrecy hinders the notice' },
  consequence: {
    sv: 'Uppgiften avslutas som hindrad av sekretess. Mottagarna ser ingenting och orsaken stannar hos er. Ni kan underrätta dem senare om hindret faller bort.',
    en: 'The duty ends as hindered by secrecy. The receivers see nothing and the reason stays with you. You may notify them later when nothing hinders any more.',
  },
  possibleWhen: {
    sv: 'Kan göras när en underrättelse väntar för att sekretess har hindrat den.',
    en: 'Possible when a notice is waiting because secrecy has hindered it.',
  },
  rule: '2017:612 3:1',
  refuse: [],
  makulera: {
    effect: 'moves',
    endedBy: ['notify-utskrivningsklar', 'withdraw-utskrivningsklar', 'discharge'],
  },
  example: { reason: 'Patienten har sagt nej och inget undantag gäller.' },
});

const withdrawUtskrivningsklarPayload = z.strictObject({ reason: freeText });

const withdrawUtskrivningsklar = define({
  name: 'withdraw-utskrivningsklar',
  to,
  payload: withdrawUtskrivningsklarPayload,
  content: ['reason'],
  roles: WARD,
  label: { sv: 'Återta utskrivningsklar', en: 'Withdraw utskrivningsklar' },
  consequence: {
    sv: 'Mottagarna får veta att patienten inte längre är utskrivningsklar. Tiden för betalningsansvar slutar räknas.',
    en: 'The receivers learn that the patient is no longer ready. The time for payment liability stops.',
  },
  possibleWhen: {
    sv: 'Kan göras medan patienten är utskrivningsklar och kvar på avdelningen.',
    en: 'Possible while the patient is utskrivningsklar and still on the ward.',
  },
  rule: '2017:612 1:3 p5',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Mottagarna har fått veta att patienten inte är utskrivningsklar. Låt läkaren bedöma på nytt.',
      en: 'The receivers have been told that the patient is not ready. Let the physician judge anew.',
    },
  },
  example: { reason: 'Feber i natt, behöver fortsatt slutenvård.' },
});

/** The treating physician's judgement and its notice. */
export const judgementCommands = [
  markUtskrivningsklar,
  notifyUtskrivningsklar,
  holdBackNotice,
  withdrawUtskrivningsklar,
];
