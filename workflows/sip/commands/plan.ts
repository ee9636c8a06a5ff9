import { dateField, defineCommand, eventField, freeText, idField } from '@hemgang/engine';
import { z } from 'zod';
import { leadersOf, needsApproval, PLAN_FORMS, unitsOf, type SipContext } from '../context';
import { SIP_ROLES } from '../roles';
import { MEASURE_STATUSES, PLAN_CONTENT, planContent } from './plan-content';
import {
  consentRunOut,
  dayInThePast,
  goalUnknown,
  measureOfStranger,
  noConsent,
  otherVersion,
  responsibleUnknown,
  type Refusal,
} from './refusals';
import { to } from './sip';

const draftPayload = z.strictObject({
  form: z.enum(PLAN_FORMS).default('sip'),
  /** The unit of the huvudman that has the overall responsibility: every plan must name one. */
  responsible: idField,
  ...planContent,
});

type Draft = z.output<typeof draftPayload>;

const draftPlan = defineCommand<SipContext, Draft>({
  name: 'draft-plan',
  to,
  payload: draftPayload,
  content: PLAN_CONTENT,
  lookups: {
    huvudman: ({ responsible, measures }) => [responsible, ...measures.map(({ unit }) => unit)],
  },
  roles: SIP_ROLES,
  by: leadersOf,
  label: { sv: 'Skriv en version av planen', en: 'Write a version of the plan' },
  consequence: {
    sv: 'Alla som deltar får versionen. Den gäller först när planen är upprättad.',
    en: 'Everybody who takes part gets the version. It holds only when the plan is established.',
  },
  possibleWhen: {
    sv: 'Kan göras när samtycket är antecknat, tills SIP:en är avslutad.',
    en: 'Possible when the consent is noted, until the SIP is closed.',
  },
  rule: 'HSL 16:4',
  refuse: [noConsent, consentRunOut, responsibleUnknown, measureOfStranger, goalUnknown],
  makulera: 'returns',
  example: {
    form: 'sip',
    responsible: 'ersboda-halsocentral',
    matters: 'Jag vill kunna gå till brevlådan själv och laga min egen mat.',
    goals: ['Gå till brevlådan före sommaren.'],
    needs: ['Hjälp att komma i gång på morgonen.'],
    measures: [
      {
        id: 'i1',
        what: 'Rehabilitering i hemmet två gånger i veckan.',
        goal: 1,
        huvudman: 'region-24',
        unit: 'ersboda-halsocentral',
        person: 'Maria Öberg',
        by: '2026-05-01',
        status: 'planned',
      },
    ],
    contacts: [{ name: 'Maria Öberg', role: 'fast vårdkontakt', phone: '0980-319 217' }],
  },
});

const establishPayload = z.strictObject({
  /** The version: the number of the event that wrote it. */
  version: eventField,
  followUpOn: dateField,
});

type Establish = z.output<typeof establishPayload>;

/** Law for the samordnad vårdplan (LPT 7 a §, LRV 12 a §), elsewhere what the parties have agreed. */
const notApproved: Refusal<Establish> = {
  when: (context, request) => {
    const { plan, participants } = context;
    if (request === null || plan === undefined || !needsApproval(context, plan.form)) return false;
    return participants.some(({ unit }) => !plan.approved.includes(unit));
  },
  why: {
    sv: 'Alla kallade enheter har inte justerat versionen.',
    en: 'Not every called unit has approved the version.',
  },
  rule: 'LPT 7 a §',
};

const establishPlan = defineCommand<SipContext, Establish>({
  name: 'establish-plan',
  byPerson: true,
  to,
  payload: establishPayload,
  content: [],
  roles: SIP_ROLES,
  by: leadersOf,
  label: { sv: 'Planen är upprättad', en: 'The plan is established' },
  consequence: {
    sv: 'Planen gäller. Den enhet som har det övergripande ansvaret ska följa upp den på dagen som anges.',
    en: 'The plan holds. The unit with the overall responsibility follows it up on the day given.',
  },
  possibleWhen: {
    sv: 'Kan göras när det finns en version som inte är upprättad.',
    en: 'Possible when there is a version that is not established.',
  },
  rule: 'HSL 16:4',
  refuse: [consentRunOut, otherVersion, notApproved, dayInThePast],
  makulera: 'returns',
  example: { version: 9, followUpOn: '2026-06-01' },
});

const reportPayload = z.strictObject({
  /** The measure's name within the plan. */
  measure: idField,
  status: z.enum(MEASURE_STATUSES),
  comment: freeText.optional(),
});

const noPlan: Refusal<unknown> = {
  when: ({ plan }) => plan === undefined,
  why: {
    sv: 'Det finns ingen plan än.',
    en: 'There is no plan yet.',
  },
  rule: 'HSL 16:4',
};

const reportMeasure = defineCommand<SipContext, z.output<typeof reportPayload>>({
  name: 'report-measure',
  to,
  payload: reportPayload,
  content: ['measure', 'status', 'comment'],
  roles: SIP_ROLES,
  by: unitsOf,
  whileOpen: true,
  label: { sv: 'Berätta hur det går med en insats', en: 'Tell how a measure goes' },
  consequence: {
    sv: 'De andra som deltar ser det. Nästa version av planen skrivs därefter.',
    en: 'The others who take part see it. The next version of the plan is written accordingly.',
  },
  possibleWhen: {
    sv: 'Kan göras av den som deltar när det finns en plan.',
    en: 'Possible for whoever takes part when there is a plan.',
  },
  rule: 'HSL 16:4',
  refuse: [noPlan, noConsent, consentRunOut],
  makulera: 'marks',
  example: { measure: 'i1', status: 'ongoing' },
});

/** The plan and its versions. */
export const planCommands = [draftPlan, establishPlan, reportMeasure];
