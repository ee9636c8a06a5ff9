import { defineCommand, freeText } from '@hemgang/engine';
import { z } from 'zod';
import type { DischargeContext } from '../context';
import type { Refusal } from './refusals';
import { to, WARD } from './ward';

const grownUp: Refusal<unknown> = {
  when: (_context, request) => request !== null && request.given['child'] !== true,
  why: {
    sv: 'Patienten är inte under 18 år, eller så är åldern inte känd.',
    en: 'The patient is not under 18, or the age is not known.',
  },
  rule: 'PL 4:3',
};

const noteChildHeardPayload = z.strictObject({ heard: z.boolean(), reason: freeText });

const noteChildHeard = defineCommand<DischargeContext, z.output<typeof noteChildHeardPayload>>({
  name: 'note-child-heard',
  byPerson: true,
  to,
  payload: noteChildHeardPayload,
  content: ['heard', 'reason'],
  undisclosed: ['heard', 'reason'],
  ofChildren: true,
  lookups: { child: true },
  roles: WARD,
  label: { sv: 'Barnet har fått säga sin mening', en: 'The child has been heard' },
  consequence: {
    sv: 'Det står i ärendet om barnet har hörts och vad det sa, eller varför inte. Bara avdelningen ser det.',
    en: 'The case says whether the child has been heard and what it said, or why not. Only the ward sees it.',
  },
  possibleWhen: {
    sv: 'Görs av avdelningen när patienten är under 18 år.',
    en: 'Done by the ward when the patient is under 18.',
  },
  rule: 'PL 4:3',
  refuse: [grownUp],
  makulera: {
    effect: 'moves',
    keep: ({ noted: { childHeard } }) => ({ before: childHeard ?? null }),
    endedBy: ['note-child-heard'],
  },
  example: { heard: true, reason: 'Vill hem till pappa och vara med när vi planerar.' },
});

/** What is particular when the patient is a child. */
export const childCommands = [noteChildHeard];
