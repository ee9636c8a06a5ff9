import { dateField, defineCommand, type RefuseRule } from '@hemgang/engine';
import { localDate } from '@hemgang/kernel';
import { z } from 'zod';
import type { HandoverContext } from '../context';
import { isInOrder, REHAB_STEPS, rehabDays } from '../rehab';
import { RECEIVERS, reporters, to } from './receivers';

const rule = 'avtal rehabilitering';

const payload = z.strictObject({ step: z.enum(REHAB_STEPS), on: dateField });

type Registering = z.output<typeof payload>;

const inTheFuture: RefuseRule<HandoverContext, Registering> = {
  when: (_context, request) =>
    request !== null && request.payload.on > localDate(request.recordedAt),
  why: {
    sv: 'Dagen har inte varit än. Registrera det som har hänt.',
    en: 'The day has not come yet. Register what has happened.',
  },
  rule,
};

const beforeTold: RefuseRule<HandoverContext, Registering> = {
  when: ({ toldAt }, request) => request !== null && request.payload.on < localDate(toldAt),
  why: {
    sv: 'Dagen ligger före den då ni fick veta om vårdtillfället. Registrera det som följer av det.',
    en: 'The day lies before the one on which you were told of the stay. Register what follows from it.',
  },
  rule,
};

const outOfOrder: RefuseRule<HandoverContext, Registering> = {
  when: ({ rehab = [] }, request) =>
    request !== null && !isInOrder(rehabDays([...rehab, request.payload])),
  why: {
    sv: 'Remissen kommer först, sedan bedömningen, sedan den första åtgärden. Rätta den dag som är fel genom att registrera den på nytt.',
    en: 'The referral comes first, then the assessment, then the first measure. Mend a day that is wrong by registering it anew.',
  },
  rule,
};

const registerRehab = defineCommand<HandoverContext, Registering>({
  name: 'register-rehab',
  to,
  payload,
  content: [],
  // How it goes with her rehabilitation is no matter of the other parties.
  confidential: true,
  roles: RECEIVERS,
  by: reporters,
  label: { sv: 'Registrera rehabilitering', en: 'Register rehabilitation' },
  consequence: {
    sv: 'Er huvudman ser dagen för remissen, bedömningen eller den första åtgärden i ärendet, och väntetiden räknas i statistiken. Ingen får en avisering, och inga uppgifter ändras.',
    en: 'Your own authority sees the day of the referral, the assessment or the first measure in the case, and the wait is counted in the statistics. Nobody is notified, and no duty changes.',
  },
  possibleWhen: {
    sv: 'Kan göras av mottagaren och av dess utförare, också efter att ärendet är avslutat.',
    en: 'Possible for the receiver and its executor, also after the case is closed.',
  },
  rule,
  refuse: [inTheFuture, beforeTold, outOfOrder],
  makulera: 'moves',
  example: { step: 'referral', on: '2026-03-04' },
});

/** How long the patient waits for rehabilitation. */
export const rehabCommands = [registerRehab];
