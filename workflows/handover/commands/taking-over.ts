import { defineCommand, freeText } from '@hemgang/engine';
import { z } from 'zod';
import type { HandoverContext } from '../context';
import { RECEIVERS, to } from './receivers';

const takeOver = defineCommand<HandoverContext, { comment?: string | undefined }>({
  name: 'take-over',
  to,
  payload: z.strictObject({ comment: freeText.optional() }),
  content: ['comment'],
  roles: RECEIVERS,
  label: { sv: 'Vi har tagit över', en: 'We have taken over' },
  consequence: {
    sv: 'Ert ansvar är bekräftat. När alla mottagare har tagit över avslutas ärendet.',
    en: 'Your responsibility is confirmed. When all receivers have taken over, the case is closed.',
  },
  possibleWhen: {
    sv: 'Kan göras när patienten har lämnat avdelningen.',
    en: 'Possible when the patient has left the ward.',
  },
  rule: 'avtal overtagande',
  refuse: [],
  example: { comment: 'Hemtjänsten gjorde första besöket kl. 17.' },
});

/** From the patient's leaving until help has started. */
export const takingOverCommands = [takeOver];
