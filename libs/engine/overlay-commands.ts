import { z } from 'zod';
import { defineCommand, type CommandDeclaration } from './command';
import { idField } from './payload';

/** Group that these commands are addressed to: any unit that owns the named duty. */
export const DUTY_OWNERS = 'duty';

const payload = z.strictObject({ duty: idField });
const example = { duty: 'h2-1.svar.2' };

const take = defineCommand<unknown, z.output<typeof payload>>({
  name: 'take',
  to: DUTY_OWNERS,
  payload,
  content: [],
  roles: [],
  label: { sv: 'Jag tar den här uppgiften', en: 'I take this duty' },
  consequence: {
    sv: 'Ditt namn visas vid uppgiften. Enheten har fortfarande ansvaret.',
    en: 'Your name is shown at the duty. The unit is still responsible.',
  },
  possibleWhen: {
    sv: 'Kan göras av den enhet som har en öppen uppgift i ärendet.',
    en: 'Possible for a unit that has an open duty in the case.',
  },
  rule: 'avtal kvittens',
  refuse: [],
  example,
});

const release = defineCommand<unknown, z.output<typeof payload>>({
  name: 'release',
  to: DUTY_OWNERS,
  payload,
  content: [],
  roles: [],
  label: { sv: 'Lämna tillbaka uppgiften', en: 'Hand the duty back' },
  consequence: {
    sv: 'Uppgiften tillhör enheten igen, utan namn.',
    en: 'The duty belongs to the unit again, without a name.',
  },
  possibleWhen: {
    sv: 'Kan göras när någon på enheten har tagit uppgiften.',
    en: 'Possible when somebody at the unit has taken the duty.',
  },
  rule: 'avtal kvittens',
  refuse: [],
  example,
});

/** Commands that every type of case takes: who at the unit has a duty in hand. */
export const overlayCommands: readonly CommandDeclaration[] = [take, release];
