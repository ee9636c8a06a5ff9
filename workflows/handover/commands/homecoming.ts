import { defineCommand, freeText } from '@hemgang/engine';
import { z } from 'zod';
import type { HandoverContext } from '../context';
import { MUNICIPAL, to } from './receivers';

const stayOn = defineCommand<HandoverContext, { comment?: string | undefined }>({
  name: 'stay-on',
  to,
  payload: z.strictObject({ comment: freeText.optional() }),
  content: ['comment'],
  roles: MUNICIPAL,
  label: { sv: 'Patienten bor kvar på ett boende', en: 'The patient stays on in a home' },
  consequence: {
    sv: 'Ingen hemgång väntar längre: patienten har fått ett särskilt boende. Avdelningen får veta det.',
    en: 'No way home is waited for any more: the patient has got special housing. The ward is told.',
  },
  possibleWhen: {
    sv: 'Kan göras medan patienten är på korttids och inte har kommit hem.',
    en: 'Possible while the patient is at a short-term home and has not come home.',
  },
  rule: 'avtal korttids',
  refuse: [],
  makulera: 'returns',
  example: { comment: 'Plats på Tallbackens boende från måndag.' },
});

/** The end of a korttids stay. */
export const homecomingCommands = [stayOn];
