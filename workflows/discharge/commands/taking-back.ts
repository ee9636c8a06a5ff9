import { defineCommand, freeText, lineText } from '@hemgang/engine';
import { z } from 'zod';
import type { DischargeContext } from '../context';
import { to, WARD } from './ward';

const noNeed = defineCommand<DischargeContext, { physician: string }>({
  name: 'no-need',
  to,
  payload: z.strictObject({ physician: lineText }),
  content: ['physician'],
  roles: WARD,
  label: { sv: 'Inget behov efter utskrivning', en: 'No need after the discharge' },
  consequence: {
    sv: 'Mottagarna får veta att patienten inte behöver dem och har inget mer att göra. Vården på avdelningen fortsätter, och ett behov kan bedömas igen.',
    en: 'The receivers learn that the patient does not need them and have no more to do. The stay goes on, and a need may be judged again.',
  },
  possibleWhen: {
    sv: 'Kan göras när ett behov är bedömt och patienten är kvar på avdelningen.',
    en: 'Possible when a need has been judged and the patient is still on the ward.',
  },
  rule: '2017:612 2:1',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Mottagarna har fått veta att inget behov finns. Bedöm behovet på nytt.',
      en: 'The receivers have been told that there is no need. Judge the need anew.',
    },
  },
  example: { physician: 'Karin Åström' },
});

const makuleraCase = defineCommand<DischargeContext, { reason: string }>({
  name: 'makulera-case',
  byPerson: true,
  to,
  payload: z.strictObject({ reason: freeText }),
  content: ['reason'],
  roles: WARD,
  label: { sv: 'Makulera ärendet', en: 'Strike the whole case' },
  consequence: {
    sv: 'Ärendet stryks men ingenting raderas. Alla som har fått något får veta det och varför, och alla uppgifter tas tillbaka. Patienten kan skrivas in på nytt.',
    en: 'The case is struck and nothing is deleted. Everybody who was told anything learns it and why, and every duty is withdrawn. The patient can be admitted anew.',
  },
  possibleWhen: {
    sv: 'Ärendet är redan makulerat.',
    en: 'The case has been struck already.',
  },
  rule: 'PDL 3:14',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Ett makulerat ärende går inte att ta tillbaka. Skriv in patienten på nytt.',
      en: 'A struck case cannot be taken back. Admit the patient anew.',
    },
  },
  example: { reason: 'Inskriven av misstag, patienten skulle till mottagningen.' },
});

/** What was judged or entered and does not hold. */
export const takingBackCommands = [noNeed, makuleraCase];
