import { defineCommand, freeText, instantField, lineText, noPayload } from '@hemgang/engine';
import { REGION_CODE, REGION_CODES } from '@hemgang/kernel';
import { z } from 'zod';
import { LEAVINGS, type DischargeContext } from '../context';
import { expectedInThePast, type Refusal } from './refusals';
import { define, to, WARD } from './ward';

const dischargePayload = z.strictObject({ ending: z.enum(LEAVINGS).optional() });

type DischargePayload = z.output<typeof dischargePayload>;

const isPlanned = ({ ending = 'planned' }: DischargePayload) => ending === 'planned';

const plannedUntold: Refusal<DischargePayload> = {
  when: ({ needs, noticeSentAt }, request) =>
    request !== null && isPlanned(request.payload) && needs !== null && noticeSentAt === null,
  why: {
    sv: 'Skicka inskrivningsmeddelandet först, så att mottagarna kan planera.',
    en: 'Send the notice of admission first, so that the receivers can plan.',
  },
  rule: '2017:612 2:1',
};

const notJudgedReady: Refusal<DischargePayload> = {
  when: ({ needs, utskrivningsklar }, request) =>
    request !== null && isPlanned(request.payload) && needs !== null && utskrivningsklar === null,
  why: {
    sv: 'En läkare måste först ha bedömt patienten som utskrivningsklar.',
    en: 'A physician must first have judged the patient ready for discharge.',
  },
  rule: '2017:612 3:1',
};

const discharge = defineCommand<DischargeContext, DischargePayload>({
  name: 'discharge',
  to,
  payload: dischargePayload,
  content: [],
  roles: WARD,
  label: { sv: 'Patienten har lämnat avdelningen', en: 'The patient has left the ward' },
  consequence: {
    sv: 'Mottagarna får veta hur patienten lämnade avdelningen och ska bekräfta att de har tagit över. Utskrivningsinformationen ska skickas samma dag, också när ingen planerade det.',
    en: 'The receivers learn how the patient left and must confirm that they have taken over. The discharge information is due the same day, also when nobody had planned it.',
  },
  possibleWhen: {
    sv: 'Kan göras medan patienten är inskriven.',
    en: 'Possible while the patient is admitted.',
  },
  rule: '2017:612 3:2',
  refuse: [plannedUntold, notJudgedReady],
  makulera: {
    effect: 'moves',
    carries: [
      'take-over',
      'register-call',
      'report-no-start',
      'register-death',
      'patient-readmitted',
      'makulera-case',
    ],
  },
  example: {},
});

const notCarriedOutPayload = z.strictObject({
  reason: freeText,
  expectedDischargeAt: instantField,
});

const reportDischargeNotCarriedOut = defineCommand<
  DischargeContext,
  z.output<typeof notCarriedOutPayload>
>({
  name: 'report-discharge-not-carried-out',
  to,
  payload: notCarriedOutPayload,
  content: ['reason'],
  roles: WARD,
  label: { sv: 'Utskrivningen blev inte av', en: 'The discharge did not happen' },
  consequence: {
    sv: 'Alla mottagare får genast veta att patienten inte kommer, varför, och den nya tiden. De ska kvittera det.',
    en: 'All receivers learn at once that the patient is not coming, why, and the new time. They must acknowledge it.',
  },
  possibleWhen: {
    sv: 'Kan göras när inskrivningsmeddelandet är skickat och patienten är kvar.',
    en: 'Possible when the notice has been sent and the patient is still here.',
  },
  rule: '2017:612 2:4',
  refuse: [expectedInThePast],
  makulera: 'marks',
  example: {
    reason: 'Sjuktransporten kom inte.',
    expectedDischargeAt: '2026-03-09T11:00:00.000Z',
  },
});

const transferPayload = z.strictObject({ region: z.enum(REGION_CODES), hospital: lineText });

const ownRegion: Refusal<z.output<typeof transferPayload>> = {
  when: (_context, request) => request?.payload.region === REGION_CODE,
  why: {
    sv: 'Inom regionen flyttas patienten till en annan avdelning. Vårdtillfället fortsätter då.',
    en: 'Within the region the patient is moved to another ward. The stay then goes on.',
  },
  rule: 'avtal flytt',
};

const transferToRegion = defineCommand<DischargeContext, z.output<typeof transferPayload>>({
  name: 'transfer-to-region',
  to,
  payload: transferPayload,
  content: ['hospital'],
  roles: WARD,
  label: { sv: 'Patienten har flyttats till en annan region', en: 'Transferred to another region' },
  consequence: {
    sv: 'Vårdtillfället och tiden för betalningsansvar slutar. Mottagarna får veta det och har inget mer att göra i ärendet.',
    en: 'The stay and the time for payment liability end. The receivers are told and have no more to do in the case.',
  },
  possibleWhen: {
    sv: 'Kan göras medan patienten är inskriven.',
    en: 'Possible while the patient is admitted.',
  },
  rule: 'avtal flytt-region',
  refuse: [ownRegion],
  makulera: 'returns',
  example: { region: '25', hospital: 'Sunderby sjukhus' },
});

const registerDeath = define({
  name: 'register-death',
  to,
  payload: noPayload,
  content: [],
  roles: WARD,
  label: { sv: 'Patienten har avlidit', en: 'The patient has died' },
  consequence: {
    sv: 'Alla mottagare får veta det genast, ingen ska åka hem till patienten och alla uppgifter i ärendet avslutas.',
    en: 'All receivers are told at once, nobody is to visit the patient, and every duty of the case ends.',
  },
  possibleWhen: {
    sv: 'Kan göras medan patienten är inskriven och efter att patienten har lämnat avdelningen.',
    en: 'Possible while the patient is admitted, and after the patient has left the ward.',
  },
  rule: '2017:612 1:2',
  refuse: [],
  makulera: 'returns',
  example: {},
});

/** How a stay ends, or does not. */
export const leavingCommands = [
  discharge,
  reportDischargeNotCarriedOut,
  transferToRegion,
  registerDeath,
];
