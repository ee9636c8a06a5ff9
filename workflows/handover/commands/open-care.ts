import { defineCommand, freeText, idField, lineText, noPayload } from '@hemgang/engine';
import { z } from 'zod';
import type { HandoverContext } from '../context';
import { OPEN_CARE, to } from './receivers';

/** Somebody may be named who has no account here; then only the name is known. */
const appointFastVardkontakt = defineCommand<
  HandoverContext,
  { name: string; phone: string; staff?: string | undefined }
>({
  name: 'appoint-fast-vardkontakt',
  to,
  payload: z.strictObject({ name: lineText, phone: lineText, staff: idField.optional() }),
  content: ['name', 'phone'],
  lookups: { colleague: ({ staff }) => staff },
  roles: OPEN_CARE,
  label: { sv: 'Utse fast vårdkontakt', en: 'Appoint a fast vårdkontakt' },
  consequence: {
    sv: 'Avdelningen och patienten får veta vem det är. Kontakten kallar till SIP när det behövs.',
    en: 'The ward and the patient learn who it is. The contact calls to the SIP when one is needed.',
  },
  possibleWhen: {
    sv: 'Görs av den öppna vård som tar emot patienten.',
    en: 'Done by the open care that receives the patient.',
  },
  rule: '2017:612 2:5',
  refuse: [],
  makulera: { effect: 'moves', endedBy: ['appoint-fast-vardkontakt'] },
  example: { name: 'Maria Öberg', phone: '0980-319 217' },
});

const clarifyOpenCare = defineCommand<
  HandoverContext,
  { available: boolean; comment?: string | undefined }
>({
  name: 'clarify-open-care',
  to,
  payload: z.strictObject({ available: z.boolean(), comment: freeText.optional() }),
  content: ['comment'],
  roles: OPEN_CARE,
  label: { sv: 'Klarlägg öppna vårdens insatser', en: 'Clarify the open-care measures' },
  consequence: {
    sv: 'Finns insatserna är frågan klarlagd. Finns de inte har kommunen inget betalningsansvar.',
    en: 'If the measures exist the matter is clear. If not, the municipality does not have to pay.',
  },
  possibleWhen: {
    sv: 'Insatserna är redan klarlagda, eller så har patienten lämnat avdelningen.',
    en: 'The measures are clarified already, or the patient has left the ward.',
  },
  rule: '2017:612 5:5',
  refuse: [],
  makulera: { effect: 'moves', endedBy: ['clarify-open-care'] },
  example: { available: true },
});

const markCallingContact = defineCommand<HandoverContext, Record<string, never>>({
  name: 'mark-calling-contact',
  to,
  payload: noPayload,
  content: [],
  roles: OPEN_CARE,
  label: { sv: 'Vår kontakt kallar till SIP', en: 'Our contact calls to the SIP' },
  consequence: {
    sv: 'När flera enheter har utsett en fast vårdkontakt är det er kontakt som skickar kallelsen.',
    en: 'When several units have appointed a contact, yours is the one who sends the call.',
  },
  possibleWhen: {
    sv: 'Kan göras när ni har utsett en fast vårdkontakt.',
    en: 'Possible when you have appointed a fast vårdkontakt.',
  },
  rule: '2017:612 4:3',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Markera en annan vårdkontakt som kallande i stället.',
      en: 'Mark another contact as the calling one instead.',
    },
  },
  example: {},
});

/** What the region's open care does besides. */
export const openCareCommands = [appointFastVardkontakt, markCallingContact, clarifyOpenCare];
