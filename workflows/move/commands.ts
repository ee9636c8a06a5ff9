import {
  defineCommand,
  freeText,
  noPayload,
  type CommandDeclaration,
  type RefuseRule,
} from '@hemgang/engine';
import { z } from 'zod';
import type { MoveContext } from './context';

/** Group that the commands of a move are addressed to. */
export const MOVE = 'move';

const WARD = ['ward-staff', 'physician'];

/** The ward that asks: it still answers for the patient. */
const oldWard = ({ from }: MoveContext) => [from];

const readyAlready: RefuseRule<MoveContext, Record<string, never>> = {
  when: ({ readyAt }) => readyAt !== null,
  why: {
    sv: 'Det är redan meddelat att patienten kan flyttas.',
    en: 'The other ward knows already that the patient can be moved.',
  },
  rule: 'avtal flytt',
};

const markReadyForTransfer = defineCommand<MoveContext, Record<string, never>>({
  name: 'mark-ready-for-transfer',
  to: MOVE,
  payload: noPayload,
  content: [],
  roles: WARD,
  by: oldWard,
  label: { sv: 'Patienten kan flyttas nu', en: 'The patient can be moved now' },
  consequence: {
    sv: 'Den andra avdelningen får veta det. Patienten är inte utskrivningsklar av det: inga mottagare underrättas och ingen tid börjar räknas.',
    en: 'The other ward is told. It does not make the patient utskrivningsklar: no receiver is notified and no time begins.',
  },
  possibleWhen: {
    sv: 'Görs av avdelningen som har begärt en flytt, tills den är besvarad.',
    en: 'Done by the ward that has asked for a move, until it is answered.',
  },
  rule: '2017:612 1:3 p5',
  refuse: [readyAlready],
  makulera: {
    refused: {
      sv: 'Ta tillbaka begäran om flytt och gör en ny i stället.',
      en: 'Take the request for a move back and make a new one instead.',
    },
  },
  example: {},
});

const acceptMove = defineCommand<MoveContext, Record<string, never>>({
  name: 'accept-move',
  to: MOVE,
  payload: noPayload,
  content: [],
  roles: WARD,
  label: { sv: 'Vi har tagit över patienten', en: 'We have taken the patient over' },
  consequence: {
    sv: 'Patienten ligger nu hos er. Allt som den förra avdelningen hade kvar att göra i ärendet blir ert, och mottagarna får veta det. Ange när patienten kom.',
    en: 'The patient is with you now. Everything the former ward still owed in the case is yours, and the receivers are told. State when the patient came.',
  },
  possibleWhen: {
    sv: 'Görs av avdelningen som har fått en begäran om flytt.',
    en: 'Done by the ward that has been asked to take the patient over.',
  },
  rule: 'avtal flytt',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Patienten ligger nu hos er. Flytta tillbaka henne med en ny begäran.',
      en: 'The patient is with you now. Move her back by a new request.',
    },
  },
  example: {},
});

const declineMove = defineCommand<MoveContext, { reason: string }>({
  name: 'decline-move',
  to: MOVE,
  payload: z.strictObject({ reason: freeText }),
  content: ['reason'],
  roles: WARD,
  label: { sv: 'Avböj flytten', en: 'Decline the move' },
  consequence: {
    sv: 'Den andra avdelningen får genast veta varför och har kvar patienten.',
    en: 'The other ward learns at once why, and keeps the patient.',
  },
  possibleWhen: {
    sv: 'Görs av avdelningen som har fått en begäran om flytt.',
    en: 'Done by the ward that has been asked to take the patient over.',
  },
  rule: 'avtal flytt',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Be den andra avdelningen om en ny begäran.',
      en: 'Ask the other ward for a new request.',
    },
  },
  example: { reason: 'Ingen ledig vårdplats före måndag.' },
});

const cancelMove = defineCommand<MoveContext, { reason?: string | undefined }>({
  name: 'cancel-move',
  to: MOVE,
  payload: z.strictObject({ reason: freeText.optional() }),
  content: ['reason'],
  roles: WARD,
  by: oldWard,
  label: { sv: 'Ta tillbaka begäran om flytt', en: 'Take the request for a move back' },
  consequence: {
    sv: 'Den andra avdelningen får veta att patienten inte kommer.',
    en: 'The other ward learns that the patient is not coming.',
  },
  possibleWhen: {
    sv: 'Görs av avdelningen som har begärt en flytt, tills den är besvarad.',
    en: 'Done by the ward that has asked for a move, until it is answered.',
  },
  rule: 'avtal flytt',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Gör en ny begäran om flytt i stället.',
      en: 'Make a new request for a move instead.',
    },
  },
  example: { reason: 'Patienten har blivit sämre.' },
});

/** What the two wards can do with a move. */
export const moveCommands: readonly CommandDeclaration[] = [
  markReadyForTransfer,
  acceptMove,
  declineMove,
  cancelMove,
];
