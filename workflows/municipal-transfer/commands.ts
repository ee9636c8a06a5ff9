import {
  dateField,
  defineCommand,
  freeText,
  idField,
  type CommandDeclaration,
  type RefuseRule,
} from '@hemgang/engine';
import { MUNICIPAL } from '@workflows/handover';
import { z } from 'zod';
import type { MunicipalTransferContext } from './context';

/** Group that the commands of a transfer are addressed to. */
export const MUNICIPAL_TRANSFER = 'municipal-transfer';

/** Names the transfer where a unit has been asked more than once. */
const address = 'transfer';
const transfer = idField.optional();

const asker = ({ from }: MunicipalTransferContext) => [from];
const both = ({ unit, from }: MunicipalTransferContext) => [from, unit];

const acceptPayload = z.strictObject({ transfer, from: dateField });

const accept = defineCommand<MunicipalTransferContext, z.output<typeof acceptPayload>>({
  name: 'accept-municipal-transfer',
  to: MUNICIPAL_TRANSFER,
  address,
  payload: acceptPayload,
  content: [],
  // The unit becomes a receiver and gets what the law says that receivers get.
  lookups: { patient: true },
  roles: MUNICIPAL,
  label: { sv: 'Vi tar över ärendet', en: 'We take the case over' },
  consequence: {
    sv: 'Er kommun beslutar om insatser från den dagen. Ni blir mottagare i stället för den andra kommunens enhet och får inskrivningsmeddelandet. Era tider räknas från nu.',
    en: 'Your municipality decides on measures from that day. You receive the patient instead of the other unit and get the notice of admission. Your times count from now.',
  },
  possibleWhen: {
    sv: 'Görs av den enhet som har fått en begäran om att ta över ärendet.',
    en: 'Done by the unit that has been asked to take the case over.',
  },
  rule: 'SoL 29:10',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Er kommun är nu ansvarig. Begär att den andra kommunen tar över igen.',
      en: 'Your municipality is responsible now. Ask the other one to take over again.',
    },
  },
  example: { from: '2026-03-09' },
});

const declinePayload = z.strictObject({ transfer, reason: freeText });

const decline = defineCommand<MunicipalTransferContext, z.output<typeof declinePayload>>({
  name: 'decline-municipal-transfer',
  to: MUNICIPAL_TRANSFER,
  address,
  payload: declinePayload,
  content: ['reason'],
  roles: MUNICIPAL,
  label: { sv: 'Vi tar inte över ärendet', en: 'We do not take the case over' },
  consequence: {
    sv: 'Den första kommunen får veta varför och har kvar ansvaret. Den kan begära att IVO avgör.',
    en: 'The first municipality learns why and stays responsible. It may ask IVO to decide.',
  },
  possibleWhen: {
    sv: 'Görs av den enhet som har fått en begäran om att ta över ärendet.',
    en: 'Done by the unit that has been asked to take the case over.',
  },
  rule: 'SoL 29:10',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Be den andra kommunen om en ny begäran.',
      en: 'Ask the other municipality for a new request.',
    },
  },
  example: { reason: 'Flytten till Vännäs är inte bestämd ännu.' },
});

const withdrawPayload = z.strictObject({ transfer, reason: freeText.optional() });

const withdraw = defineCommand<MunicipalTransferContext, z.output<typeof withdrawPayload>>({
  name: 'withdraw-municipal-transfer',
  to: MUNICIPAL_TRANSFER,
  address,
  payload: withdrawPayload,
  content: ['reason'],
  roles: MUNICIPAL,
  by: asker,
  label: { sv: 'Ta tillbaka begäran om överflyttning', en: 'Take the request for a transfer back' },
  consequence: {
    sv: 'Den andra kommunen behöver inte svara. Ni har kvar ansvaret.',
    en: 'The other municipality need not answer. You stay responsible.',
  },
  possibleWhen: {
    sv: 'Görs av den kommun som har begärt överflyttning, tills den är besvarad.',
    en: 'Done by the municipality that has asked for a transfer, until it is answered.',
  },
  rule: 'SoL 29:10',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Gör en ny begäran i stället.',
      en: 'Make a new request instead.',
    },
  },
  example: { reason: 'Personen flyttar inte.' },
});

const ivoPayload = z.strictObject({
  transfer,
  outcome: z.enum(['transfer', 'stay']),
  from: dateField.optional(),
});

type IvoPayload = z.output<typeof ivoPayload>;

const dayMissing: RefuseRule<MunicipalTransferContext, IvoPayload> = {
  when: (_context, request) =>
    request?.payload.outcome === 'transfer' && request.payload.from === undefined,
  why: {
    sv: 'Ange från vilken dag den andra kommunen tar över.',
    en: 'State the day from which the other municipality takes over.',
  },
  rule: 'SoL 29:10',
};

const recordIvoDecision = defineCommand<MunicipalTransferContext, IvoPayload>({
  name: 'record-ivo-decision',
  to: MUNICIPAL_TRANSFER,
  address,
  payload: ivoPayload,
  content: [],
  lookups: { patient: true },
  roles: MUNICIPAL,
  by: both,
  label: { sv: 'Registrera IVO:s beslut', en: "Record IVO's decision" },
  consequence: {
    sv: 'Flyttas ärendet tar den andra kommunen över från den dagen och blir mottagare. Annars har den första kommunen kvar ansvaret.',
    en: 'If the case is moved, the other municipality takes over from that day and receives the patient. Otherwise the first stays responsible.',
  },
  possibleWhen: {
    sv: 'Görs av någon av de två kommunerna när begäran har avböjts.',
    en: 'Done by one of the two municipalities when the request has been declined.',
  },
  rule: 'SoL 29:10',
  refuse: [dayMissing],
  makulera: {
    refused: {
      sv: 'Begär överflyttning på nytt så att ansvaret blir rätt.',
      en: 'Ask for a transfer anew, so that the right municipality is responsible.',
    },
  },
  example: { outcome: 'transfer', from: '2026-03-16' },
});

/** What the two municipalities can do with a request. */
export const municipalTransferCommands: readonly CommandDeclaration[] = [
  accept,
  decline,
  withdraw,
  recordIvoDecision,
];
