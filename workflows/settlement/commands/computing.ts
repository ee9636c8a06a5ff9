import {
  defineCommand,
  freeText,
  idField,
  municipalityField,
  noPayload,
  type RefuseRule,
} from '@hemgang/engine';
import { localDate } from '@hemgang/kernel';
import { z } from 'zod';
import type { SettlementContext } from '../context';
import { basisGiven, rowGiven } from '../given';
import { municipality, region, ROLES, rule, to } from './sides';

const monthField = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

const openPayload = z.strictObject({ municipality: municipalityField, month: monthField });

type Open = z.output<typeof openPayload>;
type OpenRule = RefuseRule<SettlementContext, Open>;

const byMunicipality: OpenRule = {
  when: (_, request) =>
    request !== null && Object.keys(request.given['municipality'] ?? {}).length > 0,
  why: {
    sv: 'Det är regionen som räknar ut månadens avräkning.',
    en: 'It is the region that computes the settlement of a month.',
  },
  rule,
};

const nobodyToSettleWith: OpenRule = {
  when: (_, request) => request !== null && basisGiven(request.given)?.payer === undefined,
  why: {
    sv: 'Kommunen har ingen enhet här som tar emot avräkningar.',
    en: 'The municipality has no unit here that receives settlements.',
  },
  rule,
};

const monthNotOver: OpenRule = {
  when: (_, request) =>
    request !== null && localDate(request.recordedAt).slice(0, 7) <= request.payload.month,
  why: {
    sv: 'Månaden är inte slut än.',
    en: 'The month is not over yet.',
  },
  rule,
};

const settledAlready: OpenRule = {
  when: (_, request) => request?.given['existing'] === true,
  why: {
    sv: 'Månaden har redan en avräkning med kommunen.',
    en: 'The month has a settlement with the municipality already.',
  },
  rule,
};

/** Opens the settlement of a month and computes it. */
export const openSettlement = defineCommand<SettlementContext, Open>({
  name: 'open-settlement',
  to,
  payload: openPayload,
  content: [],
  undisclosed: ['cases'],
  lookups: {
    municipality: () => [],
    basis: ({ municipality: code, month }) => ({ municipality: code, month, rows: [] }),
  },
  roles: ROLES,
  label: { sv: 'Räkna ut månadens avräkning', en: 'Compute the settlement of a month' },
  consequence: {
    sv: 'Månadens dagar räknas ut och kommunen får underlaget, utan namn, för att granska det.',
    en: 'The days of the month are computed and the municipality gets the basis, without names, to review it.',
  },
  possibleWhen: {
    sv: 'Görs av regionens administratör när månaden är slut.',
    en: "Done by the region's administrator when the month is over.",
  },
  rule: '2017:612 5:1',
  refuse: [byMunicipality, nobodyToSettleWith, monthNotOver, settledAlready],
  makulera: {
    refused: {
      sv: 'Räkna om månaden i stället.',
      en: 'Compute the month anew instead.',
    },
  },
  example: { municipality: '2480', month: '2026-02' },
});

export const recompute = defineCommand<SettlementContext, Record<string, never>>({
  name: 'recompute',
  to,
  payload: noPayload,
  content: [],
  undisclosed: ['cases'],
  lookups: {
    basis: (_, context) => {
      const { municipality: code, month, disputes } = context as SettlementContext;
      return { municipality: code, month, rows: disputes.map(({ row }) => row) };
    },
  },
  roles: ROLES,
  by: region,
  label: { sv: 'Räkna om', en: 'Compute anew' },
  consequence: {
    sv: 'Rättelser i vårdtillfällena kommer med. Kommunen får det nya underlaget och granskar igen; det gamla finns kvar, och skillnaden visas.',
    en: 'Corrections of the stays are included. The municipality gets the new basis and reviews again; the old one stays, and the difference is shown.',
  },
  possibleWhen: {
    sv: 'Görs av regionen tills den har skrivit under.',
    en: 'Done by the region until it has signed.',
  },
  rule,
  refuse: [],
  makulera: {
    refused: {
      sv: 'Räkna om en gång till i stället.',
      en: 'Compute once more instead.',
    },
  },
  example: {},
});

export const review = defineCommand<SettlementContext, Record<string, never>>({
  name: 'review-settlement',
  byPerson: true,
  to,
  payload: noPayload,
  content: [],
  roles: ROLES,
  by: municipality,
  label: { sv: 'Underlaget är granskat', en: 'The basis has been reviewed' },
  consequence: {
    sv: 'Regionen kan skriva under. Rader kan bestridas tills kommunen har skrivit under.',
    en: 'The region can sign. Rows can be disputed until the municipality has signed.',
  },
  possibleWhen: {
    sv: 'Görs av kommunen när det finns ett underlag som inte är granskat.',
    en: 'Done by the municipality when there is a basis that has not been reviewed.',
  },
  rule,
  refuse: [],
  makulera: {
    refused: {
      sv: 'Bestrid de rader som är fel, eller be regionen räkna om.',
      en: 'Dispute the rows that are wrong, or ask the region to compute anew.',
    },
  },
  example: {},
});

const disputePayload = z.strictObject({ row: idField, reason: freeText });

type Dispute = z.output<typeof disputePayload>;

const noSuchRow: RefuseRule<SettlementContext, Dispute> = {
  when: (_, request) => request !== null && rowGiven(request.given) === undefined,
  why: {
    sv: 'Det finns ingen sådan rad i underlaget.',
    en: 'There is no such row in the basis.',
  },
  rule: 'avtal bestridande',
};

const disputedAlready: RefuseRule<SettlementContext, Dispute> = {
  when: ({ disputes }, request) => disputes.some(({ row }) => row === request?.payload.row),
  why: {
    sv: 'Raden är redan bestridd.',
    en: 'The row is disputed already.',
  },
  rule: 'avtal bestridande',
};

export const disputeRow = defineCommand<SettlementContext, Dispute>({
  name: 'dispute-row',
  to,
  payload: disputePayload,
  content: ['reason'],
  lookups: { row: ({ row }) => row },
  roles: ROLES,
  by: municipality,
  label: { sv: 'Bestrid en rad', en: 'Dispute a row' },
  consequence: {
    sv: 'Regionen ska svara. Raden hålls utanför det ni är överens om tills den är avgjord, och en underskrift av regionen gäller inte längre.',
    en: 'The region must answer. The row is kept out of what you agree on until it is decided, and a signature of the region holds no more.',
  },
  possibleWhen: {
    sv: 'Görs av kommunen tills den har skrivit under.',
    en: 'Done by the municipality until it has signed.',
  },
  rule: 'avtal bestridande',
  refuse: [noSuchRow, disputedAlready],
  makulera: {
    refused: {
      sv: 'Ta tillbaka bestridandet i stället.',
      en: 'Take the dispute back instead.',
    },
  },
  example: { row: 'p1.2026-02-05', reason: 'Hemtjänsten var på plats den 4 februari.' },
});
