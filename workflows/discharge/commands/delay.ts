import { dateField, defineCommand, freeText, idField } from '@hemgang/engine';
import { localDate } from '@hemgang/kernel';
import { PARTIES } from '@workflows/atagande';
import { z } from 'zod';
import type { DischargeContext } from '../context';
import {
  causeNumber,
  DELAY_CAUSES,
  delayStretches,
  hasBeenReady,
  isCauseOf,
  isWithin,
  type DayRange,
  type DelayCause,
} from '../delay';
import { liveUnits } from '../parties';
import type { Refusal } from './refusals';
import { to } from './ward';

const rule = 'avtal fordrojning';

const setPayload = z
  .strictObject({
    firstDay: dateField,
    lastDay: dateField,
    cause: z.enum(DELAY_CAUSES),
    note: freeText.optional(),
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    error: 'ends before it begins',
    path: ['lastDay'],
  });

const neverReady: Refusal<unknown> = {
  when: (context) => !hasBeenReady(context),
  why: {
    sv: 'Ingen har underrättats om att patienten är utskrivningsklar: det finns inga dygn att ange orsak för.',
    en: 'Nobody has been told that the patient is ready: there are no days to give a cause.',
  },
  rule,
};

const outsideDelay: Refusal<DayRange> = {
  when: (context, request) =>
    request !== null &&
    !isWithin(request.payload, delayStretches(context, localDate(request.recordedAt))),
  why: {
    sv: 'Alla dagar ska vara dygn då patienten väntade som utskrivningsklar, utan uppehåll. Dagen då patienten lämnade avdelningen räknas inte, och inte en dag som inte är slut.',
    en: 'All days must be days on which the patient waited as utskrivningsklar, in one run. The day of leaving does not count, nor a day that is not over.',
  },
  rule,
};

const notInTheList: Refusal<DayRange & { readonly cause: DelayCause }> = {
  when: (_context, request) =>
    request !== null && !isCauseOf(request.payload.cause, request.payload),
  why: {
    sv: 'Orsaken finns inte i den lista som gällde de dagarna.',
    en: 'The cause is not in the list that was in force on those days.',
  },
  rule,
};

const setDelayCause = defineCommand<DischargeContext, z.output<typeof setPayload>>({
  name: 'set-delay-cause',
  to,
  by: liveUnits,
  payload: setPayload,
  content: ['note'],
  // The giver's own: who comments must be of another.
  lookups: { huvudman: () => [] },
  roles: PARTIES,
  label: { sv: 'Ange varför patienten väntade', en: 'Say why the patient waited' },
  consequence: {
    sv: 'Alla parter ser orsaken i ärendet, vilken enhet som angav den och när. Den ersätter det som stod för de dagarna. Varken uppgifter eller betalning ändras, och ingen får en avisering.',
    en: 'All parties see the cause in the case, which unit gave it, and when. It replaces what stood for those days. Neither duties nor payment change, and nobody is notified.',
  },
  possibleWhen: {
    sv: 'Kan göras av avdelningen och av mottagarna när patienten är eller har varit utskrivningsklar, också efter att ärendet är avslutat.',
    en: 'Possible for the ward and the receivers once the patient is or has been utskrivningsklar, also after the case is closed.',
  },
  rule,
  refuse: [neverReady, outsideDelay, notInTheList],
  makulera: 'moves',
  example: {
    firstDay: '2026-03-03',
    lastDay: '2026-03-05',
    cause: 'beslut-ej-klart',
    note: 'Nämnden sammanträdde först på torsdagen.',
  },
});

const commentPayload = z.strictObject({ setting: idField, comment: freeText });

type Commenting = z.output<typeof commentPayload>;

const noSuchCause: Refusal<Commenting> = {
  when: ({ delayCauses = [] }, request) =>
    request === null
      ? delayCauses.length === 0
      : !delayCauses.some(({ event }) => event === causeNumber(request.payload.setting)),
  why: {
    sv: 'Det finns ingen angiven orsak med den beteckningen, eller så är den makulerad.',
    en: 'No cause of that name has been given, or it has been struck.',
  },
  rule,
};

const ownHuvudman: Refusal<Commenting> = {
  when: ({ delayCauses = [] }, request) => {
    if (request === null || !('unit' in request.actor)) return false;
    const huvudman = (request.given['huvudman'] ?? {}) as Readonly<Record<string, string>>;
    const set = delayCauses.find(({ event }) => event === causeNumber(request.payload.setting));
    return set !== undefined && set.huvudman === huvudman[request.actor.unit];
  },
  why: {
    sv: 'Er egen huvudman har angett orsaken. Ange den på nytt om den ska ändras; den andra huvudmannen kommenterar.',
    en: 'Your own region or municipality gave the cause. Give it anew to change it; the other one comments.',
  },
  rule,
};

const commentDelayCause = defineCommand<DischargeContext, Commenting>({
  name: 'comment-delay-cause',
  to,
  by: liveUnits,
  payload: commentPayload,
  content: ['comment'],
  lookups: { huvudman: () => [] },
  roles: PARTIES,
  label: { sv: 'Kommentera en orsak till väntan', en: 'Comment on a cause of the waiting' },
  consequence: {
    sv: 'Kommentaren står vid orsaken, som inte ändras. Ingen får en avisering.',
    en: 'The comment stands with the cause, which is not changed. Nobody is notified.',
  },
  possibleWhen: {
    sv: 'Kan göras av en annan huvudman än den som angav orsaken, också efter att ärendet är avslutat.',
    en: 'Possible for another region or municipality than the one that gave the cause, also after the case is closed.',
  },
  rule,
  refuse: [noSuchCause, ownHuvudman],
  makulera: 'moves',
  example: { setting: 'o7', comment: 'Beslutet fattades den 4 mars.' },
});

/** Why the patient waited: set by one party, commented by the other. */
export const delayCommands = [setDelayCause, commentDelayCause];
