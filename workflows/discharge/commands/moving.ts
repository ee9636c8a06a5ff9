import { defineCommand, freeText, idField, instantField, kindGiven } from '@hemgang/engine';
import { z } from 'zod';
import type { DischargeContext } from '../context';
import type { Refusal } from './refusals';
import { to, WARD } from './ward';

const requestMovePayload = z.strictObject({
  unit: idField,
  plannedAt: instantField.optional(),
  comment: freeText.optional(),
});

type RequestMove = z.output<typeof requestMovePayload>;

const moveIsOpen: Refusal<RequestMove> = {
  when: ({ move }) => move !== undefined,
  why: {
    sv: 'En flytt är redan begärd. Vänta på svar eller ta tillbaka den först.',
    en: 'A move is requested already. Wait for the answer or take it back first.',
  },
  rule: 'avtal flytt',
};

const noOtherWard: Refusal<RequestMove> = {
  when: ({ unit }, request) =>
    request !== null &&
    (request.payload.unit === unit || kindGiven(request.given, request.payload.unit) !== 'ward'),
  why: {
    sv: 'Patienten kan bara flyttas till en annan vårdavdelning i regionen.',
    en: 'The patient can only be moved to another ward of the region.',
  },
  rule: 'avtal flytt',
};

const plannedInThePast: Refusal<RequestMove> = {
  when: (_context, request) =>
    request?.payload.plannedAt !== undefined && request.payload.plannedAt < request.occurredAt,
  why: {
    sv: 'Den planerade tiden för flytten kan inte redan ha passerat.',
    en: 'The planned time of the move cannot have passed already.',
  },
  rule: 'avtal flytt',
};

const requestMove = defineCommand<DischargeContext, RequestMove>({
  name: 'request-move',
  to,
  payload: requestMovePayload,
  content: ['comment'],
  lookups: { units: ({ unit }) => [unit] },
  roles: WARD,
  label: { sv: 'Begär flytt till en annan avdelning', en: 'Ask for a move to another ward' },
  consequence: {
    sv: 'Den andra avdelningen ser patienten och ska ta över eller avböja. Ni har kvar ansvaret tills den har tagit över. Vårdtillfället och alla tider fortsätter.',
    en: 'The other ward sees the patient and must take over or decline. You stay responsible until it has. The stay and all its times go on.',
  },
  possibleWhen: {
    sv: 'Kan göras medan patienten är inskriven.',
    en: 'Possible while the patient is admitted.',
  },
  rule: 'avtal flytt',
  refuse: [moveIsOpen, noOtherWard, plannedInThePast],
  makulera: {
    refused: {
      sv: 'Ta tillbaka begäran om flytt i stället.',
      en: 'Take the request for a move back instead.',
    },
  },
  example: { unit: 'lycksele-medicin', plannedAt: '2026-03-04T09:00:00.000Z' },
});

/** The patient's way through the region. */
export const movingCommands = [requestMove];
