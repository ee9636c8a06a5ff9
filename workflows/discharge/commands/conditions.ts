import { defineCommand, instantField, noPayload } from '@hemgang/engine';
import { z } from 'zod';
import type { DischargeContext } from '../context';
import type { Refusal } from './refusals';
import { define, to, WARD } from './ward';

const permissionPayload = z
  .strictObject({ from: instantField, until: instantField })
  .refine(({ from, until }) => from < until, { error: 'ends before it begins', path: ['until'] });

type PermissionPayload = z.output<typeof permissionPayload>;

const beforeAdmission: Refusal<PermissionPayload> = {
  when: ({ admittedAt }, request) => request !== null && request.payload.from < admittedAt,
  why: {
    sv: 'Permissionen kan inte börja före inskrivningen.',
    en: 'The leave cannot begin before the admission.',
  },
  rule: 'avtal permission',
};

const notePermission = defineCommand<DischargeContext, PermissionPayload>({
  name: 'note-permission',
  to,
  payload: permissionPayload,
  content: [],
  roles: WARD,
  label: { sv: 'Anteckna permission', en: 'Note a leave of absence' },
  consequence: {
    sv: 'Mottagarna ser när patienten är borta. Patienten är inte utskriven och inga tider ändras.',
    en: 'The receivers see when the patient is away. The patient is not discharged and no times change.',
  },
  possibleWhen: {
    sv: 'Kan göras medan patienten är inskriven.',
    en: 'Possible while the patient is admitted.',
  },
  rule: 'avtal permission',
  refuse: [beforeAdmission],
  makulera: {
    refused: {
      sv: 'Avsluta permissionen i stället, eller registrera rätt tider på nytt.',
      en: 'End the permission instead, or enter the right times anew.',
    },
  },
  example: { from: '2026-03-07T09:00:00.000Z', until: '2026-03-08T17:00:00.000Z' },
});

const noPermission: Refusal<unknown> = {
  when: ({ permission }) => permission === undefined,
  why: {
    sv: 'Ingen permission är antecknad.',
    en: 'No leave of absence is noted.',
  },
  rule: 'avtal permission',
};

const endPermission = define({
  name: 'end-permission',
  to,
  payload: noPayload,
  content: [],
  roles: WARD,
  label: { sv: 'Patienten är åter från permission', en: 'Back from leave of absence' },
  consequence: {
    sv: 'Mottagarna ser att patienten är tillbaka på avdelningen eller att permissionen inte blev av.',
    en: 'The receivers see that the patient is back on the ward, or that the leave was called off.',
  },
  possibleWhen: {
    sv: 'Kan göras medan patienten är inskriven och har permission.',
    en: 'Possible while the patient is admitted and on leave.',
  },
  rule: 'avtal permission',
  refuse: [noPermission],
  makulera: {
    refused: {
      sv: 'Registrera permissionen på nytt i stället.',
      en: 'Enter the permission anew instead.',
    },
  },
  example: {},
});

const compulsoryPayload = z.strictObject({ law: z.enum(['lpt', 'lrv', 'none']) });

const noteCompulsoryCare = defineCommand<DischargeContext, z.output<typeof compulsoryPayload>>({
  name: 'note-compulsory-care',
  to,
  payload: compulsoryPayload,
  content: [],
  confidential: true,
  roles: WARD,
  label: { sv: 'Anteckna tvångsvård', en: 'Note compulsory care' },
  consequence: {
    sv: 'Syns bara inom regionens egen vård. Ett beslut om öppen tvångsvård kan sedan gälla som underrättelse om utskrivningsklar.',
    en: "Seen only within the region's own care. A decision on open compulsory care may then count as the notice that the patient is ready.",
  },
  possibleWhen: {
    sv: 'Kan göras medan patienten är inskriven.',
    en: 'Possible while the patient is admitted.',
  },
  rule: '2017:612 3:1 st2',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Registrera vad som gäller i stället.',
      en: 'Enter what applies instead.',
    },
  },
  example: { law: 'lpt' },
});

/** What holds for a while during the stay and moves nothing. */
export const conditionCommands = [notePermission, endPermission, noteCompulsoryCare];
