import { defineCommand, freeText, idField, lineText, type RefuseRule } from '@hemgang/engine';
import { z } from 'zod';
import type { DisputeContext } from '../dispute';
import { standingAt } from '../figures';
import { ROLES } from './sides';

const to = 'dispute';
const address = 'dispute';
const rule = 'avtal bestridande';

const region = ({ region: unit }: DisputeContext): readonly string[] => [unit];
const municipality = ({ payer }: DisputeContext): readonly string[] => [payer];
const both = ({ region: a, payer: b }: DisputeContext): readonly string[] => [a, b];

const disputeField = z.strictObject({ dispute: idField });
const writePayload = disputeField.extend({ text: freeText });
const answerPayload = disputeField.extend({
  answer: z.enum(['concede', 'maintain']),
  reason: freeText,
});
const decidePayload = disputeField.extend({
  outcome: z.enum(['counts', 'removed']),
  decidedBy: lineText,
  reason: freeText,
});

/** Whether the deadline has passed without an answer, and what that means. */
const isSilent = ({ answerBy }: DisputeContext, at: string | undefined): boolean =>
  at !== undefined && at > answerBy;

type Answer = z.output<typeof answerPayload>;

const settledBySilence: RefuseRule<DisputeContext, Answer> = {
  when: ({ answerBy, silence }, request) =>
    request !== null &&
    ['counts', 'removed'].includes(
      standingAt({ stands: 'asked', answerBy }, silence, request.occurredAt),
    ),
  why: {
    sv: 'Tiden att svara är ute, och vad uteblivet svar betyder är avtalat. Konstatera att svar uteblev.',
    en: 'The time to answer is out, and what silence means is agreed. Note that no answer came.',
  },
  rule,
};

const writeInDispute = defineCommand<DisputeContext, z.output<typeof writePayload>>({
  name: 'write-in-dispute',
  to,
  address,
  by: both,
  payload: writePayload,
  content: ['text'],
  roles: ROLES,
  label: { sv: 'Skriv i bestridandet', en: 'Write in the dispute' },
  consequence: {
    sv: 'Den andra sidan får läsa det. Det svarar inte på bestridandet och avgör det inte.',
    en: 'The other side can read it. It does not answer the dispute and does not decide it.',
  },
  possibleWhen: {
    sv: 'Görs av båda sidor tills bestridandet är avgjort.',
    en: 'Done by both sides until the dispute is decided.',
  },
  rule,
  refuse: [],
  makulera: 'marks',
  example: { dispute: 'd4', text: 'Se anteckningen från vårdplaneringen den 3 februari.' },
});

const answerDispute = defineCommand<DisputeContext, Answer>({
  name: 'answer-dispute',
  to,
  address,
  by: region,
  payload: answerPayload,
  content: ['reason'],
  roles: ROLES,
  label: { sv: 'Svara på bestridandet', en: 'Answer the dispute' },
  consequence: {
    sv: 'Medges det räknas raden inte. Håller regionen fast vid raden avgör den gemensamma gruppen.',
    en: 'If conceded, the row does not count. If the region maintains the row, the joint group decides.',
  },
  possibleWhen: {
    sv: 'Görs av regionen när ett bestridande inte är besvarat.',
    en: 'Done by the region when a dispute has not been answered.',
  },
  rule,
  refuse: [settledBySilence],
  makulera: {
    refused: {
      sv: 'Skriv i bestridandet vad som är fel; den gemensamma gruppen kan avgöra det.',
      en: 'Write in the dispute what is wrong; the joint group can decide it.',
    },
  },
  example: { dispute: 'd4', answer: 'maintain', reason: 'Hemgången var bestämd till den 6.' },
});

const decideDispute = defineCommand<DisputeContext, z.output<typeof decidePayload>>({
  name: 'decide-dispute',
  byPerson: true,
  to,
  address,
  by: region,
  payload: decidePayload,
  content: ['decidedBy', 'reason'],
  roles: ROLES,
  label: { sv: 'Registrera gruppens beslut', en: "Note the joint group's decision" },
  consequence: {
    sv: 'Bestridandet är avgjort. Är avräkningen låst ligger den fast, och skillnaden faktureras eller krediteras för sig.',
    en: 'The dispute is decided. If the settlement is locked it stays so, and the difference is invoiced or credited by itself.',
  },
  possibleWhen: {
    sv: 'Görs av regionen när ett bestridande ligger hos den gemensamma gruppen.',
    en: 'Done by the region when a dispute lies with the joint group.',
  },
  rule,
  refuse: [],
  makulera: {
    refused: {
      sv: 'Ett beslut av gruppen ändras genom att avräkningen öppnas igen.',
      en: 'A decision of the group is changed by opening the settlement again.',
    },
  },
  example: {
    dispute: 'd4',
    outcome: 'counts',
    decidedBy: 'Partssammansatta gruppen 12 mars',
    reason: 'Dagen räknas enligt överenskommelsen.',
  },
});

const notSilentYet: RefuseRule<DisputeContext, z.output<typeof disputeField>> = {
  when: (context, request) => request !== null && !isSilent(context, request.occurredAt),
  why: {
    sv: 'Tiden att svara är inte ute än.',
    en: 'The time to answer is not out yet.',
  },
  rule,
};

const noteSilence = defineCommand<DisputeContext, z.output<typeof disputeField>>({
  name: 'note-silence',
  to,
  address,
  by: both,
  payload: disputeField,
  content: [],
  roles: ROLES,
  label: { sv: 'Konstatera att svar uteblev', en: 'Note that no answer came' },
  consequence: {
    sv: 'Det som avtalet säger om uteblivet svar gäller: raden räknas, räknas inte eller avgörs av den gemensamma gruppen.',
    en: 'What the agreement says of silence holds: the row counts, does not count or is decided by the joint group.',
  },
  possibleWhen: {
    sv: 'Görs av båda sidor när tiden att svara är ute och regionen inte har svarat.',
    en: 'Done by both sides when the time to answer is out and the region has not answered.',
  },
  rule,
  refuse: [notSilentYet],
  makulera: {
    refused: {
      sv: 'Skriv i bestridandet vad som är fel, eller be att avräkningen öppnas.',
      en: 'Write in the dispute what is wrong, or ask that the settlement is opened.',
    },
  },
  example: { dispute: 'd4' },
});

const withdrawDispute = defineCommand<DisputeContext, z.output<typeof disputeField>>({
  name: 'withdraw-dispute',
  to,
  address,
  by: municipality,
  payload: disputeField,
  content: [],
  roles: ROLES,
  label: { sv: 'Ta tillbaka bestridandet', en: 'Take the dispute back' },
  consequence: {
    sv: 'Raden räknas igen, som om den inte hade bestridits.',
    en: 'The row counts again, as if it had not been disputed.',
  },
  possibleWhen: {
    sv: 'Görs av kommunen tills bestridandet är avgjort.',
    en: 'Done by the municipality until the dispute is decided.',
  },
  rule,
  refuse: [],
  makulera: {
    refused: {
      sv: 'Bestrid raden igen i stället.',
      en: 'Dispute the row again instead.',
    },
  },
  example: { dispute: 'd4' },
});

/** What both sides can do in a dispute. */
export const disputeCommands = [
  writeInDispute,
  answerDispute,
  decideDispute,
  noteSilence,
  withdrawDispute,
] as const;
