import type { Text } from '@hemgang/kernel';
import { z } from 'zod';
import { defineCommand, type CommandDeclaration } from './command';
import { eventField, freeText } from './payload';

/** Answers of a unit that was told outside: it was so, or it did not get it then. */
export const CONFIRM = 'confirm-registered';
export const DISPUTE = 'dispute-registered';

/** Group that both are addressed to: the units that the named event told. */
export const EVENT_RECEIVERS = 'told';

const POSSIBLE: Text = {
  sv: 'Kan göras av en enhet som fick något som registrerades i efterhand och inte har svarat på det än.',
  en: 'Possible for a unit that got something registered afterwards and has not answered to it yet.',
};

const confirm = defineCommand<unknown, { event: number }>({
  name: CONFIRM,
  to: EVENT_RECEIVERS,
  payload: z.strictObject({ event: eventField }),
  content: [],
  roles: [],
  label: { sv: 'Stämmer, vi fick det då', en: 'Right, we got it then' },
  consequence: {
    sv: 'Tiden som registrerades i efterhand gäller. Märkningen försvinner och den som registrerade får veta det.',
    en: 'The time that was registered afterwards holds. The mark goes away and whoever registered it is told.',
  },
  possibleWhen: POSSIBLE,
  rule: 'avtal reservrutin',
  refuse: [],
  makulera: 'marks',
  example: { event: 4 },
});

const dispute = defineCommand<unknown, { event: number; reason: string }>({
  name: DISPUTE,
  to: EVENT_RECEIVERS,
  payload: z.strictObject({ event: eventField, reason: freeText }),
  content: ['reason'],
  roles: [],
  label: { sv: 'Bestrid: vi fick det inte då', en: 'Dispute: we did not get it then' },
  consequence: {
    sv: 'Er tid räknas från när det registrerades i systemet. Båda sidor ser att tiden är bestridd, och varför.',
    en: 'Your time counts from when it was registered in the system. Both sides see that the time is disputed, and why.',
  },
  possibleWhen: POSSIBLE,
  rule: 'avtal reservrutin',
  refuse: [],
  makulera: 'returns',
  example: { event: 4, reason: 'Ingen hos oss fick samtalet.' },
});

/** What a receiver says of that which was registered afterwards: the same in every type of case. */
export const afterwardsCommands: readonly CommandDeclaration[] = [confirm, dispute];
