import { defineCommand, freeText, noPayload, type RefuseRule } from '@hemgang/engine';
import { z } from 'zod';
import { otherSide, type SettlementContext } from '../context';
import { outstandingOre, sumAt } from '../figures';
import { both, municipality, region, ROLES, rule, to } from './sides';

/** What a signature stands under: it is kept in its event, whatever rules and code do later. */
function signedFigures({ basis, ...rest }: SettlementContext, asOf: string) {
  const { inputHash, policy, totals, rows } = basis;
  return { inputHash, policy, totals, rows, ...sumAt({ basis, ...rest }, asOf) };
}

export const signForRegion = defineCommand<SettlementContext, Record<string, never>>({
  name: 'sign-for-region',
  byPerson: true,
  to,
  payload: noPayload,
  content: [],
  attests: (context, { occurredAt }) => signedFigures(context, occurredAt),
  roles: ROLES,
  by: region,
  label: { sv: 'Skriv under för regionen', en: 'Sign for the region' },
  consequence: {
    sv: 'Kommunen kan skriva under. Bestrids en rad därefter gäller underskriften inte längre.',
    en: 'The municipality can sign. If a row is disputed after that, the signature holds no more.',
  },
  possibleWhen: {
    sv: 'Görs av regionen när kommunen har granskat underlaget.',
    en: 'Done by the region when the municipality has reviewed the basis.',
  },
  rule,
  refuse: [],
  makulera: {
    refused: {
      sv: 'Ta tillbaka underskriften i stället.',
      en: 'Take the signature back instead.',
    },
  },
  example: {},
});

export const withdrawSignature = defineCommand<SettlementContext, Record<string, never>>({
  name: 'withdraw-signature',
  byPerson: true,
  to,
  payload: noPayload,
  content: [],
  roles: ROLES,
  by: region,
  label: { sv: 'Ta tillbaka underskriften', en: 'Take the signature back' },
  consequence: {
    sv: 'Månaden kan räknas om. Kommunen kan inte skriva under förrän regionen har gjort det igen.',
    en: 'The month can be computed anew. The municipality cannot sign until the region has done so again.',
  },
  possibleWhen: {
    sv: 'Görs av regionen så länge kommunen inte har skrivit under.',
    en: 'Done by the region as long as the municipality has not signed.',
  },
  rule,
  refuse: [],
  makulera: {
    refused: {
      sv: 'Skriv under igen i stället.',
      en: 'Sign again instead.',
    },
  },
  example: {},
});

export const signForMunicipality = defineCommand<SettlementContext, Record<string, never>>({
  name: 'sign-for-municipality',
  byPerson: true,
  to,
  payload: noPayload,
  content: [],
  attests: (context, { occurredAt }) => signedFigures(context, context.signed?.at ?? occurredAt),
  roles: ROLES,
  by: municipality,
  label: { sv: 'Skriv under för kommunen', en: 'Sign for the municipality' },
  consequence: {
    sv: 'Siffrorna ligger fast. Rader som är bestridda och inte avgjorda står utanför. Bara ni och regionen tillsammans kan öppna avräkningen igen.',
    en: 'The figures are fixed. Rows that are disputed and not decided stay outside. Only you and the region together can open the settlement again.',
  },
  possibleWhen: {
    sv: 'Görs av kommunen när regionen har skrivit under.',
    en: 'Done by the municipality when the region has signed.',
  },
  rule,
  refuse: [],
  makulera: {
    refused: {
      sv: 'Be regionen att avräkningen öppnas igen.',
      en: 'Ask the region that the settlement is opened again.',
    },
  },
  example: {},
});

const invoicePayload = z.strictObject({
  number: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/),
});

type Numbered = z.output<typeof invoicePayload>;

const nothingToInvoice: RefuseRule<SettlementContext, Numbered> = {
  when: (context) => outstandingOre(context) <= 0,
  why: {
    sv: 'Det finns inget att fakturera. Är det fakturerade för högt registreras en kreditering.',
    en: 'There is nothing to invoice. If too much has been invoiced, a credit is noted.',
  },
  rule,
};

const nothingToCredit: RefuseRule<SettlementContext, Numbered> = {
  when: (context) => outstandingOre(context) >= 0,
  why: {
    sv: 'Det finns inget att kreditera: det fakturerade är inte för högt.',
    en: 'There is nothing to credit: what has been invoiced is not too much.',
  },
  rule,
};

export const noteInvoice = defineCommand<SettlementContext, Numbered>({
  name: 'note-invoice',
  to,
  payload: invoicePayload,
  content: [],
  attests: (context) => ({ ore: outstandingOre(context) }),
  roles: ROLES,
  by: region,
  label: { sv: 'Registrera fakturans nummer', en: 'Note the number of the invoice' },
  consequence: {
    sv: 'Det som återstår är fakturerat, och kommunen får veta numret.',
    en: 'What is left has been invoiced, and the municipality is told the number.',
  },
  possibleWhen: {
    sv: 'Görs av regionen när avräkningen är låst och något återstår att fakturera.',
    en: 'Done by the region when the settlement is locked and something is left to invoice.',
  },
  rule: '2017:612 5:1',
  refuse: [nothingToInvoice],
  makulera: 'returns',
  example: { number: 'F2026-1042' },
});

export const noteCredit = defineCommand<SettlementContext, Numbered>({
  name: 'note-credit',
  to,
  payload: invoicePayload,
  content: [],
  attests: (context) => ({ ore: outstandingOre(context) }),
  roles: ROLES,
  by: region,
  label: { sv: 'Registrera kreditfakturans nummer', en: 'Note the number of the credit' },
  consequence: {
    sv: 'Det som har fakturerats för mycket är krediterat, och kommunen får veta numret.',
    en: 'What has been invoiced too much is credited, and the municipality is told the number.',
  },
  possibleWhen: {
    sv: 'Görs av regionen när avräkningen är låst och mer är fakturerat än den visar.',
    en: 'Done by the region when the settlement is locked and more has been invoiced than it shows.',
  },
  rule: '2017:612 5:1',
  refuse: [nothingToCredit],
  makulera: 'returns',
  example: { number: 'K2026-0007' },
});

const reasonPayload = z.strictObject({ reason: freeText });

type Reasoned = z.output<typeof reasonPayload>;

/** Who did not ask answers. */
const answerer = (context: SettlementContext): readonly string[] =>
  context.reopening === null ? [] : [otherSide(context, context.reopening.by)];

export const askToReopen = defineCommand<SettlementContext, Reasoned>({
  name: 'ask-to-reopen',
  byPerson: true,
  to,
  payload: reasonPayload,
  content: ['reason'],
  roles: ROLES,
  by: both,
  label: { sv: 'Be att avräkningen öppnas', en: 'Ask that the settlement is opened' },
  consequence: {
    sv: 'Den andra sidan svarar. Inget ändras förrän den har sagt ja.',
    en: 'The other side answers. Nothing changes until it has said yes.',
  },
  possibleWhen: {
    sv: 'Görs av regionen eller kommunen när avräkningen är låst.',
    en: 'Done by the region or the municipality when the settlement is locked.',
  },
  rule,
  refuse: [],
  makulera: 'returns',
  example: { reason: 'Ett vårdtillfälle har rättats efter låsningen.' },
});

export const agreeToReopen = defineCommand<SettlementContext, Record<string, never>>({
  name: 'agree-to-reopen',
  byPerson: true,
  to,
  payload: noPayload,
  content: [],
  roles: ROLES,
  by: answerer,
  label: { sv: 'Ja, öppna avräkningen', en: 'Yes, open the settlement' },
  consequence: {
    sv: 'Avräkningen är ett utkast igen och kan räknas om. Det som var låst finns kvar att läsa, och det fakturerade dras av.',
    en: 'The settlement is a draft again and can be computed anew. What was locked can still be read, and what has been invoiced is set off.',
  },
  possibleWhen: {
    sv: 'Görs av den sida som inte bad om det, när den andra har bett att avräkningen öppnas.',
    en: 'Done by the side that did not ask, when the other has asked that the settlement is opened.',
  },
  rule,
  refuse: [],
  makulera: {
    refused: {
      sv: 'Skriv under avräkningen igen i stället.',
      en: 'Sign the settlement again instead.',
    },
  },
  example: {},
});

export const declineToReopen = defineCommand<SettlementContext, Reasoned>({
  name: 'decline-to-reopen',
  byPerson: true,
  to,
  payload: reasonPayload,
  content: ['reason'],
  roles: ROLES,
  by: answerer,
  label: { sv: 'Nej, öppna inte avräkningen', en: 'No, do not open the settlement' },
  consequence: {
    sv: 'Avräkningen är låst som förut. Den som bad får veta varför.',
    en: 'The settlement is locked as before. Whoever asked is told why.',
  },
  possibleWhen: {
    sv: 'Görs av den sida som inte bad om det, när den andra har bett att avräkningen öppnas.',
    en: 'Done by the side that did not ask, when the other has asked that the settlement is opened.',
  },
  rule,
  refuse: [],
  makulera: 'returns',
  example: { reason: 'Skillnaden tas med i nästa månads avräkning.' },
});
