import { defineCommand, idField } from '@hemgang/engine';
import { OPEN_CARE_KINDS } from '@workflows/handover';
import { z } from 'zod';
import type { DischargeContext } from '../context';
import { receiverKind } from '../events';
import { isOpenCare, openCareMissing, type Refusal } from './refusals';
import { to, WARD } from './ward';

const openCareLost: Refusal<{ readonly replaces: string; readonly unit: string }> = {
  when: ({ needs, receivers, returned }, request) => {
    if (request === null || needs?.municipalHealthCare !== true) return false;
    const { replaces, unit } = request.payload;
    const others = [...receivers, ...returned.filter(({ handover }) => handover !== replaces)];
    return !isOpenCare(request, unit) && !others.some(({ kind }) => OPEN_CARE_KINDS.includes(kind));
  },
  why: openCareMissing.why,
  rule: '2017:612 2:1 st2',
};

const notReturned: Refusal<{ readonly replaces: string; readonly unit: string }> = {
  when: ({ returned }, request) =>
    request !== null && !returned.some(({ handover }) => handover === request.payload.replaces),
  why: {
    sv: 'Det finns inget felsänt meddelande med den beteckningen.',
    en: 'There is no returned message of that name.',
  },
  rule: 'avtal felsant',
};

const unfitReplacement: Refusal<{ readonly replaces: string; readonly unit: string }> = {
  when: ({ receivers }, request) =>
    request !== null &&
    (receiverKind(request.given, request.payload.unit) === undefined ||
      receivers.some(({ unit }) => unit === request.payload.unit)),
  why: {
    sv: 'Enheten kan inte ta emot en patient eller har redan fått meddelandet.',
    en: 'The unit cannot receive a patient or has the message already.',
  },
  rule: '2017:612 2:1',
};

const readdressPayload = z.strictObject({ replaces: idField, unit: idField });

const readdress = defineCommand<DischargeContext, z.output<typeof readdressPayload>>({
  name: 'readdress',
  to,
  payload: readdressPayload,
  content: [],
  lookups: { units: ({ unit }) => [unit], standing: ({ unit }) => [unit], patient: true },
  roles: WARD,
  label: { sv: 'Skicka till rätt mottagare', en: 'Send to the right recipient' },
  consequence: {
    sv: 'Den nya mottagaren får inskrivningsmeddelandet och, om patienten är utskrivningsklar, även den underrättelsen. Mottagarens tid räknas från nu.',
    en: 'The new receiver gets the notice and, if the patient is ready, that notice too. Its time counts from now.',
  },
  possibleWhen: {
    sv: 'Kan göras när en mottagare har skickat tillbaka ett felsänt meddelande.',
    en: 'Possible when a receiver has sent a message back.',
  },
  rule: 'avtal felsant',
  refuse: [notReturned, unfitReplacement, openCareLost],
  example: { replaces: 'h2-1', unit: 'vannas-bistand' },
});

/** Who receives. */
export const addressingCommands = [readdress];
