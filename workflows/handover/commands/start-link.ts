import { defineCommand, instantField, type RefuseRule } from '@hemgang/engine';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { z } from 'zod';
import type { HandoverContext } from '../context';
import { MUNICIPAL, to } from './receivers';

/** Two weeks; whoever starts later gets a new link. */
const VALID_HOURS_MAX = 336;

const linkPayload = z.strictObject({ validUntil: instantField.optional() });

type LinkPayload = z.output<typeof linkPayload>;

const unfitTime: RefuseRule<HandoverContext, LinkPayload> = {
  when: (_context, request) => {
    const until = request?.payload.validUntil;
    if (request === null || until === undefined) return false;
    const { recordedAt } = request;
    return until <= recordedAt || until > plusMs(recordedAt, VALID_HOURS_MAX * HOUR_MS);
  },
  why: {
    sv: 'Länken kan gälla från nu och högst i 14 dagar.',
    en: 'The link can hold from now on and for 14 days at most.',
  },
  rule: 'avtal utforare',
};

const createStartLink = defineCommand<HandoverContext, LinkPayload>({
  name: 'create-start-link',
  to,
  payload: linkPayload,
  content: [],
  roles: MUNICIPAL,
  label: {
    sv: 'Skapa en länk för att rapportera starten',
    en: 'Create a link to report the start',
  },
  consequence: {
    sv: 'Den som har länken kan en enda gång rapportera hur starten gick, utan att logga in. Länken visar inget om patienten. En tidigare länk slutar gälla.',
    en: 'Whoever has the link can report once how the start went, without signing in. It shows nothing of the patient. A former link ends.',
  },
  possibleWhen: {
    sv: 'Kan göras av kommunen tills hjälpen har börjat.',
    en: 'Possible for the municipality until the help has started.',
  },
  rule: 'avtal utforare',
  refuse: [unfitTime],
  makulera: 'returns',
  example: { validUntil: '2026-03-09T16:00:00.000Z' },
});

/** Reporting without an account. */
export const startLinkCommands = [createStartLink];
