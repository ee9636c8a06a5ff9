import { defineCommand, freeText } from '@hemgang/engine';
import { z } from 'zod';
import type { DischargeContext } from '../context';
import { personGiven } from '../events';
import { patient } from './patient';
import type { Refusal } from './refusals';
import { to, WARD } from './ward';

const sameAgain: Refusal<unknown> = {
  when: (_context, request) => personGiven(request?.given)?.is === 'same',
  why: {
    sv: 'Ärendet gäller redan den personen.',
    en: 'The case is about that person already.',
  },
  rule: 'PDL 3:14',
};

const movePayload = z.strictObject({ patient, reason: freeText });

const moveWrongPerson = defineCommand<DischargeContext, z.output<typeof movePayload>>({
  name: 'move-wrong-person',
  byPerson: true,
  to,
  payload: movePayload,
  content: ['patient', 'reason'],
  undisclosed: ['reason'],
  patient: 'another',
  lookups: { previousStay: true },
  roles: WARD,
  label: {
    sv: 'Fel person: flytta till rätt patient',
    en: 'Wrong person: move to the right patient',
  },
  consequence: {
    sv: 'Ärendet gäller rätt patient. Alla som har fått uppgifter om fel person får veta det, uppgifterna tas bort hos dem och en avvikelse med vem som öppnat vad läggs upp hos er. Inskrivningsmeddelandet ska skickas på nytt.',
    en: 'The case is about the right patient. All who got facts of the wrong person are told, the facts are removed there, and a draft incident with who opened what is made for you. The notice of admission is owed again.',
  },
  possibleWhen: {
    sv: 'Kan göras medan patienten är kvar. Har patienten lämnat avdelningen stryks ärendet och den rätta patienten skrivs in i efterhand.',
    en: 'Possible while the patient is here. When the patient has left, strike the case and admit the right patient afterwards.',
  },
  rule: 'PDL 3:14',
  refuse: [sameAgain],
  makulera: {
    refused: {
      sv: 'Uppgifterna är borttagna hos de andra. Flytta ärendet på nytt till rätt patient.',
      en: 'The facts are removed at the others. Move the case once more, to the right patient.',
    },
  },
  example: {
    patient: {
      number: '19440730-9840',
      name: 'Ingrid Sandberg',
      address: 'Axtorpsvägen 20, 903 37 Umeå',
      municipality: '2480',
    },
    reason: 'Fel rad valdes i listan över inskrivna.',
  },
});

const strikeWrongPerson = defineCommand<DischargeContext, { reason: string }>({
  name: 'strike-wrong-person',
  byPerson: true,
  to,
  payload: z.strictObject({ reason: freeText }),
  content: ['reason'],
  undisclosed: ['reason'],
  roles: WARD,
  label: { sv: 'Fel person: stryk ärendet', en: 'Wrong person: strike the case' },
  consequence: {
    sv: 'Ärendet makuleras. Alla som har fått uppgifter om personen får veta att det var fel, uppgifterna tas bort hos dem och en avvikelse med vem som öppnat vad läggs upp hos er.',
    en: 'The case is struck. All who got facts of the person learn that it was wrong, the facts are removed there, and a draft incident with who opened what is made for you.',
  },
  possibleWhen: {
    sv: 'Ärendet är redan makulerat.',
    en: 'The case has been struck already.',
  },
  rule: 'PDL 3:14',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Uppgifterna är borttagna hos de andra. Skriv in patienten på nytt i efterhand.',
      en: 'The facts are removed at the others. Admit the patient anew afterwards.',
    },
  },
  example: { reason: 'Personen har aldrig legat på avdelningen.' },
});

/** When the case is about somebody who is not here at all. */
export const wrongPersonCommands = [moveWrongPerson, strikeWrongPerson];
