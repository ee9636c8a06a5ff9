import {
  areOfOneHuvudman,
  defineCommand,
  freeText,
  idField,
  kindGiven,
  type RefuseRule,
} from '@hemgang/engine';
import { z } from 'zod';
import type { HandoverContext } from '../context';
import { RECEIVERS, to } from './receivers';

const notOfOurs: RefuseRule<HandoverContext, { unit: string }> = {
  when: ({ unit: own, kind }, request) => {
    if (request === null) return false;
    const { unit } = request.payload;
    const { given, actor } = request;
    const giver = 'unit' in actor ? actor.unit : '';
    return unit === own || kindGiven(given, unit) !== kind || !areOfOneHuvudman(given, unit, giver);
  },
  why: {
    sv: 'Välj en annan enhet hos er egen huvudman, av samma slag som er.',
    en: 'Choose another unit of your own region or municipality, of the same kind as yours.',
  },
  rule: 'avtal mottagare',
};

const forwardPayload = z.strictObject({ unit: idField, reason: freeText.optional() });

const forward = defineCommand<HandoverContext, z.output<typeof forwardPayload>>({
  name: 'forward',
  to,
  payload: forwardPayload,
  content: ['reason'],
  lookups: {
    units: ({ unit }) => [unit],
    huvudman: ({ unit }) => [unit],
    standing: ({ unit }) => [unit],
    patient: true,
  },
  roles: RECEIVERS,
  label: { sv: 'Skicka vidare inom er huvudman', en: 'Forward within your own organisation' },
  consequence: {
    sv: 'Den andra enheten tar över alla öppna uppgifter och får det ni har fått. Tiderna ändras inte. Avdelningen får veta det. Ni kan läsa ärendet men inte göra något mer i det.',
    en: 'The other unit takes over every open duty and gets what you got. No times change. The ward is told. You can read the case but do nothing more in it.',
  },
  possibleWhen: {
    sv: 'Kan göras tills ni har tagit över patienten.',
    en: 'Possible until you have taken over the patient.',
  },
  rule: 'avtal mottagare',
  refuse: [notOfOurs],
  makulera: {
    refused: {
      sv: 'Skicka vidare till rätt enhet i stället.',
      en: 'Forward to the right unit instead.',
    },
  },
  example: { unit: 'umea-bistand-ost', reason: 'Patienten bor i vårt andra område.' },
});

/** Another unit of the same huvudman goes on. */
export const forwardingCommands = [forward];
