import { dateField, defineCommand, lineText } from '@hemgang/engine';
import { z } from 'zod';
import { CONTACT_KINDS, unitsOf, type ContactKind, type SipContext } from '../context';
import { SIP_ROLES } from '../roles';
import type { Refusal } from './refusals';
import { to } from './sip';

/** Who was the contact before, so that it can be given back. */
const keepContact = {
  effect: 'moves' as const,
  keep: ({ contacts }: SipContext, { kind }: { readonly kind: ContactKind }) => ({
    before: contacts[kind] ?? null,
  }),
};

const namePayload = z.strictObject({
  kind: z.enum(CONTACT_KINDS),
  name: lineText,
  phone: lineText.optional(),
  /** The title of a fast omsorgskontakt is protected. */
  isUnderskoterska: z.boolean().optional(),
  from: dateField,
});

const notUnderskoterska: Refusal<z.output<typeof namePayload>> = {
  when: (_context, request) =>
    request?.payload.kind === 'omsorgskontakt' && request.payload.isUnderskoterska !== true,
  why: {
    sv: 'En fast omsorgskontakt ska vara undersköterska.',
    en: 'The named contact in home care must be a licensed assistant nurse.',
  },
  rule: 'SoL 10:7',
};

const nameContact = defineCommand<SipContext, z.output<typeof namePayload>>({
  name: 'name-contact',
  to,
  payload: namePayload,
  content: ['name', 'phone', 'isUnderskoterska'],
  roles: SIP_ROLES,
  by: unitsOf,
  whileOpen: true,
  label: { sv: 'Anteckna fast kontakt', en: 'Note a named contact' },
  consequence: {
    sv: 'Det står i SIP:en vem som är fast vårdkontakt, läkarkontakt eller omsorgskontakt, och sedan när. Den förra står kvar i historiken.',
    en: 'The SIP says who the named contact is and since when. The one before stays in the history.',
  },
  possibleWhen: {
    sv: 'Kan göras av den som deltar medan SIP:en pågår.',
    en: 'Possible for whoever takes part while the SIP goes on.',
  },
  rule: 'PL 6:2',
  refuse: [notUnderskoterska],
  makulera: keepContact,
  example: { kind: 'vardkontakt', name: 'Maria Öberg', phone: '0980-319 217', from: '2026-03-02' },
});

const endPayload = z.strictObject({ kind: z.enum(CONTACT_KINDS), on: dateField });

const noSuchContact: Refusal<z.output<typeof endPayload>> = {
  when: ({ contacts }, request) => request !== null && contacts[request.payload.kind] === undefined,
  why: {
    sv: 'Det finns ingen sådan fast kontakt antecknad.',
    en: 'There is no such named contact on record.',
  },
  rule: 'PL 6:2',
};

const endContact = defineCommand<SipContext, z.output<typeof endPayload>>({
  name: 'end-contact',
  to,
  payload: endPayload,
  content: [],
  roles: SIP_ROLES,
  by: unitsOf,
  whileOpen: true,
  label: { sv: 'Avsluta fast kontakt', en: 'End a named contact' },
  consequence: {
    sv: 'Kontakten gäller inte längre. Den står kvar i historiken.',
    en: 'The contact holds no more. It stays in the history.',
  },
  possibleWhen: {
    sv: 'Kan göras av den som deltar medan SIP:en pågår.',
    en: 'Possible for whoever takes part while the SIP goes on.',
  },
  rule: 'PL 6:2',
  refuse: [noSuchContact],
  makulera: keepContact,
  example: { kind: 'vardkontakt', on: '2026-06-01' },
});

/** Fast vårdkontakt, fast läkarkontakt and fast omsorgskontakt. */
export const namedContactCommands = [nameContact, endContact];
