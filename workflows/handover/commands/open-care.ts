import { defineCommand, freeText, lineText } from '@hemgang/engine';
import { z } from 'zod';
import type { HandoverContext } from '../context';
import { to } from './receivers';

const appointFastVardkontakt = defineCommand<HandoverContext, { name: string; phone: string }>({
  name: 'appoint-fast-vardkontakt',
  to,
  payload: z.strictObject({ name: lineText, phone: lineText }),
  content: ['name', 'phone'],
  roles: ['open-care-manager', 'primary-care-nurse'],
  label: { sv: 'Utse fast vårdkontakt', en: 'Appoint a fast vårdkontakt' },
  consequence: {
    sv: 'Avdelningen och patienten får veta vem det är. Kontakten kallar till SIP när det behövs.',
    en: 'The ward and the patient learn who it is. The contact calls to the SIP when one is needed.',
  },
  possibleWhen: {
    sv: 'Görs av den hälsocentral som tar emot patienten.',
    en: 'Done by the hälsocentral that receives the patient.',
  },
  rule: '2017:612 2:5',
  refuse: [],
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
  roles: ['open-care-manager', 'primary-care-nurse'],
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
  example: { available: true },
});

/** What the region's open care does besides. */
export const openCareCommands = [appointFastVardkontakt, clarifyOpenCare];
