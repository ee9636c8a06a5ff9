import { defineCommand, idField, instantField, lineText, municipalityField } from '@hemgang/engine';
import { z } from 'zod';
import { DESTINATIONS } from '@workflows/handover';
import type { DischargeContext } from '../context';
import {
  expectedInThePast,
  factsMissing,
  judgedOutsideStay,
  openCareMissing,
  unknownReceiver,
} from './refusals';
import { patient } from './patient';
import { to, WARD } from './ward';

const RECEIVERS_MAX = 20;

export const needs = z
  .strictObject({
    socialServices: z.boolean(),
    municipalHealthCare: z.boolean(),
    openCare: z.boolean(),
  })
  .refine((n) => n.socialServices || n.municipalHealthCare || n.openCare, {
    error: 'at least one need',
  });

const admitPayload = z.strictObject({
  patient,
  /** SCB code of the municipality that has placed the patient in another one (5:2 st2). */
  placedBy: municipalityField.optional(),
  /** The hälsocentral that she is listed at, as the region knows it. */
  listedAt: idField.optional(),
  needs: needs.optional(),
  physician: lineText.optional(),
});

/** Opens the case. Who the patient is stays with the patient, never in the event. */
export const admit = defineCommand<DischargeContext, z.output<typeof admitPayload>>({
  name: 'admit',
  to,
  payload: admitPayload,
  content: ['patient', 'listedAt', 'physician'],
  undisclosed: ['listedAt'],
  patient: 'another',
  lookups: { previousStay: true, listed: ({ listedAt }) => listedAt },
  roles: WARD,
  label: { sv: 'Skriv in patient', en: 'Admit a patient' },
  consequence: {
    sv: 'Ett ärende öppnas. Är ett behov bedömt ska inskrivningsmeddelandet skickas inom 24 timmar.',
    en: 'A case is opened. If a need is judged, the notice of admission is due within 24 hours.',
  },
  possibleWhen: {
    sv: 'Görs av avdelningen när patienten skrivs in.',
    en: 'Done by the ward when the patient is admitted.',
  },
  rule: '2017:612 2:1',
  refuse: [],
  makulera: {
    refused: {
      sv: 'En inskrivning stryks genom att hela ärendet makuleras.',
      en: 'An admission is struck by striking the whole case.',
    },
  },
  example: {
    patient: {
      number: '19460529-9819',
      name: 'Elsa Sjöström',
      address: 'Storgatan 12, 903 26 Umeå',
      municipality: '2480',
    },
    needs: { socialServices: true, municipalHealthCare: true, openCare: true },
    physician: 'Karin Åström',
  },
});

const judgeNeedPayload = z.strictObject({
  needs,
  judgedAt: instantField.optional(),
  physician: lineText,
});

const judgeNeed = defineCommand<DischargeContext, z.output<typeof judgeNeedPayload>>({
  name: 'judge-need',
  to,
  payload: judgeNeedPayload,
  content: ['physician'],
  roles: WARD,
  label: { sv: 'Bedöm behov efter utskrivning', en: 'Judge the need after discharge' },
  consequence: {
    sv: 'Inskrivningsmeddelandet ska skickas inom 24 timmar från bedömningen.',
    en: 'The notice of admission is due within 24 hours of the judgement.',
  },
  possibleWhen: {
    sv: 'Behovet är redan bedömt, eller så har patienten lämnat avdelningen.',
    en: 'The need has been judged, or the patient has left the ward.',
  },
  rule: '2017:612 2:1',
  refuse: [judgedOutsideStay],
  makulera: { effect: 'moves', carries: ['send-inskrivningsmeddelande'] },
  example: {
    needs: { socialServices: true, municipalHealthCare: false, openCare: true },
    judgedAt: '2026-03-02T08:00:00.000Z',
    physician: 'Karin Åström',
  },
});

const sendInskrivningsmeddelandePayload = z.strictObject({
  receivers: z
    .array(idField)
    .min(1)
    .max(RECEIVERS_MAX)
    .refine((units) => new Set(units).size === units.length, { error: 'a unit twice' }),
  expectedDischargeAt: instantField,
  folkbokforingsadress: lineText.optional(),
  destination: z.enum(DESTINATIONS).optional(),
});

const sendInskrivningsmeddelande = defineCommand<
  DischargeContext,
  z.output<typeof sendInskrivningsmeddelandePayload>
>({
  name: 'send-inskrivningsmeddelande',
  to,
  payload: sendInskrivningsmeddelandePayload,
  content: ['folkbokforingsadress'],
  lookups: {
    units: ({ receivers }) => receivers,
    standing: ({ receivers }) => receivers,
    patient: true,
  },
  roles: WARD,
  label: { sv: 'Skicka inskrivningsmeddelande', en: 'Send the notice of admission' },
  consequence: {
    sv: 'Mottagarna får namn, personnummer, folkbokföringsadress och beräknad utskrivning. De ska kvittera, svara och börja planera.',
    en: 'The receivers get name, personnummer, address and expected discharge. They must acknowledge, answer and start planning.',
  },
  possibleWhen: {
    sv: 'Kan göras när en läkare har bedömt att patienten kan behöva insatser, en gång per vårdtillfälle.',
    en: 'Possible when a physician has judged that measures may be needed, once per stay.',
  },
  rule: '2017:612 2:1',
  refuse: [unknownReceiver, openCareMissing, factsMissing, expectedInThePast],
  makulera: {
    effect: 'moves',
    carries: [
      'change-expected-discharge',
      'mark-utskrivningsklar',
      'send-utskrivningsinformation',
      'readdress',
      'discharge',
    ],
  },
  example: {
    receivers: ['umea-bistand-norr', 'ersboda-halsocentral'],
    expectedDischargeAt: '2026-03-06T11:00:00.000Z',
  },
});

const changeExpectedDischargePayload = z.strictObject({ expectedDischargeAt: instantField });

const changeExpectedDischarge = defineCommand<
  DischargeContext,
  z.output<typeof changeExpectedDischargePayload>
>({
  name: 'change-expected-discharge',
  to,
  payload: changeExpectedDischargePayload,
  content: [],
  roles: WARD,
  label: { sv: 'Ändra beräknad utskrivning', en: 'Change the expected discharge' },
  consequence: {
    sv: 'Alla mottagare får den nya tidpunkten och ska kvittera den.',
    en: 'All receivers get the new time and must acknowledge it.',
  },
  possibleWhen: {
    sv: 'Kan göras när inskrivningsmeddelandet är skickat och patienten är kvar.',
    en: 'Possible when the notice has been sent and the patient is still here.',
  },
  rule: '2017:612 2:4',
  refuse: [expectedInThePast],
  makulera: 'marks',
  example: { expectedDischargeAt: '2026-03-09T11:00:00.000Z' },
});

/** From the admission until the receivers are told. */
export const admissionCommands = [judgeNeed, sendInskrivningsmeddelande, changeExpectedDischarge];
