import { defineCommand, freeText, idField, dateField, localTimeField } from '@hemgang/engine';
import { dueAt, PARTIES, type PromisedBy } from '@workflows/atagande';
import { z } from 'zod';
import type { DischargeContext } from '../context';
import { liveUnits } from '../parties';
import type { Refusal } from './refusals';
import { to } from './ward';

const rule = 'avtal atagande';

const takeOnPayload = z.strictObject({
  text: freeText,
  dueDate: dateField,
  dueTime: localTimeField.optional(),
});
const proposePayload = takeOnPayload.extend({ unit: idField });

const inThePast: Refusal<PromisedBy> = {
  when: (_context, request) => request !== null && dueAt(request.payload) < request.occurredAt,
  why: {
    sv: 'Tiden då det ska vara klart har redan passerat.',
    en: 'The time by which it is to be done has passed already.',
  },
  rule,
};

const noOtherParty: Refusal<{ readonly unit: string }> = {
  when: (context, request) =>
    request !== null &&
    ('system' in request.actor ||
      request.payload.unit === request.actor.unit ||
      !liveUnits(context).includes(request.payload.unit)),
  why: {
    sv: 'Ett förslag går till en annan enhet som är med i ärendet. Det ni gör själva åtar ni er i stället.',
    en: 'A proposal goes to another unit of the case. What you do yourselves you take on instead.',
  },
  rule,
};

const takeOn = defineCommand<DischargeContext, z.output<typeof takeOnPayload>>({
  name: 'take-on',
  to,
  by: liveUnits,
  whileOpen: true,
  payload: takeOnPayload,
  content: ['text'],
  roles: PARTIES,
  label: { sv: 'Åta er något', en: 'Take something on' },
  consequence: {
    sv: 'Åtagandet ligger i er lista tills det är klart. Avdelningen får veta det; åtar sig avdelningen något får mottagarna veta det.',
    en: 'The commitment stands in your list until it is done. The ward is told; what the ward takes on, the receivers are told.',
  },
  possibleWhen: {
    sv: 'Kan göras av avdelningen och av mottagarna tills ärendet är avslutat.',
    en: 'Possible for the ward and the receivers until the case is closed.',
  },
  rule,
  refuse: [inThePast],
  makulera: {
    refused: {
      sv: 'Ta tillbaka åtagandet i stället.',
      en: 'Take the commitment back instead.',
    },
  },
  example: {
    text: 'Vi ringer dottern om nyckeln.',
    dueDate: '2026-03-05',
    dueTime: '15:00',
  },
});

const propose = defineCommand<DischargeContext, z.output<typeof proposePayload>>({
  name: 'propose-atagande',
  to,
  by: liveUnits,
  whileOpen: true,
  payload: proposePayload,
  content: ['text'],
  roles: PARTIES,
  label: {
    sv: 'Föreslå att en annan enhet åtar sig något',
    en: 'Ask another unit to take something on',
  },
  consequence: {
    sv: 'Enheten får ert förslag och svarar ja eller nej. Tills den har sagt ja svarar ni själva för det.',
    en: 'The unit gets your proposal and answers yes or no. Until it has said yes you answer for it yourselves.',
  },
  possibleWhen: {
    sv: 'Kan göras av avdelningen och av mottagarna tills ärendet är avslutat.',
    en: 'Possible for the ward and the receivers until the case is closed.',
  },
  rule,
  refuse: [noOtherParty, inThePast],
  makulera: {
    refused: {
      sv: 'Ta tillbaka åtagandet i stället.',
      en: 'Take the commitment back instead.',
    },
  },
  example: {
    unit: 'umea-bistand',
    text: 'Kan ni ställa in mat i kylen före hemgången?',
    dueDate: '2026-03-05',
  },
});

/** Commitments that no rule asks for: taken on, or proposed to another party. */
export const atagandeOpenings = [takeOn, propose];
