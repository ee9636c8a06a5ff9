import { defineCommand, freeText, idField, lineText, noPayload } from '@hemgang/engine';
import { RECEIVERS } from '@workflows/handover';
import { z } from 'zod';
import type { DischargeContext } from '../context';
import { contactNumber, standing } from '../noted';
import type { Refusal } from './refusals';
import { to, WARD } from './ward';

/** Whoever takes part in the case may know somebody close to the patient. */
const everybody = ({ unit, receivers }: DischargeContext) => [
  unit,
  ...receivers.map((receiver) => receiver.unit),
];

const anybody = [...WARD, ...RECEIVERS];

const noSuchContact: Refusal<{ readonly contact?: string | undefined }> = {
  when: ({ noted }, request) => {
    const contact = request?.payload.contact;
    return contact !== undefined && !noted.contacts.includes(contactNumber(contact));
  },
  why: {
    sv: 'Det finns ingen gällande kontakt med den beteckningen.',
    en: 'There is no standing contact of that name.',
  },
  rule: 'PL 5:3',
};

const noteContactPayload = z.strictObject({
  /** The contact that this one replaces; absent: one more. */
  contact: idField.optional(),
  name: lineText,
  relation: lineText,
  phone: lineText.optional(),
  /** Custody of a patient under 18. */
  custody: z.boolean().optional(),
  representative: z.enum(['none', 'god-man', 'forvaltare']).optional(),
  mayBeTold: z.enum(['nothing', 'times', 'everything']),
});

const noteContact = defineCommand<DischargeContext, z.output<typeof noteContactPayload>>({
  name: 'note-contact',
  to,
  payload: noteContactPayload,
  content: ['name', 'relation', 'phone', 'custody', 'representative', 'mayBeTold'],
  roles: anybody,
  by: everybody,
  label: { sv: 'Lägg till eller ändra kontakt', en: 'Add or change a contact' },
  consequence: {
    sv: 'De andra parterna får kontakten och vad hen får veta. Förutsätter patientens samtycke eller ett undantag i sekretesslagen.',
    en: 'The other parties get the contact and what he or she may be told. Needs the consent of the patient or an exception in the secrecy act.',
  },
  possibleWhen: {
    sv: 'Görs av en part i ärendet.',
    en: 'Done by a party in the case.',
  },
  rule: 'PL 5:3',
  refuse: [noSuchContact],
  makulera: 'moves',
  example: {
    name: 'Lars Sjöström',
    relation: 'son',
    phone: '0980-319 266',
    mayBeTold: 'times',
  },
});

const endContactPayload = z.strictObject({ contact: idField, reason: freeText.optional() });

const endContact = defineCommand<DischargeContext, z.output<typeof endContactPayload>>({
  name: 'end-contact',
  to,
  payload: endContactPayload,
  content: ['reason'],
  roles: anybody,
  by: everybody,
  label: { sv: 'Avsluta kontakt', en: 'End a contact' },
  consequence: {
    sv: 'Kontakten gäller inte längre. De andra parterna får veta det.',
    en: 'The contact holds no more. The other parties are told.',
  },
  possibleWhen: {
    sv: 'Görs av en part i ärendet.',
    en: 'Done by a party in the case.',
  },
  rule: 'PL 5:3',
  refuse: [noSuchContact],
  makulera: 'moves',
  example: { contact: 'k5', reason: 'Vill inte längre vara kontaktperson.' },
});

const communicationPayload = z.strictObject({
  language: lineText,
  interpreter: z.boolean(),
  hearing: lineText.optional(),
  sight: lineText.optional(),
  other: freeText.optional(),
});

const noteCommunicationNeeds = defineCommand<
  DischargeContext,
  z.output<typeof communicationPayload>
>({
  name: 'note-communication-needs',
  to,
  payload: communicationPayload,
  content: ['language', 'interpreter', 'hearing', 'sight', 'other'],
  roles: anybody,
  by: everybody,
  label: { sv: 'Språk, tolk, hörsel och syn', en: 'Language, interpreter, hearing and sight' },
  consequence: {
    sv: 'De andra parterna får veta hur man talar med patienten. Ersätter det som stod förut.',
    en: 'The other parties learn how to speak with the patient. Replaces what stood before.',
  },
  possibleWhen: {
    sv: 'Görs av en part i ärendet.',
    en: 'Done by a party in the case.',
  },
  rule: 'PL 3:6',
  refuse: [],
  makulera: {
    effect: 'moves',
    keep: ({ noted: { communication } }) => ({ before: communication ?? null }),
    endedBy: ['note-communication-needs'],
  },
  example: { language: 'umesamiska', interpreter: true, hearing: 'hörapparat på båda öronen' },
});

const nothingNoted: Refusal<unknown> = {
  when: ({ noted }) => standing(noted).length === 0,
  why: {
    sv: 'Det finns varken kontakter eller uppgifter om språk, hörsel och syn att lämna ut.',
    en: 'There are neither contacts nor notes of language, hearing and sight to hand out.',
  },
  rule: 'OSL 25:1',
};

const nobodyReceives: Refusal<unknown> = {
  when: ({ receivers }) => receivers.length === 0,
  why: {
    sv: 'Det finns inga mottagare än.',
    en: 'There are no receivers yet.',
  },
  rule: '2017:612 2:1',
};

const shareContacts = defineCommand<DischargeContext, Record<string, never>>({
  name: 'share-contacts',
  to,
  payload: noPayload,
  content: [],
  roles: WARD,
  label: { sv: 'Lämna ut kontakter och språkbehov', en: 'Hand out contacts and language needs' },
  consequence: {
    sv: 'Alla mottagare får en kopia av det som gäller. Förutsätter patientens samtycke eller ett undantag i sekretesslagen.',
    en: 'All receivers get a copy of what holds. Needs the consent of the patient or an exception in the secrecy act.',
  },
  possibleWhen: {
    sv: 'Görs av avdelningen när det finns mottagare.',
    en: 'Done by the ward when there are receivers.',
  },
  rule: 'OSL 25:1',
  refuse: [nothingNoted, nobodyReceives],
  makulera: 'marks',
  example: {},
});

/** People close to the patient, and how to speak with her. */
export const contactCommands = [noteContact, endContact, noteCommunicationNeeds, shareContacts];
