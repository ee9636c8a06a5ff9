import { defineCommand, freeText, idField, lineText } from '@hemgang/engine';
import { z } from 'zod';
import { unitsOf, type SipContext } from '../context';
import { childAgeGiven } from '../events';
import { SIP_ROLES } from '../roles';
import { grownUp, type Refusal } from './refusals';
import { to } from './sip';

const ofChild = {
  to,
  roles: SIP_ROLES,
  by: unitsOf,
  whileOpen: true,
  possibleWhen: {
    sv: 'Kan göras av den som deltar när personen är under 18 år.',
    en: 'Possible for whoever takes part when the person is under 18.',
  },
  makulera: 'marks',
} as const;

const custodyPayload = z.strictObject({
  guardians: z.array(lineText).min(1).max(8),
  /** What is particular: shared, alone, a court's decision. */
  custody: freeText.optional(),
});

const noteCustody = defineCommand<SipContext, z.output<typeof custodyPayload>>({
  ...ofChild,
  name: 'note-custody',
  byPerson: true,
  payload: custodyPayload,
  content: ['guardians', 'custody'],
  ofChildren: true,
  lookups: { child: true },
  label: { sv: 'Anteckna vårdnaden', en: 'Note the custody' },
  consequence: {
    sv: 'De som deltar ser vem som är vårdnadshavare.',
    en: 'Those who take part see who the guardians are.',
  },
  rule: 'PL 4:3',
  refuse: [grownUp],
  example: { guardians: ['Sara Lind', 'Johan Lind'], custody: 'Gemensam.' },
});

const heardPayload = z.strictObject({ heard: z.boolean(), said: freeText });

const noteChildHeard = defineCommand<SipContext, z.output<typeof heardPayload>>({
  ...ofChild,
  name: 'note-child-heard',
  byPerson: true,
  payload: heardPayload,
  content: ['heard', 'said'],
  undisclosed: ['heard', 'said'],
  ofChildren: true,
  lookups: { child: true },
  label: { sv: 'Barnet har fått säga sin mening', en: 'The child has been heard' },
  consequence: {
    sv: 'Det står i SIP:en om barnet har hörts och vad det sa, eller varför inte. Bara er egen verksamhet ser orden.',
    en: 'The SIP says whether the child has been heard and what it said, or why not. Only your own authority sees the words.',
  },
  rule: 'PL 4:3',
  refuse: [grownUp],
  example: { heard: true, said: 'Vill ha kvar sin assistent och gå i samma skola.' },
});

const decisionPayload = z.strictObject({
  /** The measure's name within the plan. */
  measure: idField,
  consentedBy: z.enum(['guardian', 'child-from-12', 'child-from-15']),
  isPlacement: z.boolean(),
});

type Decision = z.output<typeof decisionPayload>;

const tooYoung: Refusal<Decision> = {
  when: (_context, request) => {
    if (request === null) return false;
    const age = childAgeGiven(request.given);
    const { consentedBy } = request.payload;
    return (
      (consentedBy === 'child-from-15' && age !== 'from-15') ||
      (consentedBy === 'child-from-12' && age !== 'from-12' && age !== 'from-15')
    );
  },
  why: {
    sv: 'Barnet är för ungt för att insatsen ska kunna beslutas utan vårdnadshavaren.',
    en: 'The child is too young for the measure to be decided without the guardian.',
  },
  rule: 'SoL 21:1',
};

const placementWithoutGuardian: Refusal<Decision> = {
  when: (_context, request) =>
    request !== null && request.payload.isPlacement && request.payload.consentedBy !== 'guardian',
  why: {
    sv: 'En placering kräver alltid vårdnadshavarens samtycke.',
    en: 'A placement always needs the consent of the guardian.',
  },
  rule: 'SoL 21:1',
};

const noteMeasureDecision = defineCommand<SipContext, Decision>({
  ...ofChild,
  name: 'note-measure-decision',
  payload: decisionPayload,
  content: ['measure', 'consentedBy', 'isPlacement'],
  ofChildren: true,
  lookups: { child: true, childAge: true },
  label: { sv: 'Vem samtycker till insatsen', en: 'Who consents to the measure' },
  consequence: {
    sv: 'Det står i SIP:en vem som har samtyckt till en insats för barnet. Det gäller beslutet om insatsen, inte planen.',
    en: 'The SIP says who has consented to a measure for the child. It is about the decision on the measure, not about the plan.',
  },
  rule: 'SoL 21:1',
  refuse: [grownUp, tooYoung, placementWithoutGuardian],
  example: { measure: 'i1', consentedBy: 'guardian', isPlacement: false },
});

/** What is particular when the person is a child. */
export const childCommands = [noteCustody, noteChildHeard, noteMeasureDecision];
