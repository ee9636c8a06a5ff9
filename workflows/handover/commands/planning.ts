import { defineCommand, instantField, noPayload, type RefuseRule } from '@hemgang/engine';
import { z } from 'zod';
import type { HandoverContext } from '../context';
import { RECEIVERS, to } from './receivers';

const startPlanning = defineCommand<HandoverContext, Record<string, never>>({
  name: 'start-planning',
  to,
  payload: noPayload,
  content: [],
  roles: RECEIVERS,
  label: { sv: 'Planeringen har börjat', en: 'Planning has started' },
  consequence: {
    sv: 'Avdelningen ser att ni planerar. Nästa steg är att meddela när ni är klara att ta emot.',
    en: 'The ward sees that you are planning. The next step is to tell when you are ready.',
  },
  possibleWhen: {
    sv: 'Planeringen har redan börjat, eller så har patienten lämnat avdelningen.',
    en: 'Planning has started already, or the patient has left the ward.',
  },
  rule: '2017:612 2:6',
  refuse: [],
  makulera: 'moves',
  example: {},
});

const inThePast: RefuseRule<HandoverContext, { canReceiveFrom?: string | undefined }> = {
  when: (_context, request) => {
    const from = request?.payload.canReceiveFrom;
    return request !== null && from !== undefined && from < request.occurredAt;
  },
  why: {
    sv: 'Tidpunkten då ni kan ta emot kan inte ligga före beskedet.',
    en: 'The time from which you can receive cannot lie before the message.',
  },
  rule: 'avtal hemgangsklar',
};

const stateCanReceiveFrom = defineCommand<HandoverContext, { canReceiveFrom: string }>({
  name: 'state-can-receive-from',
  to,
  payload: z.strictObject({ canReceiveFrom: instantField }),
  content: [],
  roles: RECEIVERS,
  label: { sv: 'Meddela när ni kan ta emot', en: 'State when you can receive' },
  consequence: {
    sv: 'Avdelningen ser tidpunkten. Ni är klara först när ni meddelar det.',
    en: 'The ward sees the time. You are ready only when you say so.',
  },
  possibleWhen: {
    sv: 'Kan göras tills patienten har lämnat avdelningen.',
    en: 'Possible until the patient has left the ward.',
  },
  rule: 'avtal hemgangsklar',
  refuse: [inThePast],
  makulera: 'marks',
  example: { canReceiveFrom: '2026-03-05T13:00:00.000Z' },
});

const reportReady = defineCommand<HandoverContext, { canReceiveFrom?: string | undefined }>({
  name: 'report-ready',
  to,
  payload: z.strictObject({ canReceiveFrom: instantField.optional() }),
  content: [],
  roles: RECEIVERS,
  label: { sv: 'Klara att ta emot', en: 'Ready to receive' },
  consequence: {
    sv: 'Avdelningen ser att patienten kan komma hem till er.',
    en: 'The ward sees that the patient can come home to you.',
  },
  possibleWhen: {
    sv: 'Ni är redan klara, eller så har patienten lämnat avdelningen.',
    en: 'You are ready already, or the patient has left the ward.',
  },
  rule: 'avtal hemgangsklar',
  refuse: [inThePast],
  makulera: { effect: 'moves', endedBy: ['report-ready'] },
  example: { canReceiveFrom: '2026-03-05T13:00:00.000Z' },
});

/** The receiver's own planning until it is ready. */
export const planningCommands = [startPlanning, stateCanReceiveFrom, reportReady];
