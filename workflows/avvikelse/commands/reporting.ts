import {
  areOfOneHuvudman,
  defineCommand,
  freeText,
  idField,
  isExternal,
  kindGiven,
  noPayload,
  type RefuseRule,
} from '@hemgang/engine';
import { z } from 'zod';
import type { AvvikelseContext } from '../context';
import { CATEGORIES, CONSEQUENCES } from '../values';
import { reporter, ROLES, rule, to } from './sides';
import { noWords } from './words';

const reportPayload = z.strictObject({
  category: z.enum(CATEGORIES),
  consequence: z.enum(CONSEQUENCES),
  /** The unit that it concerns: a party of the case, now or before. */
  to: idField,
  text: freeText.optional(),
  /** The stay or the SIP in which it happened. */
  about: idField,
});

type Report = z.output<typeof reportPayload>;
type ReportRule = RefuseRule<AvvikelseContext, Report>;

const textOf = ({ text }: Report) => text;

const sameHuvudman: ReportRule = {
  when: (_, request) => {
    if (request === null || !('unit' in request.actor)) return false;
    return areOfOneHuvudman(request.given, request.payload.to, request.actor.unit);
  },
  why: {
    sv: 'Enheten har samma huvudman som er. Rapportera i er egen verksamhets system för avvikelser.',
    en: 'The unit has the same huvudman as yours. Report it in the system of your own organisation.',
  },
  rule,
};

const nobodyThere: ReportRule = {
  when: (_, request) =>
    request !== null &&
    (kindGiven(request.given, request.payload.to) === undefined ||
      isExternal(request.given, request.payload.to)),
  why: {
    sv: 'Ingen på enheten kan ta emot här: den saknar konto eller är stängd. Ring eller skriv till den.',
    en: 'Nobody at the unit can receive it here: it has no account or is closed. Ring it or write to it.',
  },
  rule,
};

/** Reports what went wrong in a case to another party of it. */
export const reportAvvikelse = defineCommand<AvvikelseContext, Report>({
  name: 'report-avvikelse',
  to,
  payload: reportPayload,
  content: ['text'],
  lookups: {
    about: ({ about, to: unit }) => ({ case: about, to: unit }),
    units: ({ to: unit }) => [unit],
    huvudman: ({ to: unit }) => [unit],
    words: true,
  },
  roles: ROLES,
  label: { sv: 'Rapportera avvikelse', en: 'Report a deviation' },
  consequence: {
    sv: 'Enheten som den rör tar emot den och svarar. Båda huvudmännens administratörer ser kategorin, aldrig orden och aldrig vem det gäller.',
    en: 'The unit that it concerns receives it and answers. Administrators of both sides see the category, never the words and never who it is about.',
  },
  possibleWhen: {
    sv: 'Görs av den som ser ärendet, om en annan huvudmans enhet i det.',
    en: 'Done by anybody who sees the case, about a unit of another huvudman in it.',
  },
  rule,
  refuse: [sameHuvudman, nobodyThere, noWords(textOf)],
  makulera: {
    refused: {
      sv: 'Återta avvikelsen i stället, så länge den inte är mottagen.',
      en: 'Withdraw the deviation instead, as long as it has not been received.',
    },
  },
  example: {
    category: 'information-saknades',
    consequence: 'risk',
    to: 'nus-medicin-2',
    text: 'Läkemedelslistan kom dagen efter hemgången.',
    about: '00000000-0000-4000-8000-000000000000',
  },
});

export const withdrawAvvikelse = defineCommand<AvvikelseContext, Record<string, never>>({
  name: 'withdraw-avvikelse',
  to,
  payload: noPayload,
  content: [],
  roles: ROLES,
  by: reporter,
  label: { sv: 'Återta avvikelsen', en: 'Withdraw the deviation' },
  consequence: {
    sv: 'Den andra enheten behöver inte svara. Att den rapporterades och återtogs syns fortfarande.',
    en: 'The other unit need not answer. That it was reported and withdrawn can still be seen.',
  },
  possibleWhen: {
    sv: 'Görs av enheten som rapporterade, så länge den andra inte har tagit emot.',
    en: 'Done by the unit that reported it, as long as the other has not received it.',
  },
  rule,
  refuse: [],
  makulera: {
    refused: { sv: 'Rapportera avvikelsen igen i stället.', en: 'Report it again instead.' },
  },
  example: {},
});
