import type {
  AllowedCommandView,
  AtagandeView,
  CaseSummaryView,
  CaseView,
  ChildHeardView,
  ContactView,
  DutyLineView,
  DutyView,
  EntryView,
  HandoverView,
  MoveView,
  JointAnswerView,
  MissingView,
  MunicipalityView,
  MunicipalTransferView,
  NoticeView,
  OtherCommandView,
  PartyView,
  PatientView,
  PreviousStayView,
  ReadinessView,
  ReceiverUnitView,
} from '@hemgang/cases';
import { z } from 'zod';
import { afterwards } from './event-schemas';
import { citation, handoverId, instant, person, sequence, struckBy, unit } from './basic-schemas';

/*
 * What the views look like, in words for the OpenAPI document. The compiler checks that they are
 * the types of libs/cases; a test checks real answers against them, strictly.
 */

const patientName = z.strictObject({ name: z.string() }).nullable();
const words = z
  .string()
  .nullable()
  .describe('The words of a commitment; null when the reader’s controller was not told them.');

const contactCard = z
  .strictObject({
    organisation: z.string(),
    address: z.string().describe('Postal address on one line.'),
    secureMail: z.string().nullable(),
  })
  .nullable()
  .describe('How a unit without accounts is reached beside its telephone; null for others.');

export const receiverUnit = unit.extend({
  kind: z.string(),
  municipality: z
    .string()
    .nullable()
    .describe('SCB code of the one municipality it serves; null when it serves the county.'),
  external: z.boolean().describe('Outside the county: nobody there has an account.'),
  contact: contactCard,
}) satisfies z.ZodType<ReceiverUnitView>;

export const duty = z.strictObject({
  id: z.string(),
  key: z.string(),
  rule: citation,
  title: z.string(),
  owner: z.strictObject({ huvudman: z.string(), unit, person }),
  text: words,
  openedAt: instant,
  dueAt: instant.nullable(),
  overdue: z.boolean().describe('Open and past its due time.'),
  closedAt: instant.nullable(),
  outcome: z.string().nullable().describe('fulfilled, withdrawn, waived, lapsed or hindered.'),
  handover: handoverId,
}) satisfies z.ZodType<DutyView>;

export const dutyLine = duty.extend({
  caseId: z.uuid(),
  caseType: z.string(),
  patient: patientName,
}) satisfies z.ZodType<DutyLineView>;

export const allowedCommand = z.strictObject({
  name: z.string(),
  label: z.string(),
  consequence: z.string(),
  handover: handoverId,
  target: z
    .record(z.string(), z.string())
    .describe('What the body must say to mean this one, such as `{"handover": "h2-1"}`.'),
  registered: z
    .enum(['required', 'optional', 'no'])
    .describe('Whether the body says with whom, how and when it happened outside.'),
  isWaitedFor: z.boolean().describe('Whether it fulfils an open duty of your unit.'),
}) satisfies z.ZodType<AllowedCommandView>;

export const otherCommand = z.strictObject({
  name: z.string(),
  label: z.string(),
  whyNot: z.string(),
}) satisfies z.ZodType<OtherCommandView>;

export const party = z.strictObject({
  id: z.string().describe('The handover or move; `ward`, or `ward-<unit>` for a former ward.'),
  huvudman: z.string(),
  unit,
  kind: z.string(),
  since: instant,
  seenAt: instant
    .nullable()
    .describe('When anybody at the unit first saw the case, by opening it or by commanding it.'),
  acknowledgedAt: instant.nullable().describe('Null while something is unacknowledged.'),
}) satisfies z.ZodType<PartyView>;

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

export const entry = z.strictObject({
  seq: sequence,
  entry: z.string(),
  legalBasis: z.string(),
  recordedAt: instant,
  source: sequence
    .nullable()
    .describe('The event whose content was handed on later; null for the event’s own.'),
  body: z.record(z.string(), z.unknown()),
  struckBy,
}) satisfies z.ZodType<EntryView>;

export const atagande = z.strictObject({
  id: z.string(),
  by: unit.describe('Who took it on, or proposed it.'),
  to: unit.nullable().describe('Whom it was proposed to; null when it was taken on.'),
  owner: unit.describe('Who answers for it now.'),
  text: words,
  dueAt: instant,
  word: z.string(),
  wordText: z.string(),
}) satisfies z.ZodType<AtagandeView>;

export const readiness = z.strictObject({
  item: z.string(),
  text: z.string(),
  status: z.string().describe('done, not-needed or undone.'),
  unit: unit.nullable().describe('Who said so last.'),
  at: instant.nullable(),
}) satisfies z.ZodType<ReadinessView>;

export const previousStay = z.strictObject({
  id: z.uuid(),
  endedAt: instant,
  ward: unit,
  handovers: z.array(handover),
  late: z.array(duty).describe('Ended too late, or open past their time.'),
}) satisfies z.ZodType<PreviousStayView>;

export const patient = z.strictObject({
  number: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  municipality: z.string().nullable(),
  registration: z
    .string()
    .nullable()
    .describe('folkbokford, none, lma or eu; null where nobody has told you.'),
}) satisfies z.ZodType<PatientView>;

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

const localDate = z.iso.date().describe('A day in Sweden.');

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

const summary = {
  id: z.uuid(),
  type: z.string(),
  version: sequence,
  state: z.string(),
  stateText: z.string().describe('The state in words.'),
  openedAt: instant,
  endedAt: instant.nullable(),
  closedAt: instant.nullable(),
};

export const caseSummary = z.strictObject({
  ...summary,
  ward: unit.nullable().describe('Null for a unit that only carries out help.'),
  patient: patientName,
}) satisfies z.ZodType<CaseSummaryView>;

export const caseView = z.strictObject({
  ...summary,
  why: z.string().describe('Why the patient is still here, or what is still missing.'),
  patient: patient.nullable().describe('Null until disclosed to the reader’s controller.'),
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
  duties: z.array(duty),
  allowedCommands: z.array(allowedCommand),
  otherCommands: z.array(otherCommand),
  parties: z.array(party),
  jointAnswers: z.array(jointAnswer),
  handovers: z.array(handover),
  moves: z.array(move),
  ataganden: z.array(atagande),
  readiness: z.array(readiness),
  transfers: z.array(municipalTransfer),
  entries: z.array(entry),
  afterwards: z
    .array(afterwards)
    .describe('What was told outside before it was registered, by you or to you.'),
  municipalities: z
    .array(municipality)
    .describe('In the order of their days; the last of a role that has begun holds.'),
  isChild: z.boolean().nullable().describe('Under 18 at the admission; null: not known.'),
  childHeard: childHeard.nullable().describe('Only for the ward’s own authority.'),
  contacts: z.array(contact).describe('Those that hold, as far as disclosed to you.'),
  communicationNeeds: communicationNeeds.nullable(),
  missing: z.array(missing).describe('What ought to be known of the patient and is not.'),
}) satisfies z.ZodType<CaseView>;

export const notice = z.strictObject({
  id: z.string(),
  caseId: z.uuid(),
  entry: z.string(),
  duty: z.string().nullable(),
  audience: z.string().nullable(),
  createdAt: instant,
}) satisfies z.ZodType<NoticeView>;
