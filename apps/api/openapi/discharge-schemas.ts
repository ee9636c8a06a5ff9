import type {
  ChildHeardView,
  ContactView,
  DelaySliceView,
  DelaySuggestionView,
  DelayView,
  DischargeSummaryView,
  DischargeView,
  HandoverView,
  JointAnswerView,
  MissingView,
  MoveView,
  MunicipalityView,
  MunicipalTransferView,
  PreviousStayView,
  ReadinessView,
} from '@hemgang/cases';
import { z } from 'zod';
import { citation, instant, localDate, person, unit } from './basic-schemas';
import { atagande, caseSummary, caseView, contactCard, duty } from './view-schemas';

/* What a stay shows beside what every case does. */

export const jointAnswer = z.strictObject({
  huvudman: z.strictObject({ id: z.string(), name: z.string() }),
  coordinator: unit.nullable(),
  canReceiveFrom: instant.nullable(),
  waitingFor: z.array(unit),
  text: z.string(),
}) satisfies z.ZodType<JointAnswerView>;

export const handover = z.strictObject({
  id: z.string(),
  unit,
  kind: z.string(),
  word: z.string(),
  text: z.string(),
  answer: z
    .string()
    .nullable()
    .describe('known, not-known, partly, no-measures, not-applied or declined.'),
  canReceiveFrom: instant.nullable(),
  fastVardkontakt: z
    .strictObject({
      person: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
      isCalling: z.boolean(),
    })
    .nullable(),
  plannedStart: instant.nullable().describe('The first visit as planned.'),
  contactAt: instant.nullable().describe('Open care: the contact agreed with the patient.'),
  executor: unit.nullable().describe('The unit that carries out the help.'),
  startLink: z
    .strictObject({ path: z.string(), expiresAt: instant })
    .nullable()
    .describe('A one-time link for reporting the start; only for the unit that made it.'),
  report: z
    .strictObject({
      outcome: z
        .string()
        .describe('started, not-home, postponed-agreed, nobody-came, readmitted or deceased.'),
      at: instant,
      reporter: z.string().describe('receiving-unit, executor, patient or relative.'),
      source: z.string().describe('app, link or phone.'),
    })
    .nullable()
    .describe('How the start turned out, as last reported.'),
  rehab: z
    .strictObject({
      referral: localDate.nullable(),
      assessment: localDate.nullable(),
      'first-measure': localDate.nullable(),
    })
    .nullable()
    .describe('Days of rehabilitation; null: nothing has been said of it.'),
  unacknowledged: z.array(
    z.strictObject({
      id: z.string(),
      entry: z.string(),
      sentAt: instant.nullable().describe('Null: written, but not sent outside yet.'),
    }),
  ),
  external: z.boolean().describe('Nobody there has an account: the ward registers for it.'),
  contact: contactCard,
  unsent: z
    .array(z.strictObject({ entry: z.string(), since: instant }))
    .describe('What waits to be sent outside by hand, oldest first.'),
}) satisfies z.ZodType<HandoverView>;

export const move = z.strictObject({
  id: z.string(),
  from: unit,
  to: unit,
  word: z.string().describe('requested, accepted, declined, cancelled or ended.'),
  text: z.string(),
  requestedAt: instant,
  plannedAt: instant.nullable(),
  readyAt: instant.nullable().describe('When the patient could be moved; not utskrivningsklar.'),
}) satisfies z.ZodType<MoveView>;

export const municipalTransfer = z.strictObject({
  id: z.string(),
  from: unit,
  to: unit,
  word: z.string().describe('requested, accepted, declined, decided, withdrawn or void.'),
  text: z.string(),
  requestedAt: instant,
}) satisfies z.ZodType<MunicipalTransferView>;

export const readiness = z.strictObject({
  item: z.string(),
  text: z.string(),
  status: z.string().describe('done, not-needed or undone.'),
  unit: unit.nullable().describe('Who said so last.'),
  at: instant.nullable(),
}) satisfies z.ZodType<ReadinessView>;

const delayDays = {
  firstDay: localDate,
  lastDay: localDate.describe('Itself one of the days.'),
  days: z.int(),
  cause: z.string().describe('Code of the list in force on these days; okand: nobody has said.'),
  text: z.string(),
  owners: z.array(z.string()).describe('Whose it is to shorten such a waiting, in words.'),
};

export const delaySlice = z.strictObject({
  ...delayDays,
  id: z.string().nullable().describe('Names what was set; null: nobody has said why.'),
  unit: unit.nullable(),
  at: instant.nullable(),
  isOwn: z.boolean().describe('Your own region or municipality set it; the other one comments.'),
  note: z.string().nullable().describe('Null: none, or not told to your controller.'),
  comments: z.array(z.strictObject({ unit, at: instant, text: z.string().nullable() })),
}) satisfies z.ZodType<DelaySliceView>;

export const delaySuggestion = z.strictObject({
  ...delayDays,
  unit,
  why: z.string().describe('Which duty was open on these days, and where.'),
}) satisfies z.ZodType<DelaySuggestionView>;

export const delay = z.strictObject({
  days: z
    .int()
    .describe('All local days as utskrivningsklar: as many as the slices have together.'),
  unknownDays: z.int(),
  list: z
    .strictObject({ version: z.int(), validFrom: localDate, source: z.string() })
    .nullable()
    .describe('The list in force on the last of the days.'),
  slices: z.array(delaySlice),
  suggestions: z
    .array(delaySuggestion)
    .describe('For unknown days, from the duties that were open; never counted as set.'),
}) satisfies z.ZodType<DelayView>;

export const previousStay = z.strictObject({
  id: z.uuid(),
  endedAt: instant,
  ward: unit,
  handovers: z.array(handover),
  late: z.array(duty).describe('Ended too late, or open past their time.'),
}) satisfies z.ZodType<PreviousStayView>;

export const contact = z.strictObject({
  id: z.string(),
  name: z.string(),
  relation: z.string(),
  phone: z.string().nullable(),
  custody: z.boolean().describe('Has custody of the patient, who is a child.'),
  representative: z.string().describe('none, god-man or forvaltare.'),
  mayBeTold: z.string().describe('nothing, times or everything.'),
}) satisfies z.ZodType<ContactView>;

const communicationNeeds = z.strictObject({
  language: z.string(),
  interpreter: z.boolean(),
  hearing: z.string().nullable(),
  sight: z.string().nullable(),
  other: z.string().nullable(),
});

const childHeard = z.strictObject({
  heard: z.boolean(),
  reason: z.string(),
  recordedAt: instant,
}) satisfies z.ZodType<ChildHeardView>;

export const municipality = z.strictObject({
  role: z.string().describe('decides, executes, health-care or pays.'),
  text: z.string(),
  municipality: z
    .strictObject({ code: z.string().describe('SCB code.'), name: z.string() })
    .nullable()
    .describe('Null: no municipality from that day on.'),
  from: localDate,
  basis: citation,
}) satisfies z.ZodType<MunicipalityView>;

export const missing = z.strictObject({
  key: z.string(),
  text: z.string(),
  rule: citation,
}) satisfies z.ZodType<MissingView>;

export const dischargeSummary = caseSummary.extend({
  ward: unit.nullable().describe('Null for a unit that only carries out help.'),
  answers: z.array(z.string()).describe('What each municipality has answered, in words.'),
  fastVardkontakt: person.describe('Whom your unit has appointed.'),
}) satisfies z.ZodType<DischargeSummaryView>;

export const dischargeView = caseView.extend({
  expectedDischargeAt: instant.nullable(),
  destination: z
    .string()
    .nullable()
    .describe('own-home, relatives-home, korttids, sabo or other; null until stated.'),
  utskrivningsklar: z
    .strictObject({
      judgedAt: instant,
      sentAt: instant.nullable(),
      basis: z.string().describe('judgement, or open-compulsory-care (2017:612 3:1 st.2).'),
    })
    .nullable(),
  ending: z
    .strictObject({ word: z.string(), text: z.string() })
    .nullable()
    .describe('How the stay ended; null while it goes on.'),
  permission: z
    .strictObject({ from: instant, until: instant })
    .nullable()
    .describe('On leave and not discharged.'),
  compulsory: z
    .strictObject({ law: z.string(), text: z.string() })
    .nullable()
    .describe('LPT or LRV; only for readers of the ward’s own authority.'),
  insteadOfSip: z
    .strictObject({ rule: citation, text: z.string() })
    .nullable()
    .describe('What takes the place of the SIP; null when nothing does.'),
  previous: previousStay
    .nullable()
    .describe('The stay that ended lately, when the reader may see it; else null.'),
  readmission: z
    .strictObject({ case: z.uuid().nullable(), at: instant })
    .nullable()
    .describe('That the patient has been admitted again.'),
  jointAnswers: z.array(jointAnswer),
  handovers: z.array(handover),
  moves: z.array(move),
  ataganden: z.array(atagande),
  readiness: z.array(readiness),
  transfers: z.array(municipalTransfer),
  delay: delay.nullable().describe('Null when nobody has waited a day as utskrivningsklar.'),
  sips: z
    .array(
      z.strictObject({
        case: z.uuid(),
        calledAt: instant.nullable(),
        declined: z.boolean(),
        takesPart: z.boolean().describe('Whether your unit is a party of it and may open it.'),
      }),
    )
    .describe('SIPs that belong to the stay, as far as they have told.'),
  municipalities: z
    .array(municipality)
    .describe('In the order of their days; the last of a role that has begun holds.'),
  childHeard: childHeard.nullable().describe('Only for the ward’s own authority.'),
  contacts: z.array(contact).describe('Those that hold, as far as disclosed to you.'),
  communicationNeeds: communicationNeeds.nullable(),
  missing: z.array(missing).describe('What ought to be known of the patient and is not.'),
}) satisfies z.ZodType<DischargeView>;
